import { answerSchema, isRecord, type Json, resolve } from '../contract/contract.ts';
import type { Call } from '../http/call.ts';
import { Fault } from '../http/fault.ts';
import { cursorOf, startOf } from './cursor.ts';
import { DEFAULT_SIZES, NEXT_IS_ADDRESS } from './page-sizes.ts';

interface Listed {
  readonly id?: string;
}

/**
 * One page of a list in the style and the envelope of the operation that is called: cursors in the query or the body, page
 * numbers with or without an address in `pages.next`, counts at the top, or everything at once. `rows` are all rows in
 * their order; only those of the page are rendered. `more` is put beside the items; a
 * function makes it from the rows of the page.
 */
export function page<Row extends Listed>(
  call: Call,
  rows: readonly Row[],
  render: (row: Row) => unknown = (row) => row,
  more: Json | ((shown: readonly Row[]) => Json) = {},
): Json {
  const { pagination } = call.operation;
  const path = pagination?.items ?? 'data';
  const style = pagination?.style ?? 'none';
  const size = style === 'none' ? Math.max(rows.length, 1) : pageSize(call);
  const start = style === 'cursor' ? cursorStart(call, rows) : style === 'page' ? (pageNumber(call) - 1) * size : 0;
  const end = Math.min(start + size, rows.length);
  const shown = rows.slice(start, end);
  const items = shown.map((row) => render(row));
  const beside = typeof more === 'function' ? more(shown) : more;
  const total = Math.ceil(rows.length / size);
  const number = style === 'page' ? pageNumber(call) : Math.floor(start / size) + 1;
  const after = style === 'cursor' && end < rows.length ? cursorOf(rows, end) : undefined;
  const next =
    after !== undefined
      ? { page: number + 1, per_page: size, starting_after: after }
      : NEXT_IS_ADDRESS.has(call.operation.key) && number < total
        ? pageAddress(call, number + 1, size)
        : null;
  const counts = { page: number, per_page: size, total_pages: total };
  return {
    type: listType(call),
    ...counts,
    total_count: rows.length,
    pages: { type: 'pages', ...counts, next },
    has_more: end < rows.length,
    ...(after !== undefined && { next_cursor: after }),
    ...beside,
    ...nested(path, items, beside),
  };
}

/** The items at their dotted path, beside what `more` has there. */
function nested(path: string, items: readonly unknown[], more: Json): Json {
  const [first = '', rest] = path.split('.');
  if (rest === undefined) return { [first]: items };
  const beside = more[first];
  return { [first]: { type: 'list', ...(isRecord(beside) ? beside : {}), [rest]: items } };
}

function listType({ operation }: Call): unknown {
  const { properties } = resolve(answerSchema(operation, 200));
  const type = resolve(isRecord(properties) ? properties.type : undefined);
  return Array.isArray(type.enum) ? type.enum[0] : 'list';
}

/** What the request says of paging, wherever this operation takes it from. */
function requested({ operation, query, body }: Call): Json {
  const where = operation.pagination?.in ?? 'query';
  if (where === 'body') return body;
  if (where === 'query') return query;
  return isRecord(body.pagination) ? body.pagination : {};
}

/** What is larger than the maximum is cut down to it; whether Intercom refuses it instead is not known. */
function pageSize(call: Call): number {
  const { operation } = call;
  const { max = 150, default: usual = DEFAULT_SIZES[operation.key] ?? 20 } = operation.pageSize;
  const size = requested(call).per_page;
  return size === undefined ? usual : Math.min(positive('per_page', size), operation.pagination?.max ?? max);
}

function pageNumber(call: Call): number {
  return positive('page', requested(call).page ?? 1);
}

function positive(field: string, value: unknown): number {
  const number = /^\d+$/.test(String(value)) ? Number(value) : 0;
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Fault(400, `${field} is no positive whole number`, { code: 'parameter_invalid', field });
}

function cursorStart(call: Call, rows: readonly Listed[]): number {
  const cursor = requested(call)[call.operation.pagination?.param ?? 'starting_after'];
  return typeof cursor === 'string' && cursor !== '' ? startOf(cursor, rows) : 0;
}

function pageAddress({ operation, params, query, origin }: Call, number: number, size: number): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const address = new URL(path, origin);
  for (const [name, value] of Object.entries({ ...query, page: number, per_page: size }))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address.href;
}
