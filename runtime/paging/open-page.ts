import { ResponseError } from '../http/errors.ts';
import type { Exchange } from '../http/response.ts';
import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Page, Pagination, ToolRequest } from '../tool/tool.ts';
import { alikeText, digestValue } from '../value/digest.ts';
import { InputError } from '../value/errors.ts';
import type { Sealer } from '../value/sealer.ts';
import { isRecord, own } from '../value/value.ts';
import { type CursorOwner, type CursorState, decodeCursor, encodeCursor } from './cursor.ts';
import { nextPosition, positionWithin } from './next-page.ts';
import { requestPage } from './page-request.ts';
import { type Listed, readList } from './read-list.ts';

/** Whom a cursor belongs to: the tool, and its arguments as they were given and as they were understood. */
export function ownerOf(
  tool: string,
  { raw, rest }: { raw: unknown; rest: Readonly<Record<string, unknown>> },
  sealer: Sealer,
): CursorOwner {
  const same = Object.fromEntries(Object.keys(rest).map((key) => [key, own(raw, key)]));
  return { tool, args: [...new Set([alikeText(rest), alikeText(same)])], sealer };
}

/** Items of one page where `limit` is missing and the operation answers everything at once. */
export const DEFAULT_LIMIT = 50;

/** The paging arguments of a list tool: `limit` in items, `next_cursor` as an earlier answer gave it. */
export interface PagingInput {
  readonly limit?: unknown;
  readonly next_cursor?: unknown;
}

/** A page as it was read. `resume` gives the cursor that goes on behind the first `count` of its items, null at the end. */
interface ReadPage {
  readonly page: Page<unknown>;
  /** Missing for a scroll, which never gives a page twice. */
  readonly resume?: (count: number) => Promise<string | null>;
}

/** An answer of the API, and what errors about it name. */
type PageAnswer = Pick<Exchange<unknown>, 'output' | 'status' | 'requestId' | 'link'>;

/** One page of one list, ready to be asked for and read. */
export interface PageTurn {
  readonly request: (request: ToolRequest) => ToolRequest;
  /** Rejects with a {@link ResponseError} where the answer holds no list: that is something else than an empty one. */
  readonly read: (answer: PageAnswer) => Promise<ReadPage>;
}

/** Opens the page that a list tool's input asks for; rejects with {@link InputError} for a bad cursor or limit. */
export async function openPage(
  owner: CursorOwner,
  pagination: Pagination,
  { limit, next_cursor: cursor }: PagingInput,
): Promise<PageTurn> {
  const wanted = readLimit(limit, pagination);
  const raw: CursorState = cursor === undefined || cursor === null ? { position: {} } : await decode(owner, cursor);
  const size = isCounted(raw, pagination) ? raw.size : (wanted ?? raw.size);
  const state: CursorState = { position: raw.position, ...(size !== undefined && { size }) };
  const take = wanted ?? raw.size ?? (PAGING_STYLES[pagination.style].isWhole ? DEFAULT_LIMIT : undefined);
  return {
    request: (request) => requestPage(request, pagination, state),
    read: (answer) => readPage(answer, { owner, pagination, state, take }),
  };
}

/** A position that is counted in pages or skipped items means something only with the page size that it was counted in. */
function isCounted({ position }: CursorState, { style }: Pagination): boolean {
  const { isWhole, isByItem } = PAGING_STYLES[style];
  return (
    !isWhole &&
    !(isByItem && position.skip === undefined) &&
    (position.page !== undefined || position.skip !== undefined)
  );
}

interface Reading {
  readonly owner: CursorOwner;
  readonly pagination: Pagination;
  readonly state: CursorState;
  readonly take: number | undefined;
}

async function readPage(about: PageAnswer, { owner, pagination, state, take }: Reading): Promise<ReadPage> {
  const { output: answer, link } = about;
  const { items, extras } = readNew(about, { pagination, state });
  const from = state.position.skip ?? 0;
  // Where every request moves on, what is cut off a page could never be asked for again.
  const { isOnce } = PAGING_STYLES[pagination.style];
  const to = take === undefined || isOnce ? items.length : Math.min(items.length, from + take);
  const goOn = async (at: number) => {
    const { position } = state;
    const size = pagination.sized === false ? undefined : state.size;
    const answered = { answer, position, items, size, link };
    const next = at < items.length ? positionWithin(pagination, answered, at) : nextPosition(pagination, answered);
    return next === undefined ? null : encodeCursor(owner, { ...state, position: next });
  };
  const cut = <Value>(list: readonly Value[]) => list.slice(from, to);
  const parallel = Object.entries(extras).map(([name, value]) => {
    return [name, Array.isArray(value) && value.length === items.length ? cut(value) : value];
  });
  const page = { result: cut(items), next_cursor: await goOn(to), ...Object.fromEntries(parallel) };
  return { page, ...(!isOnce && { resume: (count: number) => goOn(Math.min(to, from + count)) }) };
}

/** An API that does not know its page number gives the same page for ever: the second time it is the end. */
function readNew(
  about: PageAnswer,
  { pagination, state: { position } }: Pick<Reading, 'pagination' | 'state'>,
): Listed {
  const listed = readList(about.output, pagination);
  if (listed === undefined) throw noList(about, pagination);
  const isRepeated = position.seen !== undefined && position.seen === digestValue(listed.items);
  return isRepeated ? { ...listed, items: [] } : listed;
}

function readLimit(limit: unknown, { max }: Pagination): number | undefined {
  if (limit === undefined || limit === null) return undefined;
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0) return Math.min(limit, max ?? limit);
  throw new InputError([
    { argument: 'limit', message: `must be a positive integer, for example ${max ?? DEFAULT_LIMIT}` },
  ]);
}

function noList(about: PageAnswer, { items: place }: Pagination): ResponseError {
  const keys = isRecord(about.output) ? Object.keys(about.output).filter((key) => /^\w{1,40}$/.test(key)) : [];
  const found = keys.length > 0 ? `an object of ${keys.slice(0, 10).join(', ')}` : 'something else';
  const message = `A list was expected${place === '' ? '' : ` at ${place}`}, and the answer is ${found}.`;
  return new ResponseError(about, message, 'This is no empty list: nothing is known of the items. Try again later.');
}

function decode(owner: CursorOwner, cursor: unknown): Promise<CursorState> {
  return decodeCursor(owner, typeof cursor === 'string' ? cursor : '');
}
