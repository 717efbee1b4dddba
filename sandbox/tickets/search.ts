import { Fault } from '../fault.ts';
import type { Handler } from '../http/call.ts';
import { page } from '../paging/page.ts';
import { compileSearch, SearchFault, type SearchTable } from '../search/index.ts';
import { renderTicket } from './render-ticket.ts';
import { attributeType, newestFirst, readTicket } from './search-reader.ts';

/** Tickets that a query finds, the last updated first. */
export const searchTickets: Handler = (call) => {
  const { workspace, operation, body } = call;
  try {
    // The contract's own table, which the import writes in this form.
    const isFound = compileSearch(operation.search as unknown as SearchTable, body.query, {
      timezone: workspace.timezone,
      attributeType: attributeType(workspace),
    });
    const found = newestFirst(workspace).filter((ticket) => isFound(readTicket(workspace, ticket)));
    return page(call, found, (ticket) => renderTicket(call, ticket));
  } catch (error) {
    if (error instanceof SearchFault) throw new Fault(error.status, error.message, { code: error.code });
    throw error;
  }
};
