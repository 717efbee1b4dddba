import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../http/call.ts';
import type { Ticket, TicketPart } from '../../model/tickets.ts';
import { contactList } from '../people/contact-reference.ts';
import { linkedList, linkedTo } from './linked.ts';
import { renderState, renderType } from './render-type.ts';
import { stateOf, typeOf } from './ticket-of.ts';

/** Parts that Intercom answers at most: the newest. */
const MAX_PARTS = 500;

/** A ticket as the API answers it. */
export function renderTicket({ workspace }: Pick<Call, 'workspace'>, ticket: Ticket): Json {
  const type = typeOf(workspace, ticket);
  return {
    ...ticket,
    type: 'ticket',
    category: type.category,
    ticket_state: renderState(stateOf(workspace, ticket)),
    ticket_type: renderType(workspace, type),
    contacts: contactList(workspace, ticket.contact_ids),
    linked_objects: linkedList(linkedTo(workspace, ticket)),
    ticket_parts: {
      type: 'ticket_part.list',
      ticket_parts: ticket.parts.slice(-MAX_PARTS).map(renderPart),
      total_count: ticket.parts.length,
    },
  };
}

/** A part of a ticket as the API answers it; Intercom names leads users here. */
export function renderPart(part: TicketPart): Json {
  const { author } = part;
  return { ...part, type: 'ticket_part', author: { ...author, type: author.type === 'lead' ? 'user' : author.type } };
}
