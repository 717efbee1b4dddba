import type { Json } from '../../contract/contract.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { namedTicket, typeOf } from '../../domain/tickets/ticket-of.ts';
import { textIn } from '../../generic/read-body.ts';
import type { Call } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { conversations } from '../../model/conversations.ts';
import { type Ticket, tickets } from '../../model/tickets.ts';

/** Conversations that one tracker takes. */
const MAX_LINKED = 2500;

/** Links a conversation or a customer ticket to a tracker ticket. */
export function linkConversation(call: Call): unknown {
  const { workspace, body, now } = call;
  const tracker = namedTracker(call, 'Links to conversations are for tracker tickets');
  const id = textIn(body, 'conversation_id') ?? '';
  const ticket = tickets(workspace).get(id);
  if (ticket === undefined && !conversations(workspace).has(id))
    throw new Fault(404, 'Conversation not found', { code: 'conversation_not_found' });
  if (ticket !== undefined && typeOf(workspace, ticket).category !== 'Customer')
    throw new Fault(400, 'Only conversations and customer tickets can be linked', { code: 'invalid_ticket_type' });
  const others = tickets(workspace).filter((other) => typeOf(workspace, other).category === 'Tracker');
  if (others.some(({ linked_conversation_ids: linked }) => linked.includes(id)))
    throw new Fault(400, 'The conversation is linked to another tracker ticket already', {
      code: 'already_linked_to_tracker',
    });
  if (tracker.linked_conversation_ids.length >= MAX_LINKED)
    throw new Fault(400, 'No more conversations fit on this ticket', {
      code: 'linked_conversation_limit_exceeded',
    });
  tracker.linked_conversation_ids.push(id);
  tracker.updated_at = now;
  return renderLinked(call, id);
}

/** Removes such a link. */
export function unlinkConversation(call: Call): unknown {
  const tracker = namedTracker(call, 'Links from conversations are taken off tracker tickets');
  const { id = '' } = call.params;
  const index = tracker.linked_conversation_ids.indexOf(id);
  if (index < 0)
    throw new Fault(404, 'No link leads from this ticket to the conversation', { code: 'conversation_not_found' });
  tracker.linked_conversation_ids.splice(index, 1);
  tracker.updated_at = call.now;
  return renderLinked(call, id);
}

function namedTracker(call: Call, refusal: string): Ticket {
  const ticket = namedTicket(call);
  if (typeOf(call.workspace, ticket).category !== 'Tracker')
    throw new Fault(400, refusal, { code: 'invalid_ticket_type' });
  return ticket;
}

/** The conversation, or the ticket as far as it has the form of one. */
function renderLinked(call: Call, id: string): Json {
  const { workspace } = call;
  const conversation = conversations(workspace).get(id);
  if (conversation !== undefined) return renderConversation(call, conversation);
  const ticket = tickets(workspace).get(id);
  if (ticket === undefined) return { type: 'conversation', id };
  const rendered = renderTicket(call, ticket);
  return {
    type: 'conversation',
    id,
    title: ticket.ticket_attributes._default_title_ ?? null,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    open: ticket.open,
    state: ticket.snoozed_until !== null ? 'snoozed' : ticket.open ? 'open' : 'closed',
    admin_assignee_id: ticket.admin_assignee_id,
    team_assignee_id: String(ticket.team_assignee_id),
    contacts: rendered.contacts,
    ticket: rendered,
    linked_objects: rendered.linked_objects,
  };
}
