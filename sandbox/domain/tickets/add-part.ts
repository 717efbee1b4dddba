import type { Author } from '../../model/conversations.ts';
import { type Ticket, type TicketPart, ticketStates } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Who does something and when, in unix seconds. */
export interface By {
  readonly at: number;
  readonly author: Author;
}

/** What is particular to a part; the rest is worked out. */
type PartDetails = Partial<Omit<TicketPart, 'id' | 'created_at' | 'author'>> & Pick<TicketPart, 'part_type'>;

/** A part of a ticket; whoever makes one puts it there. */
export function newPart(
  workspace: Workspace,
  { at, author }: By,
  { ticket_state, ...details }: PartDetails & Pick<TicketPart, 'ticket_state'>,
): TicketPart {
  return {
    id: workspace.nextId('ticket_parts', 5_120_001),
    body: null,
    created_at: at,
    updated_at: at,
    author,
    attachments: [],
    assigned_to: null,
    ticket_state,
    previous_ticket_state: ticket_state,
    external_id: null,
    redacted: false,
    updated_attribute_data: null,
    ...details,
  };
}

/** Adds a part to the end of a ticket, whose state is by default the one that it is in. */
export function addPart(workspace: Workspace, ticket: Ticket, by: By, details: PartDetails): TicketPart {
  const ticket_state = ticketStates(workspace).get(ticket.ticket_state_id)?.category ?? 'submitted';
  const part = newPart(workspace, by, { previous_ticket_state: ticket_state, ticket_state, ...details });
  ticket.parts.push(part);
  return part;
}
