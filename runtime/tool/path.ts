/** A value that cannot stand in a URL path: the message names it and says what to do. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly value: unknown;
  /** Which of the path's values it is, from 0. */
  readonly index: number;

  constructor(value: unknown, reason: string, index: number) {
    super(`${show(value)} ${reason}. Give a non-empty string or an integer, such as an id from an earlier answer.`);
    this.value = value;
    this.index = index;
  }
}

/**
 * Percent-encodes every value into one segment (RFC 3986); throws {@link PathError} for one that would leave its segment in
 * a server which decodes once too often.
 */
export function path(literals: TemplateStringsArray, ...values: readonly unknown[]): string {
  return values.reduce<string>(
    (done, value, index) => done + segment(value, index) + (literals[index + 1] ?? ''),
    literals[0] ?? '',
  );
}

/** One comma-separated query value: `undefined` for a list that is missing or empty. */
export function csv(list: readonly (string | number | boolean)[] | null | undefined): string | undefined {
  return list && list.length > 0 ? list.join(',') : undefined;
}

function segment(value: unknown, index: number): string {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  const reason = typeof text === 'string' ? danger(text) : 'cannot stand in a URL path';
  if (typeof text !== 'string' || reason !== undefined) throw new PathError(value, reason ?? '', index);
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function danger(text: string): string | undefined {
  if (text === '') return 'is empty and would address another resource';
  const plain = decode(text);
  if (plain === undefined) return 'is percent-encoded again and again';
  if (/^\.{1,2}(?:;|$)/.test(plain)) return 'would address another resource';
  if (/[/\\]/.test(plain)) return 'holds a slash or a backslash and would address another resource';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f-\u009f]/.test(plain)) return 'holds a control character';
  return text.isWellFormed() ? undefined : 'is not well-formed Unicode';
}

/** Times that a text may be percent-encoded. */
const ROUNDS = 6;

/** A text without any percent-encoding of ASCII; undefined where more than {@link ROUNDS} lie on top of each other. */
function decode(text: string): string | undefined {
  let [before, after] = ['', text];
  for (let round = 0; before !== after; round += 1) {
    if (round > ROUNDS) return undefined;
    before = after;
    after = before.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return after;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'A missing value';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  return typeof value === 'number' ? String(value) : `A value of type ${Array.isArray(value) ? 'array' : typeof value}`;
}
