/** A noun with its article: `a workspace`, `an account`. */
export function aNoun(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
