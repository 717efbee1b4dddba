import { Fault } from '../fault.ts';
import type { Call, Routes } from '../http/call.ts';
import { page } from '../paging/page.ts';
import { compileSearch, type RowTest, SearchFault, type SearchTable } from '../search/index.ts';
import { conversationsNow } from './find-conversation.ts';
import { newestFirst } from './newest-first.ts';
import { renderListed } from './render-conversation.ts';
import { fieldReader } from './search-fields.ts';

/** Searching. The description shows no order of the answers; lists and searches have the same here. */
export const searchRoutes: Routes = {
  'POST /conversations/search': (call) => {
    const test = compile(call);
    const found = conversationsNow(call).filter((row) => test(fieldReader(row)));
    return page(call, newestFirst(found), (row) => renderListed(call, row));
  },
};

function compile({ operation, body, workspace }: Call): RowTest {
  // Written by the generator, whose tests hold its shape.
  const table = operation.search as unknown as SearchTable;
  try {
    return compileSearch(table, body.query, { timezone: workspace.timezone });
  } catch (error) {
    if (error instanceof SearchFault) throw new Fault(error.status, error.message, { code: error.code });
    throw error;
  }
}
