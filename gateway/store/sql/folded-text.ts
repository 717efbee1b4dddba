/**
 * A text in which upper and lower case are the same, in any alphabet and over every engine: databases fold the letters of ASCII
 * alone, or go by the language of their host.
 */
export function foldedText(text: string): string {
  const folded = text.toWellFormed().normalize('NFKC').toUpperCase().toLowerCase();
  // A sigma at the end of a word, and what is left of a Turkish capital I.
  return folded.replaceAll('ς', 'σ').replaceAll('i\u0307', 'i').normalize('NFKC');
}

/** {@link foldedText} of what may be missing. */
export function foldedOrNull(text: string | null): string | null {
  return text === null ? null : foldedText(text);
}

/** A pattern for `like … escape '!'` by which a folded text contains this one. */
export function containing(text: string): string {
  return `%${literally(foldedText(text))}%`;
}

/** A pattern for `like … escape '!'` by which a text in lower case begins with this one. */
export function beginningWith(text: string): string {
  return `${literally(foldedText(text))}%`;
}

function literally(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
