import { PAGING_STYLES, SIZE_PARAMETER } from '../tool/paging-style.ts';
import type { Pagination, QueryValue, ToolRequest } from '../tool/tool.ts';
import { isRecord, own } from '../value/value.ts';
import type { CursorState } from './cursor.ts';

/** The request for the page that starts at a position, with the page size where the operation takes one. */
export function requestPage(
  request: ToolRequest,
  pagination: Pagination,
  { position, size }: CursorState,
): ToolRequest {
  if (PAGING_STYLES[pagination.style].isWhole) return request;
  const { in: place = 'query' } = pagination;
  const own = { ...pageSize(pagination, size), ...startOf(pagination, position, place === 'query') };
  if (place === 'query') {
    const address = position.query === undefined ? {} : repeated(position.query);
    const rest = Object.entries(request.query ?? {}).filter(([key]) => !isRepeated(key, address));
    return { ...request, query: { ...Object.fromEntries(rest), ...own, ...address } };
  }
  return { ...request, body: within(request.body, place.split('.').slice(1), own) };
}

/** A value with some properties put into the object at a path of it. */
function within(value: unknown, [key, ...deeper]: readonly string[], added: Record<string, unknown>): unknown {
  const object = isRecord(value) ? value : {};
  if (key === undefined) return { ...object, ...added };
  // What is put in stands last, and takes no inherited property for one of the body.
  const { [key]: _, ...rest } = object;
  return Object.fromEntries([...Object.entries(rest), [key, within(own(object, key), deeper, added)]]);
}

function pageSize(
  { sized, size: name = SIZE_PARAMETER }: Pagination,
  size: number | undefined,
): Record<string, number> {
  return sized === false || size === undefined ? {} : { [name]: size };
}

function startOf(
  { style, param, first }: Pagination,
  { after, isJson, page: told }: CursorState['position'],
  isQuery: boolean,
): Record<string, QueryValue> {
  const { isNumbered, cursorParameter, pageParameter } = PAGING_STYLES[style];
  const page = told ?? (isNumbered && after === undefined ? first : undefined);
  // Only what the API itself gave as JSON is read back so.
  const cursor = isJson && !isQuery && after !== undefined ? JSON.parse(after) : after;
  return {
    ...(after !== undefined && { [isNumbered ? cursorParameter : (param ?? cursorParameter)]: cursor }),
    ...(page !== undefined && { [isNumbered ? (param ?? pageParameter) : pageParameter]: page }),
  };
}

/** Repeated keys become one list. */
function repeated(pairs: readonly (readonly [string, string])[]): Record<string, QueryValue> {
  const values = Map.groupBy(pairs, ([key]) => key);
  return Object.fromEntries([...values].map(([key, found]) => [key, found.map(([, value]) => value)]));
}

/** Whether the address of a page says an argument again, as it is or in brackets. */
function isRepeated(key: string, address: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(address, key) || Object.keys(address).some((name) => name.startsWith(`${key}[`));
}
