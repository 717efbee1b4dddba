import type { DatePlace } from './date-value.ts';
import { isIdField } from './id-value.ts';
import { show } from './notes.ts';
import { readScalar } from './scalar-value.ts';
import type { SearchContext } from './search-context.ts';
import type { Filter, Scalar } from './search-query.ts';

/** The value of a filter: a list for IN and NIN, else one value; each of them in the type of the field. */
export function readValue(given: unknown, at: DatePlace, context: SearchContext): Filter['value'] | undefined {
  return at.operator === 'IN' || at.operator === 'NIN' ? readList(given, at, context) : readOne(given, at, context);
}

function readList(given: unknown, at: DatePlace, context: SearchContext): Scalar[] | undefined {
  const { rule, operator, place } = at;
  const { notes } = context;
  const list = Array.isArray(given) ? given : split(given, at, context);
  if (list === undefined)
    return notes.refuse(place, `${show(given)} is no list that can be read: give a list such as ["1","2"]`);
  if (list.length === 0)
    return notes.refuse(
      place,
      `${operator} needs at least one value, for example ${JSON.stringify({ field: rule.name, operator, value: ['…'] })}`,
    );
  if (!Array.isArray(given)) notes.became(place, given, list, `${operator} takes a list`);
  const values: Scalar[] = [];
  for (const [index, item] of list.entries()) {
    const value = readScalar(item, { ...at, place: `${place}[${index}]` }, context);
    if (value !== undefined) values.push(value);
    // Whoever wrote a hundred wrong values learns it from a few.
    else if (index - values.length > 10) break;
  }
  return values.length === list.length ? values : undefined;
}

/** The list that a lone value stands for: a list as JSON text, words between commas, else itself alone. */
function split(given: unknown, { rule }: DatePlace, context: SearchContext): unknown[] | undefined {
  if (typeof given !== 'string') return [given];
  const isWord =
    isIdField(rule.name, context) || /\bemail$/.test(rule.name) || rule.values !== undefined || rule.type === 'integer';
  if (/^\s*\[/.test(given)) return parseList(given) ?? (isWord ? undefined : [given]);
  return isWord && given.includes(',') ? given.split(',').map((part) => part.trim()) : [given];
}

function parseList(text: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readOne(given: unknown, at: DatePlace, context: SearchContext): Scalar | undefined {
  const { rule, operator, place } = at;
  if (!Array.isArray(given)) return readScalar(given, at, context);
  if (given.length !== 1) return context.notes.refuse(place, oneValue(given, at));
  context.notes.became(place, given, given[0], `${operator} takes one value`);
  return readScalar(given[0], { rule, operator, place }, context);
}

function oneValue(given: readonly unknown[], { rule, operator }: DatePlace): string {
  const only = `${operator} takes one value, not a list`;
  if (given.length === 0) return only;
  const field = rule.name;
  const list = operator === '=' ? 'IN' : operator === '!=' ? 'NIN' : undefined;
  if (list && rule.operators.includes(list)) return `${only}: ${show({ field, operator: list, value: given })}`;
  if (/^[<>]/.test(operator)) return `${only}: a range is ${show(rangeOf(field, given))}`;
  const each = given.slice(0, 2).map((value) => ({ field, operator, value }));
  const joined = operator === '!=' || operator === '!~' ? 'AND' : 'OR';
  return `${only}: join filters of one value each, ${show({ operator: joined, value: each })}`;
}

/** What a range from one value to another is made of, because no operator means between. */
export const rangeOf = (field: string, [from, to]: readonly unknown[]): object => ({
  operator: 'AND',
  value: [
    { field, operator: '>', value: from },
    { field, operator: '<', value: to },
  ],
});
