import { splitWords } from './split-words.ts';
import { stem } from './stem.ts';
import type { Thesaurus } from './thesaurus.ts';

/** Stemmed words of a text, without those that say nothing about a tool; `listUsers` and `list_users` are two words. */
export function toTerms(text: string): string[] {
  return splitWords(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}

/**
 * What a user's words ask a tool index for: stemmed terms, each with its weight. Synonyms count for less, and so does
 * what stands in quotation marks: that is mostly what the tool should look for, not what the tool is.
 */
export function queryTerms(text: string, thesaurus: Thesaurus, vocabulary: ReadonlySet<string>): Map<string, number> {
  const weights = new Map<string, number>();
  const give = (word: string, weight: number) => {
    const term = stem(word);
    if (!STOP_WORDS.has(word)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  const { plain, quoted } = withoutQuotes(text.slice(0, LONGEST_QUERY));
  for (const [said, weight] of [
    [plain, 1],
    [quoted, QUOTED],
  ] as const) {
    let before = 0;
    for (const word of thesaurus.replaceSayings(splitWords(said))) {
      const placed = weight * Math.max(LEAST_OF_PLACE, LATER ** before);
      if (!STOP_WORDS.has(word)) before += 1;
      const others = thesaurus.synonyms(word);
      const known = vocabulary.has(stem(word));
      if (known || others.length === 0) give(word, placed);
      for (const other of others) give(other, known ? placed * SYNONYM : placed);
    }
  }
  return weights;
}

const SYNONYM = 0.5;
const QUOTED = 0.25;
/** What is wanted comes first, and of what kind later: each word counts for a little less than the one before. */
const LATER = 0.95;
const LEAST_OF_PLACE = 0.6;
/** Characters of a query that are looked at. */
const LONGEST_QUERY = 500;

function withoutQuotes(text: string): { plain: string; quoted: string } {
  const quotes: string[] = [];
  const plain = text
    .replace(/(?<![\p{L}\p{N}])(["'“‘])(.+?)(?:["'”’])(?![\p{L}\p{N}])/gu, (_all, _mark, inner: string) => {
      quotes.push(inner);
      return ' ';
    })
    // Whose it is: mostly it stands for an id.
    .replace(/[^\s@]+@[^\s@]+/g, (address) => {
      quotes.push(address);
      return ' ';
    });
  return splitWords(plain).length === 0 ? { plain: text, quoted: '' } : { plain, quoted: quotes.join(' ') };
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to into for from by with without and or but not as is are was were be been being am do does
  did done have has had having it its this that these those there here i me we us our you your he she her his they them
  their one ones some any each every all both so then than also only just very too can could may might must shall should
  will would let lets please want wants need needs like about after before up over again who whom whose which what when
  where why how if else while id ids pls plz yet already still really now guy guys thing things stuff somebody
  something called named hi hello hey thanks thank ok okay system mr mrs ms`
    .split(/\s+/)
    .filter(Boolean),
);
