import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { namedTicket } from '../../domain/tickets/ticket-of.ts';
import { deleted } from '../../generic/crud.ts';
import type { Call, Handler, Routes } from '../../http/call.ts';
import { tickets } from '../../model/tickets.ts';
import { changeType } from './change-type.ts';
import { createTicket } from './create-ticket.ts';
import { enqueueTicket, jobStatus } from './jobs.ts';
import { linkConversation, unlinkConversation } from './link-conversation.ts';
import { replyTicket } from './reply-ticket.ts';
import { searchTickets } from './search-tickets.ts';
import { settleTickets } from './settle-tickets.ts';
import { ticketTypesRoutes } from './types.ts';
import { updateTicket } from './update-ticket.ts';

function deleteTicket(call: Call): unknown {
  const { id } = namedTicket(call);
  tickets(call.workspace).remove(id);
  for (const other of tickets(call.workspace).all())
    other.linked_conversation_ids = other.linked_conversation_ids.filter((linked) => linked !== id);
  return deleted(call, id);
}

const handlers: Routes = {
  'POST /tickets': createTicket,
  'POST /tickets/enqueue': enqueueTicket,
  'POST /tickets/search': searchTickets,
  'GET /tickets/{ticket_id}': (call) => renderTicket(call, namedTicket(call)),
  'PUT /tickets/{ticket_id}': updateTicket,
  'DELETE /tickets/{ticket_id}': deleteTicket,
  'POST /tickets/{ticket_id}/reply': replyTicket,
  'POST /tickets/{ticket_id}/change_type': changeType,
  'POST /tickets/{ticket_id}/linked_conversations': linkConversation,
  'DELETE /tickets/{ticket_id}/linked_conversations/{id}': unlinkConversation,
  'GET /jobs/status/{job_id}': jobStatus,
};

/** What became due since the last request is done before the next one is answered. */
function settled(handler: Handler): Handler {
  return (call) => {
    settleTickets(call.workspace, call.now);
    return handler(call);
  };
}

/** Tickets with their types and states, and queued jobs. */
export const ticketsRoutes: Routes = {
  ...Object.fromEntries(Object.entries(handlers).map(([key, handler]) => [key, settled(handler)])),
  ...ticketTypesRoutes,
};
