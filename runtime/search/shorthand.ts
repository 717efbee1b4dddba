import { isRecord } from '../value/value.ts';
import { exampleQuery } from './example.ts';
import { meantField } from './field-name.ts';
import { readFilter } from './filter.ts';
import { show } from './notes.ts';
import { operatorName } from './operator-name.ts';
import { each, under } from './query-keys.ts';
import type { SearchContext } from './search-context.ts';
import type { SearchQuery } from './search-query.ts';
import { unknownField } from './unknown-field.ts';

/** Reads the items of a group. */
export type Join = (operator: 'AND' | 'OR', items: readonly unknown[], path: string) => SearchQuery | undefined;

/**
 * An object whose keys say everything: `{ email: "a@b.c" }`, `{ created_at: { gt: 1 } }`, `{ source: { body: "x" } }`,
 * `{ or: [ … ] }`. Several are joined with AND.
 */
export function readShorthand(
  raw: Record<string, unknown>,
  path: string,
  context: SearchContext,
  join: Join,
): SearchQuery | undefined {
  const { notes, rules } = context;
  const keys = Object.keys(raw);
  if (keys.length === 0) return notes.refuse(path, `is empty: give a filter such as ${exampleQuery(rules)}`);
  if (keys.length > rules.maxFilters)
    return notes.refuse(path, `a group holds at most ${rules.maxFilters} filters, not ${keys.length}`);
  const parts = keys.flatMap((key) => readEntry({ key, value: raw[key] }, under(path, key), context, join));
  const known = parts.filter((part) => part !== undefined);
  const [first] = known;
  if (first === undefined || known.length < parts.length) return undefined;
  const query: SearchQuery = known.length === 1 ? first : { operator: 'AND', value: known };
  notes.repair(`${path}: read as ${show(query)}`);
  return query;
}

type Entry = { readonly key: string; readonly value: unknown };

function readEntry(
  { key, value }: Entry,
  path: string,
  context: SearchContext,
  join: Join,
  depth = 0,
): (SearchQuery | undefined)[] {
  const { notes, rules } = context;
  const joins = operatorName(key);
  if (depth === 0 && joins === 'NOT')
    return [notes.refuse(path, 'there is no NOT: negate each filter with != or NIN or !~')];
  if (depth === 0 && (joins === 'AND' || joins === 'OR')) {
    const items = isRecord(value) ? each(value) : value;
    return [Array.isArray(items) ? join(joins, items, path) : notes.refuse(path, 'must be a list of filters')];
  }
  const field = meantField(context, key);
  if (isRecord(value)) {
    const inner = Object.entries(value);
    if (field !== undefined && inner.length > 0 && inner.every(([name]) => operatorName(name) !== undefined))
      return inner.map(([operator, one]) => filter(key, operator, one, path, context));
    if (depth < 4 && inner.length > 0 && inner.length <= rules.maxFilters && key.length < 100)
      return inner.flatMap(([name, one]) =>
        readEntry({ key: `${key}.${name}`, value: one }, under(path, name), context, join, depth + 1),
      );
  }
  if (field === undefined && !/^(?:is_?)?(?:un)?assigned$/i.test(key))
    return [notes.refuse(path, unknownField(context, key))];
  return [filter(key, Array.isArray(value) ? 'IN' : '=', value, path, context)];
}

function filter(field: string, operator: string, value: unknown, path: string, context: SearchContext) {
  return readFilter({ field, operator, value, path: { field: path, operator: path, value: path } }, context);
}
