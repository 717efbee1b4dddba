import type { SearchProfile } from '../profile/search-profile.ts';
import type { SearchRules } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { exceeds } from '../value/exceeds.ts';
import { MOST_VALUES } from './filter-value.ts';
import type { NameFinder } from './name-finder.ts';
import { fitNesting } from './nesting.ts';
import { NEUTRAL_SEARCH } from './neutral-profile.ts';
import { firstLines, MOST_PROBLEMS, takeNotes } from './notes.ts';
import { readQuery } from './read-query.ts';
import type { SearchQuery } from './search-query.ts';

/** A query as it is sent, what was changed to get there, and what to know about its results. */
export interface PreparedSearch {
  readonly query: SearchQuery;
  readonly repairs: readonly string[];
  readonly hints: readonly string[];
}

/** What a query is read with. */
export interface SearchReading {
  readonly now: number;
  readonly profile?: SearchProfile | undefined;
  readonly names?: NameFinder | undefined;
}

/** More than any search takes, in whatever form it is written; a query of more is not read. */
const MOST_FILTERS = 500;
const LONGEST_TEXT = 20_000;
const MANY = Number.POSITIVE_INFINITY;

/**
 * Checks a query against the rules of its search and repairs what can mean one thing only; throws {@link InputError} with
 * what is wrong, where and what to write instead. `now`, in milliseconds, is what relative dates count from.
 */
export function prepareSearch(
  rules: SearchRules,
  query: unknown,
  { now, profile = NEUTRAL_SEARCH, names }: SearchReading,
): PreparedSearch {
  // A query that is nested too deep is refused where it is read.
  const extent = { levels: MANY, records: MOST_FILTERS, values: MOST_VALUES, characters: LONGEST_TEXT };
  if (exceeds(query, extent)) {
    const most = `${MOST_FILTERS} filters, ${MOST_VALUES} values, or ${LONGEST_TEXT} characters in a text`;
    const message = `has more than ${most}: search several times`;
    throw new InputError([{ argument: 'query', message }]);
  }
  const notes = takeNotes();
  const context = { rules, profile, now: Math.floor(now / 1000), notes, names };
  const read = readQuery(query, 'query', context);
  const fitting = read && notes.problems.length === 0 ? fitNesting(read, 'query', context) : undefined;
  if (fitting === undefined) throw new InputError(notes.problems.slice(0, MOST_PROBLEMS));
  return { query: fitting, repairs: notes.repairs, hints: firstLines(notes.hints) };
}
