import { isPresent } from '../../domain/people/find-contact.ts';
import { type Contact, contacts } from '../../model/people.ts';
import { createRandom } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { type Stage, seedTicket } from './seed-ticket.ts';
import { seedTypes } from './seed-types.ts';
import { JONAS_TOPIC, SUBMITTED_TOPIC, TOPICS } from './topics.ts';

/** Tickets at the usual size. */
const COUNT = 40;

/** The id of the last sample ticket, which is the one of Jonas. */
const LAST = Number(cast.tickets.jonas);

const HOUR = 3600;

/** Ticket types, states and tickets. */
export function seedTickets(workspace: Workspace): void {
  seedTypes(workspace);
  const random = createRandom(workspace.seed + 5003);
  const count = Math.min(LAST, Math.max(COUNT, Math.round(COUNT * workspace.scale)));
  const { amara, sofia, jonas } = cast.contacts;
  const others = contacts(workspace).filter((contact) => contact.id !== jonas && isPresent(contact));
  for (let index = 0; index < count; index++) {
    const id = String(LAST - count + 1 + index);
    // The older a ticket, the further apart they stand.
    const age = count - index;
    const created = workspace.start - Math.round((age * 17 + random.between(1, 9)) * HOUR);
    const isSubmitted = id === cast.tickets.submitted;
    const isOfJonas = id === cast.tickets.jonas;
    const topic = isOfJonas ? JONAS_TOPIC : isSubmitted ? SUBMITTED_TOPIC : pickTopic(index);
    const contact = isOfJonas ? jonas : isSubmitted ? amara : index === 2 ? sofia : anyOf(random.pick, others);
    const stage: Stage = isOfJonas ? 'in_progress' : isSubmitted ? 'submitted' : stageOf(random.next());
    seedTicket(workspace, random, {
      id,
      topic,
      contactId: contact !== undefined && contacts(workspace).has(contact) ? contact : undefined,
      created,
      stage,
      isUnassigned: isSubmitted,
    });
  }
}

function pickTopic(index: number): (typeof TOPICS)[number] {
  return TOPICS[index % TOPICS.length] ?? SUBMITTED_TOPIC;
}

function anyOf(pick: (items: readonly Contact[]) => Contact, from: readonly Contact[]): string | undefined {
  return from.length === 0 ? undefined : pick(from).id;
}

function stageOf(chance: number): Stage {
  if (chance < 0.2) return 'submitted';
  if (chance < 0.45) return 'in_progress';
  if (chance < 0.6) return 'waiting';
  return chance < 0.9 ? 'resolved' : 'escalated';
}
