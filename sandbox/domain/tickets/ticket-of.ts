import type { Call } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import {
  type Ticket,
  type TicketState,
  type TicketType,
  ticketStates,
  tickets,
  ticketTypes,
} from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The ticket that the path names, by its `id` and not by the number that people see. */
export function namedTicket({ workspace, params }: Call, code = 'ticket_not_found'): Ticket {
  return existing(tickets(workspace).get(params.ticket_id), 'Ticket', code);
}

/** The type with an id that a request names, if it may be used. */
export function usableType(workspace: Workspace, id: unknown): TicketType {
  const type = existing(ticketTypes(workspace).get(id), 'Ticket type', 'not_found');
  if (type.archived) throw invalid(`Ticket type ${type.id} is archived`);
  return type;
}

/** The type of a ticket. */
export function typeOf(workspace: Workspace, ticket: Ticket): TicketType {
  return existing(ticketTypes(workspace).get(ticket.ticket_type_id), 'Ticket type', 'not_found');
}

/** The state of a ticket. */
export function stateOf(workspace: Workspace, ticket: Ticket): TicketState {
  return existing(ticketStates(workspace).get(ticket.ticket_state_id), 'Ticket state', 'not_found');
}

/** The states that tickets of a type can be in. */
export function statesOf(workspace: Workspace, typeId: string): TicketState[] {
  return ticketStates(workspace).filter((state) => !state.archived && state.ticket_type_ids.includes(typeId));
}

/** The state that new tickets of a type are in: its first submitted one. */
export function firstState(workspace: Workspace, typeId: string): TicketState {
  const states = statesOf(workspace, typeId);
  return existing(states.find(({ category }) => category === 'submitted') ?? states[0], 'Ticket state', 'not_found');
}
