/** Names of variables that a text seems to declare, in order, each once; some may stand in strings or in inner functions. */
export function declaredNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, name, pattern = ''] of text.matchAll(DECLARATION)) {
    if (name !== undefined) names.add(name);
    for (const [, part] of pattern.matchAll(PART)) if (part !== undefined) names.add(part);
    if (names.size >= MOST) break;
  }
  return [...names].slice(0, MOST);
}

/** A name, or the pattern between braces or brackets, up to a length. */
const DECLARATION = /\b(?:const|let|var)\s{1,9}(?:([\p{ID_Start}$_][\p{ID_Continue}$]*)|[{[]([^=;]{1,300}))/gu;

/** A name of a pattern: that behind a colon, where there is one. */
const PART = /([\p{ID_Start}$_][\p{ID_Continue}$]*)\s{0,9}(?=[,}\]=]|$)/gu;

const MOST = 50;
