import type { Call } from '../../http/call.ts';
import { invalid } from '../../http/fault.ts';
import type { DataEvent } from '../../model/data.ts';
import { cursorOf, startOf } from '../../paging/cursor.ts';

/** Events of a page where a request does not say; the description tells neither this nor the most. */
const USUAL_SIZE = 50;
const MAX_SIZE = 150;

/** One page of events, newest first, and the address of the next one while there is more. */
export function eventPage(
  call: Call,
  events: readonly DataEvent[],
): { readonly events: readonly DataEvent[]; readonly pages: { readonly next?: string } } {
  const size = sizeOf(call);
  const { before } = call.query;
  const start = typeof before === 'string' ? startOf(before, events) : 0;
  const end = start + size;
  const pages = end < events.length ? { next: nextAddress(call, size, cursorOf(events, end)) } : {};
  return { events: events.slice(start, end), pages };
}

function sizeOf({ query }: Call): number {
  if (query.per_page === undefined) return USUAL_SIZE;
  const size = Number(query.per_page);
  if (Number.isSafeInteger(size) && size > 0) return Math.min(size, MAX_SIZE);
  throw invalid('per_page is no positive whole number', 'per_page');
}

function nextAddress({ origin, query }: Call, size: number, before: string): string {
  const address = new URL('/events', origin);
  for (const [name, value] of Object.entries({ ...query, per_page: size, before }))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address.href;
}
