/** A value that cannot stand in a URL path: the message names it and says what to do. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly value: unknown;

  constructor(value: unknown, reason: string) {
    super(`${show(value)} ${reason}. Give a non-empty string or an integer, such as an id from an earlier answer.`);
    this.value = value;
  }
}

/** Percent-encodes every value into one segment that it cannot leave (RFC 3986); throws {@link PathError}. */
export function path(literals: TemplateStringsArray, ...values: readonly unknown[]): string {
  return values.reduce<string>(
    (done, value, index) => done + segment(value) + (literals[index + 1] ?? ''),
    literals[0] ?? '',
  );
}

/** One comma-separated query value: `undefined` for a list that is missing or empty. */
export function csv(list: readonly (string | number | boolean)[] | null | undefined): string | undefined {
  return list && list.length > 0 ? list.join(',') : undefined;
}

function segment(value: unknown): string {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') throw new PathError(value, 'cannot stand in a URL path');
  if (text === '') throw new PathError(value, 'is empty and would address another resource');
  if (text === '.' || text === '..') throw new PathError(value, 'would address another resource');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text)) throw new PathError(value, 'holds a control character');
  if (!text.isWellFormed()) throw new PathError(value, 'is not well-formed Unicode');
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'A missing value';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  return typeof value === 'number' ? String(value) : `A value of type ${Array.isArray(value) ? 'array' : typeof value}`;
}
