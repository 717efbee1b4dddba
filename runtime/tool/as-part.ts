/** A part of a multipart body with a media type of its own (OpenAPI's `encoding`): a text as it is, anything else as JSON; what is missing stays. */
export function asPart(value: unknown, type: string): Blob | null | undefined {
  if (value === undefined || value === null) return value;
  return new Blob([typeof value === 'string' ? value : JSON.stringify(value)], { type });
}
