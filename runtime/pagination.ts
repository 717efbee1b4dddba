import { type CursorState, decodeCursor, encodeCursor } from './cursor.ts';
import { InputError } from './errors.ts';
import { nextPosition } from './next-page.ts';
import { readList } from './page-answer.ts';
import { requestPage } from './page-request.ts';
import type { Page, Pagination, ToolRequest } from './tool.ts';

/** Items of one page where `limit` is missing and the operation answers everything at once. */
export const DEFAULT_LIMIT = 50;

/** The paging arguments of a list tool: `limit` in items, `next_cursor` as an earlier answer gave it. */
export interface PagingInput {
  readonly limit?: unknown;
  readonly next_cursor?: unknown;
}

/** One page of one list, ready to be asked for and read. */
export interface PageTurn {
  readonly request: (request: ToolRequest) => ToolRequest;
  readonly read: (answer: unknown) => Page<unknown>;
}

/** Opens the page that a list tool's input asks for; throws {@link InputError} for a bad cursor or limit. */
export function openPage(tool: string, pagination: Pagination, { limit, next_cursor: cursor }: PagingInput): PageTurn {
  const wanted = readLimit(limit, pagination);
  const given: CursorState = cursor === undefined || cursor === null ? { position: {} } : decode(tool, cursor);
  const size = isCounted(given, pagination) ? given.size : (wanted ?? given.size);
  const state: CursorState = { position: given.position, ...(size !== undefined && { size }) };
  const take = wanted ?? given.size ?? (pagination.style === 'none' ? DEFAULT_LIMIT : undefined);
  return {
    request: (request) => requestPage(request, pagination, state),
    read: (answer) => readPage(answer, { tool, pagination, state, take }),
  };
}

/** A position that is counted in pages or skipped items means something only with the page size that it was counted in. */
function isCounted({ position }: CursorState, { style }: Pagination): boolean {
  return style !== 'none' && (position.page !== undefined || position.skip !== undefined);
}

interface Reading {
  readonly tool: string;
  readonly pagination: Pagination;
  readonly state: CursorState;
  readonly take: number | undefined;
}

function readPage(answer: unknown, { tool, pagination, state, take }: Reading): Page<unknown> {
  const { items, extras } = readList(answer, pagination);
  const from = state.position.skip ?? 0;
  // A scroll moves on with every request: what is cut off its page could never be asked for again.
  const to = take === undefined || pagination.style === 'scroll' ? items.length : Math.min(items.length, from + take);
  const cut = <Value>(list: readonly Value[]) => list.slice(from, to);
  const next =
    to < items.length
      ? { ...state.position, skip: to }
      : nextPosition(pagination, { answer, asked: state.position, count: items.length });
  const parallel = Object.entries(extras).map(([name, value]) => {
    return [name, Array.isArray(value) && value.length === items.length ? cut(value) : value];
  });
  return {
    result: cut(items),
    next_cursor: next === undefined ? null : encodeCursor(tool, { ...state, position: next }),
    ...Object.fromEntries(parallel),
  };
}

function readLimit(limit: unknown, { max }: Pagination): number | undefined {
  if (limit === undefined || limit === null) return undefined;
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0) return Math.min(limit, max ?? limit);
  throw new InputError([
    { argument: 'limit', message: `must be a positive integer, for example ${max ?? DEFAULT_LIMIT}` },
  ]);
}

function decode(tool: string, cursor: unknown): CursorState {
  return decodeCursor(tool, typeof cursor === 'string' ? cursor : '');
}
