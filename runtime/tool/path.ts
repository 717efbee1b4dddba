import { percentEncode } from './encoded.ts';

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

/** A value that OpenAPI writes in another way than as it is: `write` gets what encodes one text of it. */
export interface PathPart {
  readonly value: unknown;
  readonly write: (encode: (value: unknown) => string) => string;
}

/**
 * Percent-encodes every value into one segment (RFC 3986), or as its style says; throws {@link PathError} for one that would
 * leave its segment in a server which decodes once too often.
 */
export function path(literals: TemplateStringsArray, ...values: readonly unknown[]): string {
  return values.reduce<string>((before, value, index) => {
    const done = before + (isPart(value) ? writePart(value, index) : segment(value, index));
    const next = literals[index + 1] ?? '';
    const [rest = ''] = next.split('/', 1);
    const isWhole = next.includes('/') || index === values.length - 1;
    // What stands before a value in its segment may make a dot segment of it.
    if (isWhole && isDotSegment(done.slice(done.lastIndexOf('/') + 1) + rest))
      throw new PathError(isPart(value) ? value.value : value, ELSEWHERE, index);
    return done + next;
  }, literals[0] ?? '');
}

const ELSEWHERE = 'would address another resource';

function isPart(value: unknown): value is PathPart {
  // No JSON holds a function, so no argument of a model passes for a part.
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function';
}

function writePart({ value, write }: PathPart, index: number): string {
  const text = write((each) => {
    try {
      return segment(each, index);
    } catch (error) {
      if (!(error instanceof PathError) || error.value === value) throw error;
      // The argument is found by its value, which is the whole one.
      throw new PathError(value, `holds a value that cannot stand in a path: ${error.message}`, index);
    }
  });
  if (text === '') throw new PathError(value, 'is empty and would address another resource', index);
  return text;
}

function segment(value: unknown, index: number): string {
  const text =
    typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? String(value) : value;
  const reason = typeof text === 'string' ? danger(text) : 'cannot stand in a URL path';
  if (typeof text !== 'string' || reason !== undefined) throw new PathError(value, reason ?? '', index);
  return percentEncode(text);
}

function isDotSegment(text: string): boolean {
  return /^\.{1,2}(?:;|$)/.test(decode(text) ?? '..');
}

function danger(text: string): string | undefined {
  if (text === '') return 'is empty and would address another resource';
  const plain = decode(text);
  if (plain === undefined) return 'is percent-encoded again and again';
  if (isDotSegment(plain)) return ELSEWHERE;
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
