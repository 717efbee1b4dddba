import type { SearchProfile } from '../profile/search-profile.ts';
import type { SearchRules } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { fitNesting } from './nesting.ts';
import { NEUTRAL_SEARCH } from './neutral-profile.ts';
import { takeNotes } from './notes.ts';
import { readQuery } from './read-query.ts';
import type { SearchQuery } from './search-query.ts';

/** A query as it is sent, what was changed to get there, and what to know about its results. */
export interface PreparedSearch {
  readonly query: SearchQuery;
  readonly repairs: readonly string[];
  readonly hints: readonly string[];
}

/** Lines that a refusal has at most: a caller corrects the first and sees the others then. */
const MOST_PROBLEMS = 12;

/**
 * Checks a query against the rules of its search and repairs what can mean one thing only; throws {@link InputError} with
 * what is wrong, where and what to write instead. `now`, in milliseconds, is what relative dates count from.
 */
export function prepareSearch(
  rules: SearchRules,
  query: unknown,
  { now, profile = NEUTRAL_SEARCH }: { readonly now: number; readonly profile?: SearchProfile | undefined },
): PreparedSearch {
  const notes = takeNotes();
  const context = { rules, profile, now: Math.floor(now / 1000), notes };
  const read = readQuery(query, 'query', context);
  const fitting = read && notes.problems.length === 0 ? fitNesting(read, 'query', context) : undefined;
  if (fitting === undefined) throw new InputError(notes.problems.slice(0, MOST_PROBLEMS));
  return { query: fitting, repairs: notes.repairs, hints: notes.hints };
}
