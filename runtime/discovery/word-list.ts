/**
 * Words as one text, shorter than a union of them: `OneOf<"open source.{type body}">` is one of `open`, `source.type`
 * and `source.body`. Undefined where a word would be ambiguous in it, or where a union is as short.
 */
export function wordList(values: readonly unknown[]): string | undefined {
  const words = plainWords(values);
  if (words === undefined) return undefined;
  const written = groups(words).map(([start, ends]) => (start === '' ? ends.join('') : `${start}{${ends.join(' ')}}`));
  return `OneOf<"${written.join(' ')}">`;
}

/** As {@link wordList}, in words of TypeScript: `"open"|\`source.${"type"|"body"}\``. */
export function templateWords(values: readonly unknown[]): string | undefined {
  const words = plainWords(values)?.filter((word) => !word.includes('$'));
  if (words === undefined || words.length < values.length) return undefined;
  const union = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join('|');
  return groups(words)
    .map(([start, ends]) => (start === '' ? union(ends) : `\`${start}\${${union(ends)}}\``))
    .join('|');
}

function plainWords(values: readonly unknown[]): string[] | undefined {
  const words = values.filter((value) => typeof value === 'string');
  if (words.length < values.length || words.length < FEWEST_WORDS) return undefined;
  return words.every((word) => /^[^\s"\\`{}]+$/.test(word)) ? words : undefined;
}

/** From so many words on the list is shorter than the union. */
const FEWEST_WORDS = 4;
/** So many words share what they begin with before it is written once. */
const FEWEST_OF_A_GROUP = 2;

type Group = readonly [start: string, ends: readonly string[]];

/** Words that begin alike up to their last dot, with that beginning, where the first of them stood; others stand alone. */
function groups(words: readonly string[]): Group[] {
  const endings = new Map<string, string[]>();
  for (const word of words) {
    const start = startOf(word);
    endings.set(start, [...(endings.get(start) ?? []), word.slice(start.length)]);
  }
  const written = new Set<string>();
  return words.flatMap((word): Group[] => {
    const start = startOf(word);
    const together = endings.get(start) ?? [];
    if (start === '' || together.length < FEWEST_OF_A_GROUP) return [['', [word]]];
    if (written.has(start)) return [];
    written.add(start);
    return [[start, together]];
  });
}

function startOf(word: string): string {
  return word.slice(0, word.lastIndexOf('.') + 1);
}
