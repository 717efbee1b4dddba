import { conversations } from '../model/conversations.ts';
import { type Ticket, tickets, ticketTypes } from '../model/tickets.ts';
import type { Workspace } from '../store/workspace.ts';

/** A thing that is linked to another, as Intercom lists it. */
export interface LinkedObject {
  readonly type: 'ticket' | 'conversation';
  readonly id: string;
  readonly category: string | null;
}

/** The tickets that a conversation or a customer ticket was linked to. */
export function ticketsLinkedTo(workspace: Workspace, id: string): LinkedObject[] {
  return tickets(workspace)
    .filter(({ linked_conversation_ids: linked }) => linked.includes(id))
    .map((ticket) => asLinked(workspace, ticket));
}

/** What is linked to a ticket, from either side. */
export function linkedTo(workspace: Workspace, ticket: Ticket): LinkedObject[] {
  const own = ticket.linked_conversation_ids.flatMap((id): LinkedObject[] => {
    const other = tickets(workspace).get(id);
    if (other !== undefined) return [asLinked(workspace, other)];
    return conversations(workspace).has(id) ? [{ type: 'conversation', id, category: null }] : [];
  });
  return [...own, ...ticketsLinkedTo(workspace, ticket.id)];
}

function asLinked(workspace: Workspace, { id, ticket_type_id }: Ticket): LinkedObject {
  return { type: 'ticket', id, category: ticketTypes(workspace).get(ticket_type_id)?.category ?? null };
}
