import { isPresent } from '../../domain/people/find-contact.ts';
import { contacts } from '../../model/people.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { seedCustomObjects } from './seed-custom-objects.ts';
import { seedEvents } from './seed-events.ts';

/** What refers to people: their events, their bookings and invoices. */
export function seedPeopleData(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 0xe4e7);
  const users = contacts(workspace).filter((contact) => contact.role === 'user' && isPresent(contact));
  if (users.length === 0) return;
  seedEvents(workspace, users, random);
  seedCustomObjects(workspace, users, random);
}
