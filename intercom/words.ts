import type { ApiProfile } from '../runtime/profile/api-profile.ts';
import { sayings } from './sayings.ts';
import { synonyms } from './synonyms.ts';
import { heroTools } from './workflows.ts';

/** What a search among Intercom's tools goes by: words, and nothing that needs a server. */
export const intercomWords = {
  id: 'intercom',
  synonyms,
  sayings,
  alwaysLoad: heroTools,
} as const satisfies Partial<ApiProfile>;
