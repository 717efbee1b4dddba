import type { Synonyms } from '../profile/synonyms.ts';
import { splitWords } from './split-words.ts';
import { stem } from './stem.ts';

/** Looks up what users say, whatever the endings of their words. */
export interface Thesaurus {
  /** The words with every saying of several words replaced, the longest first. */
  readonly replaceSayings: (words: readonly string[]) => readonly string[];
  /** The words that tools use for one that a user says. */
  readonly synonyms: (word: string) => readonly string[];
}

/** Prepares synonyms for look-ups. */
export function createThesaurus(synonyms: Synonyms): Thesaurus {
  const bySaying = new Map<string, string[]>();
  let longest = 1;
  for (const [words, sayings] of Object.entries(synonyms)) {
    for (const saying of sayings.split(',')) {
      const stems = splitWords(saying).map(stem);
      const key = stems.join(' ');
      bySaying.set(key, [...(bySaying.get(key) ?? []), ...splitWords(words)]);
      longest = Math.max(longest, stems.length);
    }
  }

  function replaceSayings(words: readonly string[]): string[] {
    const stems = words.map(stem);
    const replaced: string[] = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(longest, words.length - at);
      while (length > 1 && !bySaying.has(stems.slice(at, at + length).join(' '))) length -= 1;
      const others = length > 1 ? bySaying.get(stems.slice(at, at + length).join(' ')) : undefined;
      replaced.push(...(others ?? words.slice(at, at + 1)));
      at += length;
    }
    return replaced;
  }

  return { replaceSayings, synonyms: (word) => bySaying.get(stem(word)) ?? [] };
}
