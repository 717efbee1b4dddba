import { Fault } from '../fault.ts';
import type { Call } from '../http/call.ts';
import { cursorAfter, indexBehind } from '../paging/cursor.ts';
import type { DataEvent } from './rows.ts';

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
  const start = typeof before === 'string' ? indexBehind(before, events) : 0;
  const found = events.slice(start, start + size);
  const last = found.at(-1);
  const isMore = last !== undefined && start + size < events.length;
  const cursor = isMore ? cursorAfter({ id: last.id, index: start + found.length - 1 }) : undefined;
  return { events: found, pages: cursor === undefined ? {} : { next: nextAddress(call, size, cursor) } };
}

function sizeOf({ query }: Call): number {
  if (query.per_page === undefined) return USUAL_SIZE;
  const size = Number(query.per_page);
  if (Number.isSafeInteger(size) && size > 0) return Math.min(size, MAX_SIZE);
  throw new Fault(400, 'per_page is no positive whole number', { code: 'parameter_invalid', field: 'per_page' });
}

function nextAddress({ origin, query }: Call, size: number, before: string): string {
  const address = new URL('/events', origin);
  for (const [name, value] of Object.entries({ ...query, per_page: size, before }))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address.href;
}
