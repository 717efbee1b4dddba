import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { latestFirst } from '../../generic/order.ts';
import { testIn } from '../../generic/search-request.ts';
import type { Call } from '../../http/call.ts';
import { tickets } from '../../model/tickets.ts';
import { page } from '../../paging/page.ts';
import { attributeType, readTicket } from './read-ticket.ts';

/** Tickets that a query finds, the last updated first. */
export function searchTickets(call: Call): unknown {
  const { workspace } = call;
  const isFound = testIn(call, attributeType(workspace));
  const found = tickets(workspace).filter((ticket) => isFound(readTicket(workspace, ticket)));
  return page(call, latestFirst(found), (ticket) => renderTicket(call, ticket));
}
