/** Words that each say something of the same thing, one after the other: what ends without a mark gets a full stop before the next. */
export function joinSentences(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => part !== undefined && part !== '');
  return said.map((part, at) => (at === said.length - 1 || /[.!?:;…]$/.test(part) ? part : `${part}.`)).join(' ');
}
