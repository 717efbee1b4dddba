/** True for the text of a type that is one object, `{ … }`, and nothing beside it. */
export function isObjectType(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at > 0 && at === text.length - 1;
  }
  return false;
}
