import { isRecord } from '../json/json-schema.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { looseName } from '../normalize/paging-names.ts';
import { saying } from './answer-words.ts';
import type { PagingParameter } from './paged-operation.ts';
import { type Found, first, moreOf, named, type Seen, totalOf } from './seen-paging.ts';

/** Paging by a cursor that the answer gives. */
export function byCursor(seen: Seen): Found | undefined {
  const { leaves } = seen;
  const texts = (one: PagingParameter) => one.type !== 'number';
  const parameter = first(seen, 'cursor', texts);
  if (parameter === undefined) return undefined;
  const nexts = saying('nextCursor', leaves);
  // Some answer the next cursor under the name that it is asked for by.
  const same = leaves.filter(
    ({ loose, type }) => type !== 'number' && type !== 'truth' && loose === looseName(parameter.name),
  );
  const next = nexts[0] ?? same[0];
  if (next === undefined) return undefined;
  const isCertain = parameter.isSure ? nexts.length === 1 || same.length === 1 : nexts.length === 1;
  return {
    pagination: {
      style: 'cursor',
      ...named(parameter.name, 'starting_after'),
      next: next.place,
      ...moreOf(leaves, true),
    },
    certainty: parameter.isRequired ? 'guess' : isCertain ? 'certain' : 'likely',
    reasons: [`${parameter.name} takes what the answer has at ${next.place}`],
  };
}

/** Paging by the `Link` header. */
export function byLink(seen: Seen): Found | undefined {
  if (!seen.headers.some((name) => name.toLowerCase() === 'link')) return undefined;
  const parameter = first(seen, 'page') ?? first(seen, 'cursor') ?? first(seen, 'offset');
  if (parameter === undefined) return undefined;
  return {
    pagination: { style: 'link', param: parameter.name },
    certainty: parameter.isSure ? 'certain' : 'likely',
    reasons: [`its answer has a Link header, and ${parameter.name} says where a page begins`],
  };
}

/** Paging by an address in the answer. */
export function byAddress(seen: Seen): Found | undefined {
  const [next] = saying('nextAddress', seen.leaves);
  const parameter = first(seen, 'page') ?? first(seen, 'offset') ?? first(seen, 'cursor');
  if (next === undefined || parameter === undefined) return undefined;
  return {
    pagination: { style: 'url', param: parameter.name, next: next.place, ...totalOf(seen.leaves) },
    certainty: parameter.isSure && next.isAddress ? 'certain' : 'likely',
    reasons: [
      `the answer has the address of the next page at ${next.place}, and ${parameter.name} says where a page begins`,
    ],
  };
}

/** Paging by the id of the last item. */
export function byLastId(seen: Seen): Found | undefined {
  const parameter = first(seen, 'lastId');
  const { items, lookup, leaves } = seen;
  if (
    parameter === undefined ||
    first(seen, 'page', ({ isSure }) => isSure) ||
    first(seen, 'offset', ({ isSure }) => isSure)
  )
    return undefined;
  const forms = isRecord(items.items) ? alternatives(items.items, lookup).map((form) => form.schema) : [];
  const hasId = forms.some(({ properties }) => isRecord(properties) && Object.hasOwn(properties, 'id'));
  const more = moreOf(leaves, true);
  if (!hasId || !(parameter.isSure || /\bid\b/i.test(`${parameter.words} ${parameter.name.replace(/_/g, ' ')}`)))
    return undefined;
  return {
    pagination: { style: 'last-id', ...named(parameter.name, 'starting_after'), ...more },
    certainty: parameter.isSure && more.more !== undefined ? 'certain' : 'likely',
    reasons: [`${parameter.name} takes the id of an item, and items have one`],
  };
}
