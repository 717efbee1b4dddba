/**
 * A text of at most `shown` characters as `write` writes it; of a longer one the beginning and the end, with the number of
 * characters between them and in all.
 */
export function shortened(text: string, shown: number, write: (part: string) => string): string {
  if (text.length <= shown) return write(text);
  // No half of a pair is left over.
  const begin = text.slice(0, Math.ceil((shown * 2) / 3)).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-Math.floor(shown / 3)).replace(/^[\udc00-\udfff]/, '');
  const all = countOf(text);
  return `${write(begin)} … ${all - countOf(begin) - countOf(end)} characters more … ${write(end)} (${all} characters)`;
}

/** Characters as Unicode counts them, not halves of a pair. */
function countOf(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}
