import { isRecord } from '../value/value.ts';
import { exampleQuery } from './example.ts';
import { readFilter } from './filter.ts';
import { show } from './notes.ts';
import { operatorName } from './operator-name.ts';
import { each, isPart, noteKeys, type Part, type Parts, partsOf, under, unwrapped } from './query-keys.ts';
import type { SearchContext } from './search-context.ts';
import type { SearchQuery } from './search-query.ts';
import { type Join, readShorthand } from './shorthand.ts';

/** No query that can be repaired is deeper; what is deeper is refused without looking further. */
const DEEPEST = 12;

/** Reads a query in whatever form it was written; `undefined` where a part of it is refused, with a problem for each. */
export function readQuery(given: unknown, place: string, context: SearchContext, depth = 0): SearchQuery | undefined {
  const { notes, rules } = context;
  if (depth > DEEPEST)
    return notes.refuse(place, `groups nest at most ${rules.maxNesting} deep: join all filters in one group`);
  if (typeof given === 'string') return readText(given, place, context, depth);
  if (Array.isArray(given)) return readBare(given, place, context, depth);
  if (!isRecord(given))
    return notes.refuse(place, `must be a filter or a group of filters, not ${show(given)}: ${exampleQuery(rules)}`);
  const inner = unwrapped(given);
  if (inner) {
    notes.repairs.push(`${under(place, inner.key)}: taken as the query itself`);
    return readQuery(inner.value, under(place, inner.key), context, depth + 1);
  }
  const { field, operator, value, rest } = partsOf(given, { group: false });
  if (field) {
    if (rest.length > 0) return unknownKeys(rest, place, context);
    noteKeys({ field, operator, value }, place, notes);
    const parts = { field: field.value, operator: operator?.value, value: value?.value };
    const name = (part: Part | undefined, key: string) => under(place, part?.key ?? key);
    return readFilter(
      {
        ...parts,
        place: { field: name(field, 'field'), operator: name(operator, 'operator'), value: name(value, 'value') },
      },
      context,
    );
  }
  const group = partsOf(given, { group: true });
  if (group.operator || group.value) return readGroup(group, place, context, depth);
  const join: Join = (name, items, at) => readItems(name, items, at, context, depth);
  return readShorthand(given, place, context, join);
}

/** A group: AND or OR and its items, where the joining word may be missing or the items may stand alone. */
function readGroup(
  { operator, value, rest }: Parts,
  place: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes } = context;
  if (rest.length > 0) return unknownKeys(rest, place, context);
  const at = under(place, operator?.key ?? 'operator');
  const name = operator === undefined ? 'AND' : operatorName(operator.value);
  if (name !== 'AND' && name !== 'OR') return notes.refuse(at, notJoining(name, operator?.value, context));
  if (value === undefined)
    return notes.refuse(under(place, 'value'), `is missing: the filters that ${name} joins, as a list`);
  const list = under(place, value.key);
  noteKeys({ operator, value }, place, notes);
  const items = itemsOf(value.value, list, context);
  if (operator === undefined) notes.repairs.push(`${place}: filters without an operator were joined with AND`);
  else if (operator.value !== name) notes.became(at, operator.value, name);
  return items && readItems(name, items, list, context, depth);
}

function notJoining(name: string | undefined, given: unknown, { rules }: SearchContext): string {
  if (name === 'NOT') return 'there is no NOT: negate each filter with != or NIN or !~';
  if (name === undefined) return `${show(given)} is no operator: AND or OR joins a group, and a filter needs a field`;
  return `${show(given)} compares, but there is no field: ${exampleQuery(rules)}`;
}

/** The items of a group: a list, the list in an object of items only, or one item alone. */
function itemsOf(given: unknown, place: string, { notes }: SearchContext): readonly unknown[] | undefined {
  if (Array.isArray(given)) return given;
  if (!isRecord(given)) return notes.refuse(place, `must be a list of filters, not ${show(given)}`);
  const { operator, value, rest } = partsOf(given, { group: true });
  if (operator === undefined && Array.isArray(value?.value) && rest.length === 0) {
    notes.repairs.push(`${under(place, value.key)}: taken as the list of filters`);
    return value.value;
  }
  notes.repairs.push(`${place}: an object became a list`);
  return each(given);
}

function readItems(
  operator: 'AND' | 'OR',
  items: readonly unknown[],
  place: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes, rules } = context;
  if (items.length === 0)
    return notes.refuse(place, `is empty: a group needs at least one filter, such as ${exampleQuery(rules)}`);
  if (items.length > rules.maxFilters) return notes.refuse(place, tooMany(items, operator, rules.maxFilters));
  const value = items.map((item, index) => readQuery(item, under(place, index), context, depth + 1));
  return value.every((item) => item !== undefined) ? { operator, value } : undefined;
}

/** Many equal comparisons of one field are one filter with a list. */
function tooMany(items: readonly unknown[], operator: string, max: number): string {
  const count = `a group holds at most ${max} filters, not ${items.length}`;
  const [first] = items;
  const field = isRecord(first) ? first.field : undefined;
  const same = items.every((item) => isRecord(item) && item.field === field && item.operator === '=');
  return operator === 'OR' && same && typeof field === 'string'
    ? `${count}: use one filter ${JSON.stringify({ field: field.slice(0, 60), operator: 'IN', value: ['…'] })}`
    : `${count}: use IN for several values of one field, or groups of at most ${max} in one group`;
}

/** A list without an operator: AND; three texts such as `["state", "=", "open"]` are one filter. */
function readBare(
  given: readonly unknown[],
  place: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes } = context;
  const [field, operator, value] = given;
  if (given.length === 3 && typeof field === 'string' && operatorName(operator) !== undefined) {
    notes.repairs.push(`${place}: a list of three became a filter of field, operator and value`);
    const places = { field: under(place, 0), operator: under(place, 1), value: under(place, 2) };
    return readFilter({ field, operator, value, place: places }, context);
  }
  if (depth > 0) return notes.refuse(place, 'is a list in a list: say with AND or OR how its filters are joined');
  const [only] = given;
  if (given.length === 1) {
    notes.repairs.push(`${place}: a list of one became the filter itself`);
    return readQuery(only, under(place, 0), context, depth + 1);
  }
  if (given.length > 1) notes.repairs.push(`${place}: a list became an AND group`);
  return readItems('AND', given, place, context, depth);
}

/** A query as JSON text; no other text says for certain what is meant. */
function readText(given: string, place: string, context: SearchContext, depth: number): SearchQuery | undefined {
  const { notes, rules } = context;
  const refused = () =>
    notes.refuse(
      place,
      `must be a filter or a group as an object, not the text ${show(given)}: ${exampleQuery(rules)}`,
    );
  if (!/^\s*[{[]/.test(given) || given.length > 20_000) return refused();
  const parsed = parse(given);
  if (parsed === undefined) return refused();
  notes.repairs.push(`${place}: JSON text became an object`);
  return readQuery(parsed, place, context, depth);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unknownKeys(keys: readonly string[], place: string, { notes }: SearchContext): undefined {
  for (const key of keys.slice(0, 5))
    notes.refuse(
      under(place, key),
      `${isPart(key) ? 'stands beside another key that means the same' : 'unknown key'}: a filter has field, operator and value, a group has operator and value`,
    );
}
