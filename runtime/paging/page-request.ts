import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Pagination, QueryValue, ToolRequest } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';
import type { CursorState } from './cursor.ts';

/** The request for the page that starts at a position, with the page size where the operation takes one. */
export function requestPage(
  request: ToolRequest,
  pagination: Pagination,
  { position, size }: CursorState,
): ToolRequest {
  if (PAGING_STYLES[pagination.style].isWhole) return request;
  const paging = { ...pageSize(pagination, size), ...startOf(pagination, position), ...repeated(position.query ?? []) };
  if (pagination.in === 'body') return { ...request, body: { ...object(request.body), ...paging } };
  if (pagination.in !== 'body.pagination') return { ...request, query: { ...request.query, ...paging } };
  const { pagination: raw, ...body } = object(request.body);
  return { ...request, body: { ...body, pagination: { ...object(raw), ...paging } } };
}

function pageSize({ sized }: Pagination, size: number | undefined): Record<string, QueryValue> {
  return sized === false || size === undefined ? {} : { per_page: size };
}

function startOf({ style, param }: Pagination, { after, page }: CursorState['position']): Record<string, QueryValue> {
  const { isNumbered, cursorParameter, pageParameter } = PAGING_STYLES[style];
  return {
    ...(after !== undefined && { [isNumbered ? cursorParameter : (param ?? cursorParameter)]: after }),
    ...(page !== undefined && { [isNumbered ? (param ?? pageParameter) : pageParameter]: page }),
  };
}

/** Repeated keys become one list. */
function repeated(pairs: readonly (readonly [string, string])[]): Record<string, QueryValue> {
  const values = Map.groupBy(pairs, ([key]) => key);
  return Object.fromEntries([...values].map(([key, found]) => [key, found.map(([, value]) => value)]));
}

function object(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
