import { fieldRule } from './field-rule.ts';
import { type FieldReader, type FieldValue, firstOf } from './field-value.ts';
import { canonical } from './read-operand.ts';
import { invalid, SearchFault } from './search-fault.ts';
import type { SearchTable } from './search-table.ts';

/** The order of two rows, as `Array.sort` takes it. */
export type RowOrder = (a: FieldReader, b: FieldReader) => number;

/**
 * Reads the `sort` of a search; throws {@link SearchFault} for an order or a field that does not exist. Documented for
 * contacts: the two orders, `descending` where none is named, and that dates count to the second. Inferred: conversations
 * and tickets take the same, `created_at` where no field is named, texts without regard to case, rows without a value last
 * in both orders, equal ones by `id`.
 */
export function compileSort(sort: unknown, table: SearchTable): RowOrder {
  const { field = 'created_at', order = 'descending' } = readSort(sort);
  const rule = typeof field === 'string' ? fieldRule(table, field) : undefined;
  if (rule === undefined) throw new SearchFault(400, 'invalid_field', `${show(field)} is not a valid search field`);
  if (order !== 'ascending' && order !== 'descending')
    throw new SearchFault(
      400,
      'invalid_sort_order',
      `Invalid sort order '${show(order)}'. Must be one of: ascending, descending`,
    );
  const direction = order === 'ascending' ? 1 : -1;
  const keyOf = (value: FieldValue): string | number | undefined => {
    const one = firstOf(value);
    if (one === undefined) return undefined;
    const key = typeof one === 'number' && rule.type === 'any' ? one : canonical(one, rule.type);
    return typeof key === 'boolean' ? Number(key) : key;
  };
  return (a, b) => {
    const [first, second] = [keyOf(a(rule.name)), keyOf(b(rule.name))];
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined) || compareIds(a, b);
    return direction * compare(first, second) || compareIds(a, b);
  };
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function readSort(sort: unknown): { readonly field?: unknown; readonly order?: unknown } {
  if (sort === undefined || sort === null) return {};
  if (typeof sort !== 'object' || Array.isArray(sort)) throw invalid('sort must be an object with field and order');
  const { field, order }: { readonly field?: unknown; readonly order?: unknown } = sort;
  return { ...(field !== null && { field }), ...(order !== null && { order }) };
}

/** Numbers stand before texts. */
function compare(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareIds(a: FieldReader, b: FieldReader): number {
  return compare(String(a('id') ?? ''), String(b('id') ?? ''));
}
