import type { PlannedTool } from '../../plan/plan.ts';

/** One text of an overlay as it stands there. */
export interface OverlayText {
  readonly kind: 'title' | 'description' | 'argument';
  /** Dotted name of the argument; empty for a title and a description. */
  readonly argument: string;
  readonly text: string;
  /** JSON Pointer of the operation; `''` for words of arguments everywhere. */
  readonly operation: string;
  /** `file:line:column` in the overlay. */
  readonly at: string;
}

/** One tool and what the overlays say of it; no tool for the words of arguments everywhere. */
export interface ToolWords {
  readonly tool: PlannedTool | undefined;
  readonly texts: readonly OverlayText[];
}

/** All tools of an API with their words, by name, and every name that its description knows. */
export interface ApiWords {
  readonly tools: ReadonlyMap<string, ToolWords & { readonly tool: PlannedTool }>;
  /** Names of arguments, properties and values that a text may speak of. */
  readonly names: ReadonlySet<string>;
}

/** A text that breaks a rule, and how. */
interface Broken {
  readonly text: OverlayText;
  readonly message: string;
}

/** One rule of words; docs/words.md has its reason, a bad and a good example. */
export interface Rule {
  /** What to do about it. */
  readonly help: string;
  readonly check: (words: ToolWords, api: ApiWords) => readonly Broken[];
}

/** A rule that looks at each text for itself: what is wrong with it, if anything is. */
export function textRule(
  help: string,
  complain: (text: OverlayText, tool: PlannedTool | undefined) => string | undefined,
): Rule {
  return {
    help,
    check: ({ texts, tool }) =>
      texts.flatMap((text) => {
        const message = complain(text, tool);
        return message === undefined ? [] : [{ text, message }];
      }),
  };
}

/** A rule that looks for phrases in texts of some kinds. */
export function phraseRule(
  help: string,
  pattern: RegExp,
  complaint: string,
  kinds?: readonly OverlayText['kind'][],
): Rule {
  return textRule(help, ({ kind, text }) => {
    const found = kinds === undefined || kinds.includes(kind) ? pattern.exec(text)?.[0] : undefined;
    return found === undefined ? undefined : `"${found.trim() || found}" ${complaint}`;
  });
}

/** The text of one kind, where the overlays have one. */
export function textOf({ texts }: ToolWords, kind: 'title' | 'description'): OverlayText | undefined {
  return texts.find((text) => text.kind === kind);
}
