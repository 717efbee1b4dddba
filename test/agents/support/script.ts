import type { Turn } from '../../../examples/scripted-model.ts';

/** A call that a scripted model makes. */
export type ScriptedCall = NonNullable<Turn['calls']>[number];

/** What came back for one of the calls, as the protocol carried it. */
export interface Result {
  /** All texts of it, joined. */
  readonly text: string;
  /** Undefined where the protocol has no word for it. */
  readonly isError: boolean | undefined;
  /** The kinds of its parts, as the protocol calls them. */
  readonly kinds: readonly string[];
}

/** A conversation from the model's side: yields turns, and is given the results of its calls. */
export type Script = Generator<Turn, void, readonly Result[]>;

/** How one protocol writes turns, and carries results. */
export interface Protocol {
  /** The results at the end of a request. */
  readonly results: (body: unknown) => readonly Result[];
  readonly answer: (turn: Turn, number: number) => object;
  /** The same as events of a stream: each with its name, where the protocol has names. */
  readonly events: (turn: Turn, number: number) => readonly { readonly event?: string; readonly data: unknown }[];
}

/** A text in two parts, as streams bring it. */
export function halves(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}
