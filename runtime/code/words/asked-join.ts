import { toTerms } from '../../discovery/query-terms.ts';
import { splitWords } from '../../discovery/split-words.ts';
import { stem } from '../../discovery/stem.ts';
import { createThesaurus } from '../../discovery/thesaurus.ts';
import type { Joins } from '../../profile/joins.ts';
import type { Synonyms } from '../../profile/synonyms.ts';

/** Two things that a query asks the way between. */
export interface AskedJoin {
  readonly from: string;
  readonly to: string;
}

/** Characters of a query that are looked at. */
const LONGEST = 300;

/** The things that a query asks the way between: `from a conversation to its company`. Undefined for another query. */
export function askedJoin(query: string, { things }: Joins, synonyms: Synonyms = {}): AskedJoin | undefined {
  const words = splitWords(query.slice(0, LONGEST));
  const at = words.indexOf('from');
  const behind = words.lastIndexOf('to');
  // What stands before it is no more than "how do I get".
  if (at < 0 || behind < at || toTerms(words.slice(0, at).join(' ')).some((term) => !LEADS.has(term))) return undefined;
  const thesaurus = createThesaurus(synonyms);
  const names = new Map(Object.keys(things).map((name) => [stem(name), name]));
  const thingIn = (said: readonly string[]): string | undefined => {
    const own = thesaurus.replaceSayings(said).flatMap((word) => names.get(stem(word)) ?? []);
    const other = said.flatMap((word) => thesaurus.synonyms(word).flatMap((one) => names.get(stem(one)) ?? []));
    return own.at(-1) ?? other.at(-1);
  };
  const [from, to] = [thingIn(words.slice(at + 1, behind)), thingIn(words.slice(behind + 1))];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** Words that lead to "from". */
const LEADS = new Set(
  ['get', 'go', 'come', 'join', 'path', 'way', 'navigate', 'reach', 'route', 'walk', 'link'].map(stem),
);
