import type { Author } from '../model/conversations.ts';
import type { Admin, Contact } from '../model/people.ts';
import { type Ticket, type TicketPart, ticketStates } from '../model/tickets.ts';
import { cast } from '../seed/cast.ts';
import type { Workspace } from '../store/workspace.ts';

/** What is particular to a part; the rest is worked out. */
export type PartDetails = Partial<Omit<TicketPart, 'id' | 'created_at' | 'author'>> & Pick<TicketPart, 'part_type'>;

/** Adds a part to the end of a ticket, whose state is by default the one that it is in. */
export function addPart(
  workspace: Workspace,
  ticket: Ticket,
  { at, author }: { readonly at: number; readonly author: Author },
  details: PartDetails,
): TicketPart {
  const state = ticketStates(workspace).get(ticket.ticket_state_id)?.category ?? 'submitted';
  const part: TicketPart = {
    id: workspace.nextId('ticket_parts', 5_120_001),
    body: null,
    created_at: at,
    updated_at: at,
    author,
    attachments: [],
    assigned_to: null,
    ticket_state: state,
    previous_ticket_state: state,
    external_id: null,
    redacted: false,
    updated_attribute_data: null,
    ...details,
  };
  ticket.parts.push(part);
  return part;
}

/** An admin as the author of parts. */
export const adminAuthor = ({ id, name, email }: Admin): Author => ({ type: 'admin', id, name, email });

/** A contact as the author of parts. */
export const contactAuthor = ({ id, role, name, email }: Contact): Author => ({
  type: role,
  id,
  name,
  email: email ?? '',
});

/** Intercom's own bot, the author of what nobody did by hand. */
export const operatorAuthor: Author = {
  type: 'bot',
  id: '149300',
  name: 'Operator',
  email: `operator+${cast.app.id}@intercom.io`,
};
