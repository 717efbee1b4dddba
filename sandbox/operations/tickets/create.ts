import type { Json } from '../../contract/contract.ts';
import { existing, invalid } from '../../fault.ts';
import { listIn, numberIn, objectIn, textIn } from '../../generic/read-body.ts';
import type { Handler } from '../../http/call.ts';
import { conversations } from '../../model/conversations.ts';
import { companies } from '../../model/people.ts';
import { type Ticket, type TicketType, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { operator } from '../conversations/author-of.ts';
import { addPart } from './add-part.ts';
import { assignedTo, checkAssignees } from './assignee.ts';
import { checkAttributes, checkRequired } from './check-attributes.ts';
import { checkContact, contactFor } from './contact-of.ts';
import { renderTicket } from './render-ticket.ts';
import { firstState, usableType } from './ticket-of.ts';

/** Creates a ticket at once. */
export const createTicket: Handler = (call) => {
  checkRequest(call.workspace, call.body);
  return renderTicket(call, createFrom(call.workspace, call.body, call.now));
};

/** Refuses a request for a new ticket that could not be carried out. */
export function checkRequest(workspace: Workspace, body: Json): void {
  const type = usableType(workspace, textIn(body, 'ticket_type_id'));
  checkRequired(type, checkAttributes(type, objectIn(body, 'ticket_attributes')));
  checkContact(workspace, listIn(body, 'contacts')[0]);
  checkLink(workspace, type, textIn(body, 'conversation_to_link_id'));
  const companyId = textIn(body, 'company_id');
  if (companyId !== undefined) existing(companies(workspace).get(companyId), 'Company', 'not_found');
  const assignment = objectIn(body, 'assignment');
  checkAssignees(workspace, textIn(assignment, 'admin_assignee_id'), textIn(assignment, 'team_assignee_id'));
}

/** Which things a new ticket may be linked to, as the description lists it. */
function checkLink(workspace: Workspace, type: TicketType, id: string | undefined): void {
  if (id === undefined) return;
  const ticket = tickets(workspace).get(id);
  if (ticket === undefined) existing(conversations(workspace).get(id), 'Conversation', 'conversation_not_found');
  const isCustomer = ticket === undefined || ticketTypes(workspace).get(ticket.ticket_type_id)?.category === 'Customer';
  if (type.category === 'Customer' || !isCustomer)
    throw invalid('conversation_to_link_id cannot be linked to a ticket of this type', 'conversation_to_link_id');
}

/** Adds the ticket that a checked request asks for. */
export function createFrom(workspace: Workspace, body: Json, now: number): Ticket {
  const type = usableType(workspace, textIn(body, 'ticket_type_id'));
  const assignment = objectIn(body, 'assignment');
  const link = textIn(body, 'conversation_to_link_id');
  const at = numberIn(body, 'created_at') ?? now;
  const ticket = newTicket(workspace, {
    ticket_type_id: type.id,
    ticket_attributes: checkAttributes(type, objectIn(body, 'ticket_attributes')),
    contact_ids: [contactFor(workspace, listIn(body, 'contacts')[0], now).id],
    ...checkAssignees(workspace, textIn(assignment, 'admin_assignee_id'), textIn(assignment, 'team_assignee_id')),
    company_id: textIn(body, 'company_id') ?? null,
    created_at: at,
    linked_conversation_ids: link === undefined ? [] : [link],
  });
  const nobody = { admin_assignee_id: 0, team_assignee_id: 0 };
  if (ticket.admin_assignee_id !== 0 || ticket.team_assignee_id !== 0)
    addPart(
      workspace,
      ticket,
      { at, author: operator },
      { part_type: 'assignment', assigned_to: assignedTo(nobody, ticket) },
    );
  return ticket;
}

/** What a new ticket needs; everything else has a default. */
type NewTicket = Partial<Omit<Ticket, 'created_at'>> & Pick<Ticket, 'ticket_type_id' | 'created_at'>;

/** Adds a ticket in the first state of its type, with the part that says so. */
export function newTicket(workspace: Workspace, given: NewTicket): Ticket {
  const type = existing(ticketTypes(workspace).get(given.ticket_type_id), 'Ticket type', 'not_found');
  const ticket: Ticket = {
    id: given.id ?? unusedId(workspace),
    ticket_id: given.ticket_id ?? nextTicketNumber(workspace),
    ticket_state_id: firstState(workspace, type.id).id,
    previous_ticket_state_id: null,
    ticket_attributes: {},
    contact_ids: [],
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: null,
    updated_at: given.created_at,
    open: true,
    snoozed_until: null,
    is_shared: type.category === 'Customer',
    linked_conversation_ids: [],
    tags: [],
    parts: [],
    ...given,
  };
  addPart(
    workspace,
    ticket,
    { at: ticket.created_at, author: operator },
    { part_type: 'ticket_state_updated_by_admin', previous_ticket_state: 'submitted' },
  );
  return tickets(workspace).put(ticket);
}

/** The next number by which people call a ticket. */
export function nextTicketNumber(workspace: Workspace): string {
  const taken = new Set(
    tickets(workspace)
      .all()
      .map(({ ticket_id }) => ticket_id),
  );
  let number: string;
  do number = workspace.nextId('ticket_numbers', 1001);
  while (taken.has(number));
  return number;
}

function unusedId(workspace: Workspace): string {
  let id = workspace.nextId('tickets', 84_952);
  while (tickets(workspace).has(id)) id = workspace.nextId('tickets');
  return id;
}
