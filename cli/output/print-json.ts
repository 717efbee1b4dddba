import { choose } from '../../runtime/shape/fields.ts';
import { pick } from '../../runtime/shape/select.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import type { JsonFields } from '../options/json-option.ts';

/** Prints a value as JSON, or those of its fields that are wanted; throws {@link InputError} for a field that it has not, once the rest is printed. */
export function printJson(value: unknown, flag: true | JsonFields): void {
  const { text, problems } = renderJson(value, flag);
  if (text !== '') console.log(text);
  if (problems.length > 0)
    throw new InputError(
      problems.map((message) => ({ argument: '--json', message })),
      'Without fields, --json prints all that there is.',
    );
}

/** A value as text for programs, and what is wrong with the fields that were wanted of it. */
export function renderJson(value: unknown, flag: true | JsonFields): { text: string; problems: readonly string[] } {
  if (flag === true) return { text: JSON.stringify(value, null, 2), problems: [] };
  const looks = flag.names.map((name) => ({ name, ...look(value, name.split('.')) }));
  const problems = looks
    .filter(({ found, siblings }) => found.length === 0 && siblings.size > 0)
    .map(({ name, siblings }) => `there is no ${name}; beside it there are ${[...siblings].join(', ')}`);
  if (flag.isBare) return { text: looks.flatMap(({ found }) => found.map(line)).join('\n'), problems };
  // The empty list stays one.
  const picked = pick(value, choose(flag.names)) ?? (Array.isArray(value) ? [] : {});
  return { text: JSON.stringify(picked, null, 2), problems };
}

interface Look {
  readonly found: readonly unknown[];
  /** What objects have in whose place a name was looked for in vain. */
  readonly siblings: ReadonlySet<string>;
}

/** The values at a dotted name, through lists. */
function look(value: unknown, [name, ...rest]: readonly string[]): Look {
  if (name === undefined) return { found: Array.isArray(value) ? value : [value], siblings: new Set() };
  if (Array.isArray(value)) return together(value.map((item) => look(item, [name, ...rest])));
  if (!isRecord(value)) return { found: [], siblings: new Set() };
  if (name === '*') return together(Object.values(value).map((part) => look(part, rest)));
  if (Object.hasOwn(value, name)) return look(value[name], rest);
  return { found: [], siblings: new Set(Object.keys(value)) };
}

function together(looks: readonly Look[]): Look {
  return {
    found: looks.flatMap(({ found }) => found),
    siblings: new Set(looks.flatMap(({ siblings }) => [...siblings])),
  };
}

/** Texts as they are, which is what a shell goes on with. */
function line(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
