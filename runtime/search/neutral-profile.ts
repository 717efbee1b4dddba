import type { SearchProfile } from '../profile/search-profile.ts';

/** What holds for the searches of an API of which nothing is known beside their rules. */
export const NEUTRAL_SEARCH: SearchProfile = {
  kinds: {},
  aliases: [],
  notIds: new Set(),
  nobody: new Set(),
};
