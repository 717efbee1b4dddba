import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { leavesOf, saying } from './answer-words.ts';
import { type PagingParameter, pagingParameters } from './paged-operation.ts';

/** The parameter that a style sends where a fact does not say otherwise, and the role of those that may be meant instead. */
const STYLES: Readonly<Record<string, { readonly usual: string; readonly role: PagingParameter['role'] }>> = {
  cursor: { usual: 'starting_after', role: 'cursor' },
  page: { usual: 'page', role: 'page' },
  offset: { usual: 'offset', role: 'offset' },
  'last-id': { usual: 'starting_after', role: 'lastId' },
};

/**
 * The facts of an operation's paging with what they leave out: names, where the operation declares no parameter of the usual
 * name and one of another that can mean nothing else, and what tells the end.
 */
export function completePaging(
  pagination: Json,
  { query, answer }: { query: readonly Json[]; answer: Json | undefined },
  lookup: Lookup,
): Json {
  const { style, in: where = 'query', param, size, sized, undeclared } = pagination;
  if (where !== 'query' || typeof style !== 'string' || style === 'none') return pagination;
  const names = new Set(query.map(({ name }) => name));
  const known = pagingParameters(query, lookup);
  const reasons = isRecord(undeclared) ? undeclared : {};
  const only = (role: PagingParameter['role'], without?: unknown): string | undefined => {
    const sure = known.filter((one) => one.role === role && one.isSure && one.name !== without);
    return sure.length === 1 ? sure[0]?.name : undefined;
  };
  const own = Object.hasOwn(STYLES, style) ? STYLES[style] : undefined;
  const isNamed = param !== undefined || own === undefined || names.has(own.usual) || 'param' in reasons;
  const position = isNamed ? undefined : only(own.role);
  const isSized = size !== undefined || sized === false || names.has('per_page') || 'size' in reasons;
  const sizeName = isSized ? undefined : only('size', param ?? position);
  return {
    ...pagination,
    ...(position !== undefined && { param: position }),
    ...(sizeName !== undefined && { size: sizeName }),
    ...endsOf(pagination, answer, lookup),
  };
}

/** What tells the end where positions are those of items and no fact says it: a word on more, or a count. */
function endsOf(pagination: Json, answer: Json | undefined, lookup: Lookup): Json {
  const isCounted = pagination.style === 'offset' || pagination.style === 'last-id';
  const isSaid = ['next', 'more', 'total', 'untilEmpty'].some((key) => pagination[key] !== undefined);
  if (!isCounted || isSaid || answer === undefined) return {};
  const leaves = leavesOf(answer, lookup);
  const [mores, totals] = [saying('more', leaves), saying('total', leaves)];
  return {
    ...(mores.length === 1 && { more: mores[0]?.place }),
    ...(totals.length === 1 && pagination.style === 'offset' && { total: totals[0]?.place }),
  };
}
