import { saying } from './answer-words.ts';
import type { PagingParameter } from './paged-operation.ts';
import { type Found, first, isNumber, moreOf, named, type Seen, totalOf } from './seen-paging.ts';

/** Paging by the number of a page. */
export function byPage(seen: Seen): Found | undefined {
  const parameter = first(seen, 'page');
  if (parameter === undefined || (!parameter.isSure && !isNumber(parameter))) return undefined;
  const { leaves } = seen;
  const base = baseOf(parameter, seen);
  const [number] = saying('nextNumber', leaves);
  const [pages] = saying('pages', leaves);
  const more = moreOf(leaves, false);
  const total = totalOf(leaves);
  const words = number ? { next: number.place } : more.more !== undefined ? more : pages ? { pages: pages.place } : {};
  const isTold = Object.keys(words).length > 0 || total.total !== undefined;
  const isRival = first(seen, 'offset', ({ isSure }) => isSure) !== undefined;
  const isSure = parameter.isSure && parameter.type !== 'text' && (base.isKnown || number !== undefined) && !isRival;
  return {
    pagination: {
      style: 'page',
      ...named(parameter.name, 'page'),
      ...base.facts,
      ...words,
      ...total,
      ...(!isTold && { untilEmpty: true as const }),
    },
    certainty: isSure ? 'certain' : 'likely',
    reasons: [
      `${parameter.name} is the number of a page${isTold ? `, and the answer says at ${Object.values({ ...words, ...total }).join(' and ')} how many there are` : ''}`,
    ],
  };
}

/** Paging by the number of items before a page. */
export function byOffset(seen: Seen): Found | undefined {
  const parameter = first(seen, 'offset', (one) => one.isSure || isNumber(one));
  if (parameter === undefined) return undefined;
  const { default: usual } = parameter.schema;
  const from = usual === 1 ? 1 : 0;
  const isOdd = typeof usual === 'number' && usual > 1;
  const more = moreOf(seen.leaves, false);
  const total = totalOf(seen.leaves);
  const [number] = saying('nextNumber', seen.leaves);
  return {
    pagination: {
      style: 'offset',
      ...named(parameter.name, 'offset'),
      ...((from === 1 || parameter.isRequired) && { first: from }),
      ...(more.more !== undefined ? more : total.total === undefined && number ? { next: number.place } : {}),
      ...total,
    },
    certainty:
      isOdd ||
      (parameter.type === 'text' && more.more === undefined && total.total === undefined) ||
      (/\bpages?\b/i.test(parameter.words) &&
        !/\b(?:items?|records?|results?|entries|elements|objects|rows)\b/i.test(parameter.words))
        ? 'guess'
        : parameter.isSure && parameter.type !== 'text'
          ? 'certain'
          : 'likely',
    reasons: [`${parameter.name} is the number of items before a page`],
  };
}

/** The number of the first page, where something says it. */
function baseOf(
  { schema, words, isRequired, name }: PagingParameter,
  { leaves }: Seen,
): { facts: { first?: number }; isKnown: boolean } {
  const { default: usual, minimum } = schema;
  const zero =
    usual === 0 ||
    /\b(?:zero|0)[- ]?(?:based|indexed)|(?:start|begin)s?(?:ing)? (?:at|from|with) (?:0|zero)\b|\bfirst page is (?:0|zero)\b/i.test(
      words,
    );
  if (zero) return { facts: { first: 0 }, isKnown: usual !== 1 };
  const one =
    usual === 1 ||
    minimum === 1 ||
    /\b(?:one|1)[- ]?(?:based|indexed)|(?:start|begin)s?(?:ing)? (?:at|from|with) (?:1|one)\b|\bfirst page is (?:1|one)\b|\bdefaults? ?(?:is|to|:|=)? ?`?1\b/i.test(
      words,
    );
  if (one) return { facts: isRequired ? { first: 1 } : {}, isKnown: true };
  // Spring counts from 0, and is known by what it answers.
  if (leaves.some(({ loose }) => loose === 'totalelements')) return { facts: { first: 0 }, isKnown: true };
  if (minimum === 0 || /index/i.test(name)) return { facts: { first: 0 }, isKnown: false };
  return { facts: isRequired ? { first: 1 } : {}, isKnown: false };
}
