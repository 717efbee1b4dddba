import { conversations } from '../../model/conversations.ts';
import { type Ticket, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A thing that is linked to another, as Intercom lists it. */
interface LinkedObject {
  readonly type: 'ticket' | 'conversation';
  readonly id: string;
  readonly category: string | null;
}

/** What is linked to a ticket, from either side. */
export function linkedTo(workspace: Workspace, ticket: Ticket): LinkedObject[] {
  const own = ticket.linked_conversation_ids.flatMap((id): LinkedObject[] => {
    const other = tickets(workspace).get(id);
    if (other !== undefined) return [asLinked(workspace, other)];
    return conversations(workspace).has(id) ? [asLinkedConversation(id)] : [];
  });
  const others = tickets(workspace).filter(({ linked_conversation_ids: linked }) => linked.includes(ticket.id));
  return [...own, ...others.map((other) => asLinked(workspace, other))];
}

/** A conversation that is linked to something. */
export function asLinkedConversation(id: string): LinkedObject {
  return { type: 'conversation', id, category: null };
}

/** Linked things in the list that answers have of them. */
export function linkedList(data: readonly LinkedObject[]) {
  return {
    type: 'list',
    data,
    total_count: data.length,
    has_more: false,
  };
}

/** A ticket that is linked to something. */
export function asLinked(workspace: Workspace, { id, ticket_type_id }: Ticket): LinkedObject {
  return { type: 'ticket', id, category: ticketTypes(workspace).get(ticket_type_id)?.category ?? null };
}
