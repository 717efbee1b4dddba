import type { PagingFacts } from '../facts/tool-facts.ts';
import type { Lookup } from '../json/lookup.ts';
import { itemsPlace } from '../normalize/items-place.ts';
import { leavesOf } from './answer-words.ts';
import { byOffset, byPage } from './counted-paging.ts';
import { type PagedOperation, type PagingParameter, pagingParameters } from './paged-operation.ts';
import { type DetectedPaging, type Found, isNumber, type Seen } from './seen-paging.ts';
import { byAddress, byCursor, byLastId, byLink } from './told-paging.ts';

/** How an operation pages, by its parameters and its answer; undefined where it does not look as if it paged. */
export function detectPaging(operation: PagedOperation, lookup: Lookup): DetectedPaging | undefined {
  const { path, answer, headers } = operation;
  const items = itemsPlace(answer, path, lookup);
  if (answer === undefined || items === undefined) return undefined;
  const parameters = pagingParameters(operation.parameters, lookup);
  if (parameters.length === 0) return undefined;
  const seen: Seen = { parameters, leaves: leavesOf(answer, lookup), items, lookup, headers };
  const found = byCursor(seen) ?? byLink(seen) ?? byAddress(seen) ?? byLastId(seen) ?? byPage(seen) ?? byOffset(seen);
  if (found === undefined) return undefined;
  const size = sizeOf(seen, found.pagination.param);
  const { certainty, reasons } = found;
  // A lone position with no size beside it could be anything.
  const isAlone =
    size === undefined && certainty === 'certain' && !['cursor', 'url', 'link'].includes(found.pagination.style);
  return {
    pagination: { ...found.pagination, items: items.place, ...sizeFacts(size, found.pagination) },
    certainty:
      isAlone || (size !== undefined && !size.isSure && certainty === 'certain' && !isNumber(size))
        ? 'likely'
        : certainty,
    reasons: [
      ...reasons,
      `its items are ${items.place === '' ? 'the answer itself' : `at ${items.place}`}`,
      ...(size === undefined ? [] : [`${size.name} is a page's size`]),
    ],
  };
}

function sizeOf({ parameters }: Seen, position: string | undefined): PagingParameter | undefined {
  const sizes = parameters.filter(({ role, name, isRequired }) => role === 'size' && name !== position && !isRequired);
  return sizes.find(({ isSure }) => isSure) ?? sizes.find(isNumber);
}

function sizeFacts(
  size: PagingParameter | undefined,
  { style, total, more, pages, next }: Found['pagination'],
): Partial<PagingFacts> {
  if (size === undefined) return { sized: false };
  const { maximum, default: usual } = size.schema;
  const isUntold = total === undefined && more === undefined && pages === undefined && next === undefined;
  const counts = isUntold && (style === 'offset' || style === 'last-id' || style === 'page');
  return {
    ...(size.name !== 'per_page' && { size: size.name }),
    ...(isSize(maximum) && { max: maximum }),
    ...(counts && isSize(usual) && { usual }),
  };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1_000_000;
}
