/** True for a text that is an id before it is a name: a number, a UUID, 24 hexadecimal digits. */
export function isIdText(text: string): boolean {
  return (
    /^\s*-?\d+\s*$/.test(text) ||
    /^[0-9a-f]{24}$/i.test(text) ||
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
  );
}
