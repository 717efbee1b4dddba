import { newPart } from '../../domain/tickets/add-part.ts';
import type { Attachment, Author } from '../../model/conversations.ts';
import type { StateCategory, TicketPart } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

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
  return newPart(
    workspace,
    { at: created_at, author },
    { part_type: isKept ? part_type : 'comment', body, attachments: [...attachments], ticket_state },
  );
}
