import { recordEvent } from '../../domain/data/record-event.ts';
import type { DataEvent } from '../../model/data.ts';
import type { Contact } from '../../model/people.ts';
import type { Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

/** How many events there are; all but those of the users that examples speak of are spread over everybody. */
const EVENTS = 200;
const OF_CAST = 20;

const DAY = 86_400;

const metadataOf: Readonly<Record<string, (random: Random) => DataEvent['metadata']>> = {
  'created-invoice': (random) => ({
    invoice_number: `FH-${random.between(2000, 9999)}`,
    amount: { amount: random.between(20, 900) * 100, currency: random.pick(['eur', 'usd', 'gbp']) },
    lines: random.between(1, 8),
  }),
  'paid-invoice': (random) => ({
    invoice_number: `FH-${random.between(2000, 9999)}`,
    method: random.pick(['card', 'transfer', 'direct-debit']),
  }),
  'connected-calendar': (random) => ({ provider: random.pick(['google', 'outlook', 'icloud']) }),
  'invited-teammate': (random) => ({
    role: random.pick(['member', 'manager', 'bookkeeper']),
    seats: random.between(2, 12),
  }),
  'published-booking-page': (random) => ({ services: random.between(1, 9) }),
  'cancelled-booking': (random) => ({
    booking_reference: `BK-${random.between(10_000, 99_999)}`,
    refunded: random.chance(0.4),
  }),
  'exported-report': (random) => ({ report: random.pick(['revenue', 'bookings', 'tax']), format: 'csv' }),
  'upgraded-plan': (random) => ({ from: 'Free', to: random.pick(['Pro', 'Team', 'Enterprise']) }),
};

/** What users did: some of it longer ago than Intercom lists. */
export function seedEvents(workspace: Workspace, users: readonly Contact[], random: Random): void {
  const { amara, sofia, jonas } = cast.contacts;
  const known = users.filter(({ id }) => id === amara || id === sofia || id === jonas);
  const names = Object.keys(metadataOf);
  const events = Array.from({ length: EVENTS }, (_, index) => {
    const event_name = random.pick(names);
    const user = known.length > 0 && index < OF_CAST * known.length ? known[index % known.length] : random.pick(users);
    const days = random.chance(0.12) ? random.between(91, 300) : random.between(0, 89);
    return {
      contact_id: (user ?? random.pick(users)).id,
      event_name,
      created_at: workspace.start - days * DAY - random.between(60, DAY - 60),
      metadata: metadataOf[event_name]?.(random) ?? {},
    };
  });
  for (const event of events.toSorted((a, b) => a.created_at - b.created_at)) recordEvent(workspace, event);
}
