import { asInteger, asText, isRecord, own } from '../value/value.ts';
import type { LastShown } from './parts-cursor.ts';
import { wrappedList } from './wrapper.ts';

/** Parts that one answer shows at most. */
export const WINDOW = 50;

/** The parts of a conversation or ticket, newest first, and what stands around them. */
export interface TakenApart {
  readonly key: string;
  readonly parts: readonly unknown[];
  /** How many there are in all, where the API gives only the most recent. */
  readonly total: number | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Takes the parts at a dotted place, or already without their wrapper, out of an answer; `undefined` where it has none. */
export function takeParts(answer: unknown, path: string): TakenApart | undefined {
  const [key = ''] = path.split('.');
  if (!isRecord(answer)) return undefined;
  const { [key]: held, ...rest } = answer;
  const found = Array.isArray(held) ? held : wrappedList(held, key)?.list;
  if (found === undefined) return undefined;
  const total = asInteger(own(held, 'total_count'));
  return {
    key,
    parts: sortNewest(found),
    total: total !== undefined && total > found.length ? total : undefined,
    rest,
  };
}

/** When a part was written, in unix seconds; 0 where it does not say. */
export function writtenAt(part: unknown): number {
  const at = own(part, 'created_at');
  if (typeof at === 'number') return at;
  const milliseconds = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 1000;
}

function sortNewest(parts: readonly unknown[]): readonly unknown[] {
  return parts.toSorted((a, b) => writtenAt(b) - writtenAt(a) || byId(b, a));
}

/** Ids are numbers that grow; as texts, the longer one is the larger one. */
function byId(a: unknown, b: unknown): number {
  const [one, other] = [asText(own(a, 'id')) ?? '', asText(own(b, 'id')) ?? ''];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** The parts that are older than the last one shown, also where that one is gone. */
export function olderThan(parts: readonly unknown[], { part, at }: LastShown): readonly unknown[] {
  const index = parts.findIndex((one) => asText(own(one, 'id')) === part);
  return index === -1 ? parts.filter((one) => writtenAt(one) < at) : parts.slice(index + 1);
}

/** Parts in which a person's address stands only where the person is met first; the id tells the rest. */
export function nameOnce(parts: readonly unknown[]): readonly unknown[] {
  const met = new Set<string>();
  return parts.map((part) => {
    const author = own(part, 'author');
    if (!isRecord(part) || !isRecord(author) || author.id === undefined) return part;
    const person = `${String(author.type)} ${String(author.id)}`;
    const { email, ...known } = author;
    const isKnown = met.has(person);
    if (email !== undefined) met.add(person);
    return isKnown ? { ...part, author: known } : part;
  });
}
