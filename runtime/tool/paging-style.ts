import type { Pagination } from './tool.ts';

/** Name of the parameter that carries the size of a page, where the operation does not say. */
export const SIZE_PARAMETER = 'per_page';

/** What a way of paging is like, whatever the operation; what it does with answers stands in `runtime/paging`. */
export interface PagingTraits {
  /** Name of the parameter that carries a cursor, where the operation does not say; none where pages have no cursor. */
  readonly cursorParameter: string;
  /** Name of the parameter that carries the number of a page or an item, where the operation does not say. */
  readonly pageParameter: string;
  /** The operation's `param` names the number of the page or the item, not the cursor. */
  readonly isNumbered: boolean;
  /** A position is that of an item: the next page may begin behind any, whatever the size of pages. */
  readonly isByItem: boolean;
  /** Every request moves on: a page is given once, so nothing may be cut off it and no request repeated. */
  readonly isOnce: boolean;
  /** The operation answers everything at once, and takes no paging parameters. */
  readonly isWhole: boolean;
}

const USUAL: PagingTraits = {
  cursorParameter: 'starting_after',
  pageParameter: 'page',
  isNumbered: false,
  isByItem: false,
  isOnce: false,
  isWhole: false,
};

/** The traits of each way of paging. */
export const PAGING_STYLES = {
  cursor: USUAL,
  page: { ...USUAL, isNumbered: true },
  offset: { ...USUAL, pageParameter: 'offset', isNumbered: true, isByItem: true },
  'last-id': { ...USUAL, isByItem: true },
  scroll: { ...USUAL, cursorParameter: 'scroll_param', isOnce: true },
  link: USUAL,
  url: USUAL,
  none: { ...USUAL, isWhole: true },
} satisfies Record<Pagination['style'], PagingTraits>;
