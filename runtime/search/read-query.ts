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
export function readQuery(raw: unknown, path: string, context: SearchContext, depth = 0): SearchQuery | undefined {
  const { notes, rules } = context;
  if (depth > DEEPEST)
    return notes.refuse(path, `groups nest at most ${rules.maxNesting} deep: join all filters in one group`);
  if (typeof raw === 'string') return readText(raw, path, context, depth);
  if (Array.isArray(raw)) return readBare(raw, path, context, depth);
  if (!isRecord(raw))
    return notes.refuse(path, `must be a filter or a group of filters, not ${show(raw)}: ${exampleQuery(rules)}`);
  const inner = unwrapped(raw);
  if (inner) {
    notes.repair(`${under(path, inner.key)}: taken as the query itself`);
    return readQuery(inner.value, under(path, inner.key), context, depth + 1);
  }
  const { field, operator, value, rest } = partsOf(raw, { group: false });
  if (field) {
    if (rest.length > 0) return unknownKeys(rest, path, context);
    noteKeys({ field, operator, value }, path, notes);
    const parts = { field: field.value, operator: operator?.value, value: value?.value };
    const name = (part: Part | undefined, key: string) => under(path, part?.key ?? key);
    return readFilter(
      {
        ...parts,
        path: { field: name(field, 'field'), operator: name(operator, 'operator'), value: name(value, 'value') },
      },
      context,
    );
  }
  const group = partsOf(raw, { group: true });
  if (group.operator || group.value) return readGroup(group, path, context, depth);
  const join: Join = (name, items, at) => readItems(name, items, at, context, depth);
  return readShorthand(raw, path, context, join);
}

/** A group: AND or OR and its items, where the joining word may be missing or the items may stand alone. */
function readGroup(
  { operator, value, rest }: Parts,
  path: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes } = context;
  if (rest.length > 0) return unknownKeys(rest, path, context);
  const at = under(path, operator?.key ?? 'operator');
  const name = operator === undefined ? 'AND' : operatorName(operator.value);
  if (name !== 'AND' && name !== 'OR') return notes.refuse(at, notJoining(name, operator?.value, context));
  if (value === undefined)
    return notes.refuse(under(path, 'value'), `is missing: the filters that ${name} joins, as a list`);
  const list = under(path, value.key);
  noteKeys({ operator, value }, path, notes);
  const items = itemsOf(value.value, list, context);
  if (operator === undefined) notes.repair(`${path}: filters without an operator were joined with AND`);
  else if (operator.value !== name) notes.became(at, operator.value, name);
  return items && readItems(name, items, list, context, depth);
}

function notJoining(name: string | undefined, raw: unknown, { rules }: SearchContext): string {
  if (name === 'NOT') return 'there is no NOT: negate each filter with != or NIN or !~';
  if (name === undefined) return `${show(raw)} is no operator: AND or OR joins a group, and a filter needs a field`;
  return `${show(raw)} compares, but there is no field: ${exampleQuery(rules)}`;
}

/** The items of a group: a list, the list in an object of items only, or one item alone. */
function itemsOf(raw: unknown, path: string, { notes }: SearchContext): readonly unknown[] | undefined {
  if (Array.isArray(raw)) return raw;
  if (!isRecord(raw)) return notes.refuse(path, `must be a list of filters, not ${show(raw)}`);
  const { operator, value, rest } = partsOf(raw, { group: true });
  if (operator === undefined && Array.isArray(value?.value) && rest.length === 0) {
    notes.repair(`${under(path, value.key)}: taken as the list of filters`);
    return value.value;
  }
  notes.repair(`${path}: an object became a list`);
  return each(raw);
}

function readItems(
  operator: 'AND' | 'OR',
  items: readonly unknown[],
  path: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes, rules } = context;
  if (items.length === 0)
    return notes.refuse(path, `is empty: a group needs at least one filter, such as ${exampleQuery(rules)}`);
  if (items.length > rules.maxFilters) return notes.refuse(path, tooMany(items, operator, rules.maxFilters));
  const value = items.map((item, index) => readQuery(item, under(path, index), context, depth + 1));
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
  raw: readonly unknown[],
  path: string,
  context: SearchContext,
  depth: number,
): SearchQuery | undefined {
  const { notes } = context;
  const [field, operator, value] = raw;
  if (raw.length === 3 && typeof field === 'string' && operatorName(operator) !== undefined) {
    notes.repair(`${path}: a list of three became a filter of field, operator and value`);
    const paths = { field: under(path, 0), operator: under(path, 1), value: under(path, 2) };
    return readFilter({ field, operator, value, path: paths }, context);
  }
  if (depth > 0) return notes.refuse(path, 'is a list in a list: say with AND or OR how its filters are joined');
  const [only] = raw;
  if (raw.length === 1) {
    notes.repair(`${path}: a list of one became the filter itself`);
    return readQuery(only, under(path, 0), context, depth + 1);
  }
  if (raw.length > 1) notes.repair(`${path}: a list became an AND group`);
  return readItems('AND', raw, path, context, depth);
}

/** A query as JSON text; no other text says for certain what is meant. */
function readText(raw: string, path: string, context: SearchContext, depth: number): SearchQuery | undefined {
  const { notes, rules } = context;
  const refused = () =>
    notes.refuse(path, `must be a filter or a group as an object, not the text ${show(raw)}: ${exampleQuery(rules)}`);
  if (!/^\s*[{[]/.test(raw) || raw.length > 20_000) return refused();
  const parsed = parse(raw);
  if (parsed === undefined) return refused();
  notes.repair(`${path}: JSON text became an object`);
  return readQuery(parsed, path, context, depth);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unknownKeys(keys: readonly string[], path: string, { notes }: SearchContext): undefined {
  for (const key of keys.slice(0, 5))
    notes.refuse(
      under(path, key),
      `${isPart(key) ? 'stands beside another key that means the same' : 'unknown key'}: a filter has field, operator and value, a group has operator and value`,
    );
}
