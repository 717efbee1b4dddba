import { customObjectInstances } from '../../model/data.ts';
import type { Contact } from '../../model/people.ts';
import type { Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const PER_TYPE = 15;
const DAY = 86_400;
const SERVICES = ['Haircut', 'Bike service', 'Physio session', 'Piano lesson', 'Eye test', 'Tax consultation'];

/** Bookings and invoices of users; the first of each belong to those that examples speak of. */
export function seedCustomObjects(workspace: Workspace, users: readonly Contact[], random: Random): void {
  const { amara, sofia, jonas } = cast.contacts;
  const known = [sofia, jonas, amara].filter((id) => users.some((user) => user.id === id));
  for (let index = 0; index < PER_TYPE; index++) {
    const contact_id = known[index] ?? random.pick(users).id;
    const made = workspace.start - (60 - index * 4) * DAY + random.between(0, 3600);
    put(workspace, 'Booking', `BK-${41_870 + index}`, made, {
      contact_id,
      service: random.pick(SERVICES),
      starts_at: made + random.between(1, 20) * DAY,
      minutes: random.pick([30, 45, 60, 90]),
      status: random.pick(['confirmed', 'confirmed', 'cancelled', 'no-show']),
    });
    put(workspace, 'Invoice', `FH-${7300 + index}`, made + 3600, {
      contact_id,
      ...(index === 0 && { conversation_id: cast.conversations.refund }),
      amount: random.between(20, 900),
      currency: random.pick(['eur', 'usd', 'gbp']),
      status: index === 0 ? 'paid' : random.pick(['paid', 'paid', 'sent', 'overdue']),
      due_at: made + 14 * DAY,
    });
  }
}

function put(
  workspace: Workspace,
  type: string,
  external_id: string,
  made: number,
  custom_attributes: Record<string, unknown>,
): void {
  customObjectInstances(workspace).put({
    id: workspace.nextId('custom_object_instance', 9001),
    type,
    custom_attributes,
    external_id,
    external_created_at: made,
    external_updated_at: made,
    created_at: made,
    updated_at: made,
  });
}
