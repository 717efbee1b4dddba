import { ResponseError } from '../http/errors.ts';
import type { Exchange } from '../http/response.ts';
import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Page, Tool } from '../tool/tool.ts';
import { digestValue } from '../value/digest.ts';
import { InputError } from '../value/errors.ts';
import { own } from '../value/value.ts';

/** How far a walk through all pages of a list goes. */
export interface WalkOptions {
  /** Gives the walk up: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Items that one request asks for; the operation's own page size unless said otherwise. */
  readonly limit?: number;
  /** Items after which the walk ends, though there may be more. */
  readonly maxItems?: number;
}

/** Calls a list tool for one page, with these arguments. */
export type PageExchange<Item> = (input: Readonly<Record<string, unknown>>) => Promise<Exchange<Page<Item>>>;

/** A list tool, and the arguments that all of its pages have in common. */
export interface Walk {
  readonly tool: Pick<Tool, 'name' | 'pagination'>;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Walks through a list item by item and asks for a page only when it is needed. Rejects as a call does, and with a
 * {@link ResponseError} where the API gives a page twice: it never goes in circles.
 */
export async function* paginate<Item>(
  exchange: PageExchange<Item>,
  walk: Walk,
  options: WalkOptions = {},
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pagesOf(exchange, walk, options))
    for (const item of page) {
      options.signal?.throwIfAborted();
      yield item;
    }
}

/** As {@link paginate}, page by page. */
export async function* pagesOf<Item>(
  exchange: PageExchange<Item>,
  { tool, input }: Walk,
  { limit, maxItems = Number.POSITIVE_INFINITY }: Omit<WalkOptions, 'signal'> = {},
): AsyncGenerator<readonly Item[], void, undefined> {
  if (tool.pagination === undefined)
    throw new InputError([{ argument: '', message: `${tool.name} has no pages` }], 'Use call.');
  if (!(maxItems > 0)) throw new InputError([{ argument: 'maxItems', message: 'must be a positive number' }]);
  // Where an operation answers everything at once, pages cut here would ask for everything again.
  const most = PAGING_STYLES[tool.pagination.style].isWhole ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY;
  const size = limit ?? own(input, 'limit') ?? Math.min(maxItems, most);
  const cursors = new Set<string | null>();
  let before: string | undefined;
  let raw = 0;
  for (let cursor: string | null | undefined; cursor !== null && raw < maxItems; ) {
    const arguments_ = { ...input, ...(size !== Number.POSITIVE_INFINITY && { limit: size }) };
    const page = await exchange(cursor === undefined ? arguments_ : { ...arguments_, next_cursor: cursor });
    const { result, next_cursor } = page.output;
    const digest = result.length > 0 ? digestValue(result) : undefined;
    if ((digest !== undefined && digest === before) || cursors.has(next_cursor)) throw circle(tool.name, page);
    yield result.slice(0, maxItems - raw);
    raw += result.length;
    before = digest;
    cursors.add(next_cursor);
    cursor = next_cursor;
  }
}

function circle(tool: string, about: Pick<Exchange<unknown>, 'status' | 'requestId'>): ResponseError {
  const help = 'What came before is right, but there may be more: narrow the arguments, or start again later.';
  return new ResponseError(about, `${tool} was given the same page twice.`, help);
}
