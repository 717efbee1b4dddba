import { isRecord } from '../value/value.ts';
import { meantField } from './field-name.ts';
import { show } from './notes.ts';
import type { Searched } from './search-context.ts';

const orders: ReadonlyMap<string, string> = new Map([
  ['asc', 'ascending'],
  ['ascending', 'ascending'],
  ['desc', 'descending'],
  ['descending', 'descending'],
]);

/** The order of results as it is sent; what cannot be read is left for the schema to refuse. */
export function readSort(raw: unknown, { repairs, ...search }: Searched & { readonly repairs: string[] }): unknown {
  const [only] = Array.isArray(raw) && raw.length === 1 ? raw : [raw];
  const parts = typeof only === 'string' ? splitText(only) : only;
  if (!isRecord(parts)) return raw;
  const { field, order, direction, ...rest } = parts;
  const name = typeof field === 'string' ? (meantField(search, field) ?? field) : field;
  const wanted = order ?? direction;
  const word = typeof wanted === 'string' ? (orders.get(wanted.trim().toLowerCase()) ?? wanted) : wanted;
  const sort = { ...(name !== undefined && { field: name }), ...(word !== undefined && { order: word }), ...rest };
  if (only !== raw || parts !== only || name !== field || word !== order)
    repairs.push(`sort: ${show(raw)} became ${show(sort)}`);
  return sort;
}

/** `created_at`, `-created_at`, `created_at desc`, `created_at:asc`. */
function splitText(text: string): Record<string, string> | undefined {
  const [, minus, field, order] =
    /^\s*([-+]?)([\w.]{1,80})(?:[\s:]+(asc|desc|ascending|descending))?\s*$/i.exec(text) ?? [];
  if (field === undefined) return undefined;
  const said = order ?? (minus === '-' ? 'descending' : minus === '+' ? 'ascending' : undefined);
  return { field, ...(said !== undefined && { order: said }) };
}
