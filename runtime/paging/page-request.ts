import type { Pagination, QueryValue, ToolRequest } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';
import type { CursorState } from './cursor.ts';

/** The request for the page that starts at a position, with the page size where the operation takes one. */
export function requestPage(
  request: ToolRequest,
  pagination: Pagination,
  { position, size }: CursorState,
): ToolRequest {
  if (pagination.style === 'none') return request;
  const paging = { ...pageSize(pagination, size), ...startOf(pagination, position), ...repeated(position.query ?? []) };
  if (pagination.in === 'body') return { ...request, body: { ...object(request.body), ...paging } };
  if (pagination.in !== 'body.pagination') return { ...request, query: { ...request.query, ...paging } };
  const { pagination: given, ...body } = object(request.body);
  return { ...request, body: { ...body, pagination: { ...object(given), ...paging } } };
}

function pageSize({ sized }: Pagination, size: number | undefined): Record<string, QueryValue> {
  return sized === false || size === undefined ? {} : { per_page: size };
}

function startOf({ style, param }: Pagination, { after, page }: CursorState['position']): Record<string, QueryValue> {
  const afterName =
    style === 'cursor'
      ? (param ?? 'starting_after')
      : style === 'scroll'
        ? (param ?? 'scroll_param')
        : 'starting_after';
  return {
    ...(after !== undefined && { [afterName]: after }),
    ...(page !== undefined && { [style === 'page' ? (param ?? 'page') : 'page']: page }),
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
