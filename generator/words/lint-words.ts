import type { PlannedTools } from '../build/plan-tools.ts';
import { isRecord } from '../json/json-schema.ts';
import type { ApiWords, OverlayText, ToolWords } from './rules/rule.ts';
import { type RuleName, rules } from './rules/rules.ts';

/** A text of an overlay that breaks a rule. */
export interface WordsProblem {
  readonly rule: RuleName;
  /** The tool that it is of; left out for words of arguments everywhere. */
  readonly tool?: string;
  /** `title`, `description`, or the argument by its dotted name. */
  readonly place: string;
  /** `file:line:column`. */
  readonly at: string;
  readonly message: string;
  readonly help: string;
}

/** What of the overlays' texts breaks which rule, by file and line. */
export function lintWords(texts: readonly OverlayText[], planned: PlannedTools): WordsProblem[] {
  const byOperation = Map.groupBy(texts, ({ operation }) => operation);
  const all = planned.modules.flatMap(({ tools }) =>
    tools.map((tool) => ({ tool, texts: byOperation.get(tool.pointer) ?? [] })),
  );
  const api: ApiWords = {
    tools: new Map(all.map((words) => [words.tool.names.tool, words])),
    names: knownNames(planned),
  };
  const linted: readonly ToolWords[] = [{ tool: undefined, texts: byOperation.get('') ?? [] }, ...all];
  const problems = linted.flatMap((words) =>
    (Object.keys(rules) as RuleName[]).flatMap((rule) =>
      rules[rule].check(words, api).map(
        ({ text, message }): WordsProblem => ({
          rule,
          ...(words.tool && { tool: words.tool.names.tool }),
          place: text.kind === 'argument' ? text.argument : text.kind,
          at: text.at,
          message,
          help: rules[rule].help,
        }),
      ),
    ),
  );
  return problems.sort((a, b) => byPlace.compare(a.at, b.at));
}

const byPlace = new Intl.Collator('en', { numeric: true });

/** Every name that texts may speak of: of arguments and properties, of their values, of fields of searches, and parts of tools' names. */
function knownNames({ document, modules }: PlannedTools): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') names.add(value);
    if (Array.isArray(value)) for (const part of value) add(part);
    if (isRecord(value))
      for (const [key, part] of Object.entries(value)) {
        names.add(key);
        // Texts of the overlays are what is checked.
        if (key !== 'summary' && key !== 'description' && key !== 'x-mcp') add(part);
      }
  };
  add(document);
  for (const { tools } of modules)
    for (const { names: own, fields } of tools) {
      for (const { key } of fields) names.add(key);
      const words = own.tool.split('_');
      for (let from = 1; from < words.length - 1; from += 1) names.add(words.slice(from).join('_'));
    }
  return names;
}
