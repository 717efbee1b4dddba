import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { fin } from '../../domain/people/author-of.ts';
import { nextTicketNumber } from '../../domain/tickets/new-ticket.ts';
import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { statesOf } from '../../domain/tickets/ticket-of.ts';
import { objectIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { invalid } from '../../http/fault.ts';
import type { Conversation } from '../../model/conversations.ts';
import { type Ticket, type TicketState, type TicketType, tickets, ticketTypes } from '../../model/tickets.ts';
import { ticketPartOf } from './ticket-part-of.ts';

/** Turning a conversation into a ticket, which keeps its id as in Intercom, where both are one thing. */
export const convertRoutes: Routes = {
  'POST /conversations/{conversation_id}/convert': (call) => {
    const conversation = namedConversation(call, call.params.conversation_id);
    const { workspace, now } = call;
    if (tickets(workspace).has(conversation.id)) throw invalid('The conversation is a ticket already');
    const ticket = tickets(workspace).put(ticketOf(call, conversation));
    conversation.updated_at = now;
    return renderTicket(call, ticket);
  },
};

function ticketOf(call: Call, conversation: Conversation): Ticket {
  const { workspace, body, now } = call;
  const type = typeOf(call);
  const state = stateOf(call, type);
  const { id, created_at, contact_ids, company_id, admin_assignee_id, team_assignee_id, tags } = conversation;
  return {
    id,
    ticket_id: nextTicketNumber(workspace),
    ticket_type_id: type.id,
    ticket_state_id: state.id,
    previous_ticket_state_id: null,
    ticket_attributes: {
      _default_title_: conversation.title,
      _default_description_: '',
      ...objectIn(body, 'attributes'),
    },
    contact_ids: [...contact_ids],
    admin_assignee_id,
    team_assignee_id,
    company_id,
    created_at,
    updated_at: now,
    open: state.category !== 'resolved',
    snoozed_until: null,
    is_shared: true,
    linked_conversation_ids: [],
    tags: tags.map((tagging) => ({ ...tagging })),
    parts: ticketPartsOf(call, conversation, state),
  };
}

function ticketPartsOf({ workspace, now }: Call, { source, created_at, parts }: Conversation, state: TicketState) {
  const said = parts.filter(({ body }) => body !== null);
  const first = { ...source, part_type: 'comment', created_at };
  const changed = {
    part_type: 'ticket_state_updated_by_admin',
    body: null,
    created_at: now,
    author: fin,
    attachments: [],
  };
  return [first, ...said, changed].map((part) => ticketPartOf(workspace, part, state.category));
}

function typeOf({ body, workspace }: Call): TicketType {
  const type = ticketTypes(workspace).get(body.ticket_type_id);
  if (type === undefined || type.archived) throw invalid('Ticket type not found', 'ticket_type_id');
  if (type.category !== 'Customer') throw invalid('Ticket type is not of the category Customer', 'ticket_type_id');
  return type;
}

/** The first state of the type that is submitted, unless the request names one. */
function stateOf({ body, workspace }: Call, { id }: TicketType): TicketState {
  const { ticket_state_id: stateId } = body;
  const state = statesOf(workspace, id).find((one) =>
    stateId === undefined ? one.category === 'submitted' : one.id === String(stateId),
  );
  if (state === undefined) throw invalid('Ticket state is none of the ticket type', 'ticket_state_id');
  return state;
}
