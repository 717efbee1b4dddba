import { intercomWords } from '../../../intercom/words.ts';
import type { IndexedProfile } from '../../../runtime/discovery/tool-index.ts';

/** What users say for tools, of the APIs where somebody wrote it down. */
const known: Readonly<Record<string, IndexedProfile>> = { [intercomWords.id]: intercomWords };

/** Whether the package has words, and modules, of an API itself. */
export function isDescribed(api: string): boolean {
  return Object.hasOwn(known, api);
}

/** What a search among the tools of an API goes by. */
export function wordsOf(api: string): IndexedProfile {
  return (isDescribed(api) ? known[api] : undefined) ?? { id: api };
}
