/**
 * Words as one text, shorter than a union of them: `OneOf<"open source.{type body}">` is one of `open`, `source.type`
 * and `source.body`. Undefined where a word would be ambiguous in it, or where a union is as short.
 */
export function wordList(values: readonly unknown[]): string | undefined {
  const words = values.filter((value) => typeof value === 'string');
  if (words.length < values.length || words.length < FEWEST_WORDS) return undefined;
  if (!words.every((word) => /^[^\s"\\`{}]+$/.test(word))) return undefined;
  return `OneOf<"${groups(words).join(' ')}">`;
}

/** From so many words on the list is shorter than the union. */
const FEWEST_WORDS = 4;
/** So many words share what they begin with before it is written once. */
const FEWEST_OF_A_GROUP = 2;

/** Words that begin alike up to their last dot stand together, where the first of them stood. */
function groups(words: readonly string[]): string[] {
  const endings = new Map<string, string[]>();
  for (const word of words) {
    const start = startOf(word);
    endings.set(start, [...(endings.get(start) ?? []), word.slice(start.length)]);
  }
  const written = new Set<string>();
  return words.flatMap((word) => {
    const start = startOf(word);
    const together = endings.get(start) ?? [];
    if (start === '' || together.length < FEWEST_OF_A_GROUP) return [word];
    if (written.has(start)) return [];
    written.add(start);
    return [`${start}{${together.join(' ')}}`];
  });
}

function startOf(word: string): string {
  return word.slice(0, word.lastIndexOf('.') + 1);
}
