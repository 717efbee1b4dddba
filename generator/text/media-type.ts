/** Whether a body of a media type is one JSON value; a sequence of them (`application/json-seq`) is none. */
export function isJsonType(type: string): boolean {
  return /[/+]json\b(?!-seq)/i.test(type);
}
