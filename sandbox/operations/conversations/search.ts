import { conversationsNow } from '../../domain/conversations/find-conversation.ts';
import { renderListed } from '../../domain/conversations/render-conversation.ts';
import { latestFirst } from '../../generic/order.ts';
import { testIn } from '../../generic/search-request.ts';
import type { Routes } from '../../http/call.ts';
import { page } from '../../paging/page.ts';
import { fieldReader } from './field-reader.ts';

/** Searching. The description shows no order of the answers; lists and searches have the same here. */
export const searchRoutes: Routes = {
  'POST /conversations/search': (call) => {
    const test = testIn(call);
    const found = conversationsNow(call).filter((row) => test(fieldReader(row)));
    return page(call, latestFirst(found), (row) => renderListed(call, row));
  },
};
