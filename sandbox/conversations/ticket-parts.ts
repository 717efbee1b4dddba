import type { Attachment, Author } from '../model/conversations.ts';
import { type StateCategory, type TicketPart, tickets } from '../model/tickets.ts';
import type { Workspace } from '../store/workspace.ts';

/** What a part of a conversation and one of a ticket have in common. */
interface Said {
  readonly part_type: string;
  readonly body: string | null;
  readonly created_at: number;
  readonly author: Author;
  readonly attachments: readonly Attachment[];
}

/** Something that was said in a conversation, as the part of the ticket that it becomes. */
export function ticketPartOf(workspace: Workspace, said: Said, ticket_state: StateCategory): TicketPart {
  const { part_type, body, created_at, author, attachments } = said;
  const isKept = part_type === 'note' || part_type.startsWith('ticket_');
  return {
    id: workspace.nextId('ticket_parts', 5_120_001),
    part_type: isKept ? part_type : 'comment',
    body,
    created_at,
    updated_at: created_at,
    author,
    attachments: [...attachments],
    assigned_to: null,
    ticket_state,
    previous_ticket_state: ticket_state,
    external_id: null,
    redacted: false,
    updated_attribute_data: null,
  };
}

/** The next number by which people call a ticket. */
export function nextTicketId(workspace: Workspace): string {
  const taken = new Set(
    tickets(workspace)
      .all()
      .map(({ ticket_id }) => ticket_id),
  );
  let id: string;
  do id = workspace.nextId('ticket_numbers', 1001);
  while (taken.has(id));
  return id;
}
