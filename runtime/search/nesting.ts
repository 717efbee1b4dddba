import type { Notes } from './notes.ts';
import type { SearchContext } from './search-context.ts';
import { type Group, isGroup, type SearchQuery } from './search-query.ts';

/** How many groups stand in one another. */
function depthOf(query: SearchQuery): number {
  return isGroup(query) ? 1 + Math.max(0, ...query.value.map((item) => depthOf(item))) : 0;
}

/** Brings a query that nests too deep into fewer levels where that changes nothing; refuses it where it would. */
export function fitNesting(query: SearchQuery, path: string, { rules, notes }: SearchContext): SearchQuery | undefined {
  if (depthOf(query) <= rules.maxNesting) return query;
  const flat = flatten(query);
  if (depthOf(flat) > rules.maxNesting)
    return notes.refuse(
      path,
      `groups nest at most ${rules.maxNesting} deep, as in (a OR b) AND (c OR d): ${depthOf(query)} levels are too many. Use IN for several values of one field, or search several times`,
    );
  if (!fits(flat, rules.maxFilters, path, notes)) return undefined;
  notes.repair(`${path}: ${depthOf(query)} levels of groups became ${depthOf(flat)}, with the same meaning`);
  return flat;
}

/** A group of one is its item, and a group in a group of the same operator is a part of it. */
function flatten(query: SearchQuery): SearchQuery {
  if (!isGroup(query)) return query;
  const value = query.value
    .map(flatten)
    .flatMap((item) => (isGroup(item) && item.operator === query.operator ? item.value : [item]));
  const [only] = value;
  return value.length === 1 && only ? only : { operator: query.operator, value };
}

function fits(query: SearchQuery, maxFilters: number, path: string, notes: Notes): boolean {
  const groups: Group[] = isGroup(query) ? [query] : [];
  for (const group of groups) groups.push(...group.value.filter(isGroup));
  const large = groups.find(({ value }) => value.length > maxFilters);
  if (large)
    notes.refuse(
      path,
      `nests too deep, and as one group it would hold ${large.value.length} filters, of which ${maxFilters} are allowed`,
    );
  return large === undefined;
}
