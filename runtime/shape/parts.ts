import { asInteger, asText, isRecord, own } from '../value/value.ts';
import type { LastShown } from './parts-cursor.ts';
import { wrappedList } from './wrapper.ts';

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
export function byId(a: unknown, b: unknown): number {
  const [one, other] = [asText(own(a, 'id')) ?? '', asText(own(b, 'id')) ?? ''];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** The parts behind the last one shown, in the order that they stand in, also where that one is gone. */
export function behind(
  parts: readonly unknown[],
  { part, at }: LastShown,
  order: 'newest' | 'oldest',
): readonly unknown[] {
  const index = parts.findIndex((one) => asText(own(one, 'id')) === part);
  if (index !== -1) return parts.slice(index + 1);
  return parts.filter((one) => (order === 'newest' ? writtenAt(one) < at : writtenAt(one) > at));
}

/** Leaves a person's address out of a part where the person was met before; the id tells the rest. */
export function nameOnce(): (part: unknown) => unknown {
  const met = new Set<string>();
  return (part) => {
    const author = own(part, 'author');
    if (!isRecord(part) || !isRecord(author) || author.id === undefined) return part;
    const person = `${String(author.type)} ${String(author.id)}`;
    const { email, ...known } = author;
    const isKnown = met.has(person);
    if (email !== undefined) met.add(person);
    return isKnown ? { ...part, author: known } : part;
  };
}
