/** A text as a part of a name for machines: lower-case ASCII letters, digits and single hyphens; empty where nothing is left. */
export function slugOf(text: string, most = 40): string {
  const plain = text.slice(0, 200).normalize('NFKD').toLowerCase();
  const words = plain.replace(/\p{M}+/gu, '').replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-/, '').slice(0, most).replace(/-$/, '');
}
