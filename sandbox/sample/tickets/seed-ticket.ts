import { adminAuthor, contactAuthor, operator } from '../../domain/people/author-of.ts';
import { putTag } from '../../domain/tags/tagging.ts';
import { addPart } from '../../domain/tickets/add-part.ts';
import { optionsOf } from '../../domain/tickets/list-options.ts';
import { newTicket } from '../../domain/tickets/new-ticket.ts';
import { setState } from '../../domain/tickets/set-state.ts';
import { statesOf } from '../../domain/tickets/ticket-of.ts';
import { conversations } from '../../model/conversations.ts';
import { type Admin, admins, contacts, tags, teams } from '../../model/people.ts';
import { type Ticket, type TicketType, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import type { Topic } from './topics.ts';

/** How far a sample ticket is. */
export type Stage = 'submitted' | 'in_progress' | 'waiting' | 'resolved' | 'escalated';

/** A sample ticket before it is made. */
interface Plan {
  readonly id: string;
  readonly topic: Topic;
  readonly contactId: string | undefined;
  readonly created: number;
  readonly stage: Stage;
  readonly isUnassigned: boolean;
}

const STATES: Readonly<Record<Stage, string>> = {
  submitted: cast.ticketStates.submitted,
  in_progress: cast.ticketStates.inProgress,
  waiting: cast.ticketStates.waiting,
  resolved: cast.ticketStates.resolved,
  escalated: cast.ticketStates.escalated,
};

/** Adds one sample ticket with what happened to it. */
export function seedTicket(workspace: Workspace, random: Random, plan: Plan): void {
  const { id, topic, contactId, created, stage, isUnassigned } = plan;
  const type = ticketTypes(workspace).get(topic.type);
  if (type === undefined) return;
  const ticket = newTicket(workspace, {
    id,
    ticket_type_id: type.id,
    created_at: created,
    contact_ids: contactId === undefined ? [] : [contactId],
    company_id: contacts(workspace).get(contactId)?.company_ids[0] ?? null,
    ticket_attributes: valuesOf(type, topic),
  });
  const label = topic.type === cast.ticketTypes.tracker ? 'bug' : stage === 'escalated' ? 'vip' : undefined;
  const tag = tags(workspace).find(({ name }) => name === label);
  if (tag !== undefined) putTag(ticket, tag, { by: cast.admins.tomas, at: created });
  let at = created;
  const later = (): number => {
    at = Math.min(workspace.start - 60, at + random.between(5, 150) * 60);
    return at;
  };
  const admin = isUnassigned || stage === 'submitted' ? undefined : anyAdmin(workspace, random);
  if (admin !== undefined) {
    ticket.admin_assignee_id = Number(admin.id);
    if (teams(workspace).has(cast.teams.technical)) ticket.team_assignee_id = Number(cast.teams.technical);
    const assigned_to = { type: 'admin', id: admin.id } as const;
    addPart(workspace, ticket, { at: later(), author: operator }, { part_type: 'assignment', assigned_to });
    const author = adminAuthor(admin);
    const body = `<p>${topic.answer}</p>`;
    addPart(workspace, ticket, { at: later(), author }, { part_type: 'comment', body });
    if (random.chance(0.5))
      addPart(workspace, ticket, { at: later(), author }, { part_type: 'note', body: `<p>${topic.note}</p>` });
    moveTo(workspace, ticket, STATES[stage], later(), admin);
    thank(workspace, ticket, stage === 'resolved' && random.chance(0.4), later);
  }
  if (type.category === 'Tracker') linkSome(workspace, random, ticket);
  ticket.updated_at = Math.max(created, ticket.parts.at(-1)?.created_at ?? 0);
}

/** A contact's last word, which opens no ticket again here: it came before the ticket was resolved. */
function thank(workspace: Workspace, ticket: Ticket, hasThanks: boolean, later: () => number): void {
  const contact = contacts(workspace).get(ticket.contact_ids[0]);
  if (!hasThanks || contact === undefined || !ticket.is_shared) return;
  const last = ticket.parts.pop();
  const author = contactAuthor(contact);
  const body = '<p>Thank you, that solved it for us.</p>';
  addPart(workspace, ticket, { at: last?.created_at ?? later(), author }, { part_type: 'comment', body });
  if (last !== undefined) ticket.parts.push(last);
}

function moveTo(workspace: Workspace, ticket: Ticket, stateId: string, at: number, admin: Admin): void {
  const states = statesOf(workspace, ticket.ticket_type_id);
  const state = states.some(({ id }) => id === stateId) ? stateId : cast.ticketStates.inProgress;
  setState(workspace, ticket, { at, author: adminAuthor(admin) }, state);
}

function anyAdmin(workspace: Workspace, random: Random): Admin | undefined {
  const all = admins(workspace).all();
  return all.length === 0 ? undefined : random.pick(all);
}

/** Conversations that no other tracker has. */
function linkSome(workspace: Workspace, random: Random, ticket: Ticket): void {
  const taken = new Set(
    tickets(workspace)
      .all()
      .flatMap((other) => other.linked_conversation_ids),
  );
  const free = conversations(workspace).filter(({ id }) => !taken.has(id));
  for (let count = 0; count < 3 && free.length > 0; count++) {
    const [linked] = free.splice(random.between(0, free.length - 1), 1);
    if (linked !== undefined) ticket.linked_conversation_ids.push(linked.id);
  }
}

function valuesOf(type: TicketType, { title, description, values }: Topic): Record<string, unknown> {
  const own = type.attributes.flatMap((attribute) => {
    const value = values[attribute.name];
    if (value === undefined) return [];
    const option = optionsOf(attribute).find(({ label }) => label === value);
    return [[attribute.name, option?.id ?? value] as const];
  });
  return { _default_title_: title, _default_description_: description, ...Object.fromEntries(own) };
}
