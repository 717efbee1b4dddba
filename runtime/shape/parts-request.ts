import type { AnswerRules } from '../profile/answer-rules.ts';
import type { PartsFrom } from '../tool/parts-inputs.ts';
import { InputError } from '../value/errors.ts';
import { asText, isRecord, own } from '../value/value.ts';
import { writtenAt } from './parts.ts';
import type { LastShown } from './parts-cursor.ts';
import type { ReadText } from './read-text.ts';

/** Which parts of a thread are wanted, and in which order. */
export interface PartsRequest {
  readonly order: 'newest' | 'oldest';
  /** Words in lower case, all of which a part has to hold. */
  readonly words: readonly string[];
  readonly from?: PartsFrom | undefined;
  /** Unix seconds, the second itself included. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** The part that was shown last: those behind it follow. */
  readonly after?: LastShown | undefined;
}

/** Words of one search; each is looked for in every text. */
const MOST_WORDS = 20;

/** Reads the arguments of a tool that choose parts; throws {@link InputError} for a time that is none. */
export function readPartsRequest(input: Readonly<Record<string, unknown>>): PartsRequest {
  const words = readable(asText(input.parts_contains) ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS)
    throw new InputError([{ argument: 'parts_contains', message: `must be at most ${MOST_WORDS} words` }]);
  return {
    order: input.parts_order === 'oldest' ? 'oldest' : 'newest',
    words,
    from: KINDS.find((kind) => kind === input.parts_from),
    since: readTime('parts_since', input.parts_since),
    until: readTime('parts_until', input.parts_until),
  };
}

/** True where not all parts are wanted. */
export function isChoosy({ words, from, since, until }: PartsRequest): boolean {
  return words.length > 0 || from !== undefined || since !== undefined || until !== undefined;
}

/** True for a part that is wanted, wherever the last window ended. */
export function isWanted(
  part: unknown,
  { words, from, since, until }: PartsRequest,
  { rules, readText }: { readonly rules: Pick<AnswerRules, 'authors'>; readonly readText: ReadText },
): boolean {
  const at = writtenAt(part);
  if (since !== undefined && at < since) return false;
  if (until !== undefined && at > until) return false;
  if (from !== undefined && !FROM[from](part, rules.authors)) return false;
  if (words.length === 0) return true;
  const text = readable(textsOf(part, readText).join('\n'));
  return words.every((word) => text.includes(word));
}

const FROM = {
  customer: (part, { outsiders }) => outsiders.has(authorOf(part)),
  bot: (part, { bots }) => bots.has(authorOf(part)),
  note: (part, { notes }) => notes.has(kindOf(part)),
  admin: (part, { outsiders, bots, notes }) =>
    !outsiders.has(authorOf(part)) && !bots.has(authorOf(part)) && !notes.has(kindOf(part)),
} satisfies Record<PartsFrom, (part: unknown, authors: AnswerRules['authors']) => boolean>;

const KINDS: readonly PartsFrom[] = ['customer', 'admin', 'bot', 'note'];

function authorOf(part: unknown): string {
  return asText(own(own(part, 'author'), 'type')) ?? '';
}

function kindOf(part: unknown): string {
  return asText(own(part, 'part_type')) ?? '';
}

/** Names of properties that hold no words; who wrote a part is asked for by `parts_from`. */
const WORDLESS = /^author$|(?:^|_)(?:id|ids|type|at|url|code)$/;

/** The texts of a part as a person reads them. Looks without recursion: an answer may be of any depth. */
function textsOf(part: unknown, readText: ReadText): string[] {
  const texts: string[] = [];
  const left: [key: string, value: unknown][] = [['', part]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [key, value] = next;
    if (typeof value === 'string') texts.push(readText(key, value));
    else if (Array.isArray(value)) for (const item of value) left.push([key, item]);
    else if (isRecord(value))
      for (const [name, inner] of Object.entries(value)) if (!WORDLESS.test(name)) left.push([name, inner]);
  }
  return texts;
}

function readable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function readTime(argument: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value).trim();
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (!Number.isNaN(seconds)) return seconds;
  throw new InputError([{ argument, message: 'must be a time such as "2026-01-31T09:00:00Z"' }]);
}
