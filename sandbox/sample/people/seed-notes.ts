import { nextNoteId } from '../../model/ids.ts';
import { companies, contacts, notes } from '../../model/people.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const DAY = 86_400;

const ABOUT_CONTACTS = [
  'Prefers email over the phone, and mornings over afternoons.',
  'Runs two calendars, one for each shop. Double bookings come from the second one.',
  'Asked twice about invoices in more than one currency. Tell them when it is there.',
  'Was on a call with Ingrid: wants the team plan once the new studio opens.',
  'Accountant exports all invoices on the first of the month. Do not move them then.',
  'Moved here from a paper diary. Patient with the setup, thankful for screenshots.',
  'Has the card of the former owner on file. Billing contact has to change.',
];

const ABOUT_COMPANIES = [
  'Contract renews in the new year. Priya talks to them in November.',
  'Uses the booking page on the shop window tablet, so outages show at once.',
  'Seven seats are paid for and four used. Offer a smaller plan at renewal.',
  'Pilot for group bookings. Ask them before anything changes there.',
];

/** What teammates wrote down of contacts and companies. */
export function seedNotes(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 303);
  const write = (contact_id: string | null, company_id: string | null, since: number, body: string): void => {
    const id = nextNoteId(workspace);
    const created_at = random.between(since, Math.max(since, workspace.start - 600));
    const author_id = random.pick(Object.values(cast.admins));
    notes(workspace).put({ id, created_at, contact_id, company_id, author_id, body: `<p>${body}</p>` });
  };
  const { amara, jonas } = cast.contacts;
  for (const id of [amara, amara, jonas]) write(id, null, workspace.start - 90 * DAY, random.pick(ABOUT_CONTACTS));
  for (const { id, created_at } of contacts(workspace).filter((contact) => contact.id !== amara))
    if (random.chance(0.15)) write(id, null, created_at, random.pick(ABOUT_CONTACTS));
  for (const [index, { id, created_at }] of companies(workspace).all().entries())
    if (index === 0 || random.chance(0.3)) write(null, id, created_at, random.pick(ABOUT_COMPANIES));
}
