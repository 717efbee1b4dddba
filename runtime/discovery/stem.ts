/** A lower-case English word without its ending, so that `replies`, `replied` and `reply` are one; light on purpose. */
export function stem(word: string): string {
  if (/^[a-z][^aeiousy]s$/.test(word)) return word.slice(0, -1);
  if (word.length < 4 || WHOLE.has(word)) return word;
  const bare = withoutEnding(word);
  if (bare.endsWith('y') && bare.length > 3) return `${bare.slice(0, -1)}i`;
  return bare.endsWith('e') && bare.length > 3 ? bare.slice(0, -1) : bare;
}

/** Words that only look like a plural or a participle. */
const WHOLE: ReadonlySet<string> = new Set([
  'news',
  'does',
  'feed',
  'need',
  'speed',
  'string',
  'thing',
  'series',
  'csat',
]);

function withoutEnding(word: string): string {
  for (const ending of ['ies', 'ied']) if (word.endsWith(ending)) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed']) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length > 2 && /[aeiouy]/.test(rest)) return single(rest);
  }
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `tagg` as in `tagging` is `tag`; `call` stays. */
function single(word: string): string {
  return /([^aeiouylsz])\1$/.test(word) ? word.slice(0, -1) : word;
}
