import type { SearchRules } from '../tool/tool.ts';
import type { Notes } from './notes.ts';

/** What every reader of a query knows: the search's rules, the time in unix seconds, and where to note things. */
export interface SearchContext {
  readonly rules: SearchRules;
  readonly now: number;
  readonly notes: Notes;
}
