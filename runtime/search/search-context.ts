import type { SearchProfile } from '../profile/search-profile.ts';
import type { SearchRules } from '../tool/tool.ts';
import type { NameFinder } from './name-finder.ts';
import type { Notes } from './notes.ts';

/** A search as it can be asked: its rules, and what its API says about searches. */
export interface Searched {
  readonly rules: SearchRules;
  readonly profile: SearchProfile;
}

/** What every reader of a query knows: the search, the time in unix seconds, and where to note things. */
export interface SearchContext extends Searched {
  readonly now: number;
  readonly notes: Notes;
  /** Finds ids by names, where names may stand for them. */
  readonly names?: NameFinder | undefined;
}
