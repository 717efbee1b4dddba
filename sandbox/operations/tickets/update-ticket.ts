import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor } from '../../domain/people/author-of.ts';
import { addPart } from '../../domain/tickets/add-part.ts';
import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { setState } from '../../domain/tickets/set-state.ts';
import { namedTicket, statesOf, typeOf } from '../../domain/tickets/ticket-of.ts';
import { booleanIn, numberIn, objectIn, textIn } from '../../generic/read-body.ts';
import type { Call } from '../../http/call.ts';
import { existing, Fault, invalid } from '../../http/fault.ts';
import type { Author } from '../../model/conversations.ts';
import { admins, companies } from '../../model/people.ts';
import type { Ticket } from '../../model/tickets.ts';
import { assignedTo, assigneesFor } from './assignee.ts';
import { checkAttributes } from './check-attributes.ts';
import { setAttributes } from './set-attributes.ts';

/** Changes a ticket; everything is checked before anything is changed. */
export function updateTicket(call: Call): unknown {
  const { workspace, body, now } = call;
  const ticket = namedTicket(call);
  const type = typeOf(workspace, ticket);
  const by = { at: now, author: actor(call) };
  const attributes = checkAttributes(type, objectIn(body, 'ticket_attributes'));
  const stateId = checkedState(call, type.id);
  const assigneeId = textIn(body, 'assignee_id');
  const assignees = assigneeId === undefined ? undefined : assigneesFor(workspace, assigneeId, ticket);
  const company = checkedCompany(call);
  const snoozedUntil = checkedSnooze(call);

  setAttributes(workspace, ticket, by, attributes);
  if (stateId !== undefined) setState(workspace, ticket, by, stateId);
  if (assignees !== undefined && !sameAssignees(ticket, assignees)) {
    const assigned = assignedTo(ticket, assignees);
    Object.assign(ticket, assignees);
    addPart(workspace, ticket, by, { part_type: 'assignment', assigned_to: assigned });
  }
  if (company !== undefined) ticket.company_id = company;
  ticket.is_shared = booleanIn(body, 'is_shared') ?? ticket.is_shared;
  setOpen(call, ticket, by.author, snoozedUntil);
  ticket.updated_at = now;
  return renderTicket(call, ticket);
}

function sameAssignees(ticket: Ticket, other: Pick<Ticket, 'admin_assignee_id' | 'team_assignee_id'>): boolean {
  return ticket.admin_assignee_id === other.admin_assignee_id && ticket.team_assignee_id === other.team_assignee_id;
}

/** The admin who is named as acting, else the token's. */
function actor({ workspace, body }: Call): Author {
  const id = textIn(body, 'admin_id');
  if (id === undefined) return adminAuthor(tokenAdmin(workspace));
  return adminAuthor(existing(admins(workspace).get(id), 'Assignee', 'assignee_not_found'));
}

function checkedState({ workspace, body }: Call, typeId: string): string | undefined {
  const id = textIn(body, 'ticket_state_id');
  if (id === undefined || statesOf(workspace, typeId).some((state) => state.id === id)) return id;
  throw new Fault(400, 'ticket_state_id names no state of this type of ticket', {
    code: 'ticket_state_id_invalid',
  });
}

function checkedCompany({ workspace, body }: Call): string | null | undefined {
  if (body.company_id === null) return null;
  const id = textIn(body, 'company_id');
  return id === undefined ? undefined : existing(companies(workspace).get(id), 'Company', 'not_found').id;
}

function checkedSnooze({ body, now }: Call): number | undefined {
  const until = numberIn(body, 'snoozed_until');
  if (until === undefined || until > now) return until;
  throw invalid('snoozed_until must lie ahead', 'snoozed_until');
}

/** Closing unsnoozes, and snoozing opens. */
function setOpen(
  { workspace, body, now }: Call,
  ticket: Ticket,
  author: Author,
  snoozedUntil: number | undefined,
): void {
  const by = { at: now, author };
  const open = booleanIn(body, 'open');
  if (open === false && ticket.open) addPart(workspace, ticket, by, { part_type: 'close' });
  if (open === true && !ticket.open) addPart(workspace, ticket, by, { part_type: 'open' });
  ticket.open = open ?? ticket.open;
  if (!ticket.open) ticket.snoozed_until = null;
  if (snoozedUntil === undefined || open === false) return;
  ticket.open = true;
  ticket.snoozed_until = snoozedUntil;
  addPart(workspace, ticket, by, { part_type: 'snoozed' });
}
