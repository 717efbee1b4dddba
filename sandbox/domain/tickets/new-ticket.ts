import { existing } from '../../http/fault.ts';
import { type Ticket, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { operator } from '../people/author-of.ts';
import { addPart } from './add-part.ts';
import { firstState } from './ticket-of.ts';

/** What a new ticket needs; everything else has a default. */
type NewTicket = Partial<Omit<Ticket, 'created_at'>> & Pick<Ticket, 'ticket_type_id' | 'created_at'>;

/** Adds a ticket in the first state of its type, with the part that says so. */
export function newTicket(workspace: Workspace, known: NewTicket): Ticket {
  const type = existing(ticketTypes(workspace).get(known.ticket_type_id), 'Ticket type', 'not_found');
  const ticket: Ticket = {
    id: known.id ?? unusedId(workspace),
    ticket_id: known.ticket_id ?? nextTicketNumber(workspace),
    ticket_state_id: firstState(workspace, type.id).id,
    previous_ticket_state_id: null,
    ticket_attributes: {},
    contact_ids: [],
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: null,
    updated_at: known.created_at,
    open: true,
    snoozed_until: null,
    is_shared: type.category === 'Customer',
    linked_conversation_ids: [],
    tags: [],
    parts: [],
    ...known,
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
