import type { Json } from '../../contract/contract.ts';
import { operator } from '../../domain/people/author-of.ts';
import { addPart } from '../../domain/tickets/add-part.ts';
import { newTicket } from '../../domain/tickets/new-ticket.ts';
import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { usableType } from '../../domain/tickets/ticket-of.ts';
import { listIn, numberIn, objectIn, textIn } from '../../generic/read-body.ts';
import type { Call } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { conversations } from '../../model/conversations.ts';
import { companies } from '../../model/people.ts';
import { type Ticket, type TicketType, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { assignedTo, checkAssignees } from './assignee.ts';
import { checkAttributes, checkRequired } from './check-attributes.ts';
import { checkContact, contactFor } from './contact-of.ts';

/** Creates a ticket at once. */
export function createTicket(call: Call): unknown {
  checkRequest(call.workspace, call.body);
  return renderTicket(call, createFrom(call.workspace, call.body, call.now));
}

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
