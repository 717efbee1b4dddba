import { existing } from '../../http/fault.ts';
import { type Ticket, ticketStates } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { addPart, type By } from './add-part.ts';
import { stateOf } from './ticket-of.ts';

/** Moves a ticket to another state. A resolved one is closed, and one that is no longer resolved is open again. */
export function setState(workspace: Workspace, ticket: Ticket, by: By, stateId: string): void {
  if (stateId === ticket.ticket_state_id) return;
  const before = stateOf(workspace, ticket);
  const after = existing(ticketStates(workspace).get(stateId), 'Ticket state', 'not_found');
  ticket.previous_ticket_state_id = before.id;
  ticket.ticket_state_id = after.id;
  addPart(workspace, ticket, by, {
    part_type: 'ticket_state_updated_by_admin',
    previous_ticket_state: before.category,
    ticket_state: after.category,
  });
  if (after.category === 'resolved') {
    ticket.open = false;
    ticket.snoozed_until = null;
  } else if (before.category === 'resolved') ticket.open = true;
}
