import type { DatePlace } from './date-value.ts';
import { isIdField } from './id-value.ts';
import { show } from './notes.ts';
import { readScalar } from './scalar-value.ts';
import type { SearchContext } from './search-context.ts';
import type { Filter, Scalar } from './search-query.ts';

/** The value of a filter: a list for IN and NIN, else one value; each of them in the type of the field. */
export function readValue(raw: unknown, at: DatePlace, context: SearchContext): Filter['value'] | undefined {
  return at.operator === 'IN' || at.operator === 'NIN' ? readList(raw, at, context) : readOne(raw, at, context);
}

function readList(raw: unknown, at: DatePlace, context: SearchContext): Scalar[] | undefined {
  const { rule, operator, path } = at;
  const { notes } = context;
  const list = Array.isArray(raw) ? raw : split(raw, at, context);
  if (list === undefined)
    return notes.refuse(path, `${show(raw)} is no list that can be read: give a list such as ["1","2"]`);
  if (list.length === 0)
    return notes.refuse(
      path,
      `${operator} needs at least one value, for example ${JSON.stringify({ field: rule.name, operator, value: ['…'] })}`,
    );
  if (list.length > MOST_VALUES)
    return notes.refuse(path, `${operator} takes a list of at most ${MOST_VALUES} values: search several times`);
  if (!Array.isArray(raw)) notes.became(path, raw, list, `${operator} takes a list`);
  const values: Scalar[] = [];
  for (const [index, item] of list.entries()) {
    const value = readScalar(item, { ...at, path: `${path}[${index}]` }, context);
    if (value !== undefined) values.push(value);
    // Whoever wrote a hundred wrong values learns it from a few.
    else if (index - values.length > 10) break;
  }
  return values.length === list.length ? values : undefined;
}

/** More than any search takes. */
export const MOST_VALUES = 10_000;

/** The list that a lone value stands for: a list as JSON text, words between commas, else itself alone. */
function split(raw: unknown, { rule }: DatePlace, context: SearchContext): unknown[] | undefined {
  if (typeof raw !== 'string') return [raw];
  const isWord =
    isIdField(rule.name, context) || /\bemail$/.test(rule.name) || rule.values !== undefined || rule.type === 'integer';
  if (/^\s*\[/.test(raw)) return parseList(raw) ?? (isWord ? undefined : [raw]);
  return isWord && raw.includes(',') ? raw.split(',', MOST_VALUES + 1).map((part) => part.trim()) : [raw];
}

function parseList(text: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readOne(raw: unknown, at: DatePlace, context: SearchContext): Scalar | undefined {
  const { rule, operator, path } = at;
  if (!Array.isArray(raw)) return readScalar(raw, at, context);
  if (raw.length !== 1) return context.notes.refuse(path, oneValue(raw, at));
  context.notes.became(path, raw, raw[0], `${operator} takes one value`);
  return readScalar(raw[0], { rule, operator, path }, context);
}

function oneValue(raw: readonly unknown[], { rule, operator }: DatePlace): string {
  const only = `${operator} takes one value, not a list`;
  if (raw.length === 0) return only;
  const field = rule.name;
  const list = operator === '=' ? 'IN' : operator === '!=' ? 'NIN' : undefined;
  if (list && rule.operators.includes(list)) return `${only}: ${show({ field, operator: list, value: raw })}`;
  if (/^[<>]/.test(operator)) return `${only}: a range is ${show(rangeOf(field, raw))}`;
  const each = raw.slice(0, 2).map((value) => ({ field, operator, value }));
  const joined = operator === '!=' || operator === '!~' ? 'AND' : 'OR';
  return `${only}: join filters of one value each, ${show({ operator: joined, value: each })}`;
}

/** What a range from one value to another is made of, because no operator means between. */
export function rangeOf(field: string, [from, to]: readonly unknown[]): object {
  return {
    operator: 'AND',
    value: [
      { field, operator: '>', value: from },
      { field, operator: '<', value: to },
    ],
  };
}
