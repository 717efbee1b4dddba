import { conversationsNow, namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderConversation, renderListed } from '../../domain/conversations/render-conversation.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { invalid } from '../../http/fault.ts';
import { deletedConversations } from '../../model/conversations.ts';
import { page } from '../../paging/page.ts';

/** Reading without a search. */
export const readRoutes: Routes = {
  'GET /conversations': (call) => page(call, latestFirst(conversationsNow(call)), (row) => renderListed(call, row)),
  'GET /conversations/{conversation_id}': (call) =>
    renderConversation(call, namedConversation(call, call.params.conversation_id)),
  'GET /conversations/deleted': (call) => {
    const direction = directionOf(call);
    const rows = deletedConversations(call.workspace)
      .all()
      .sort((a, b) => direction * (a.deleted_at - b.deleted_at || Number(a.id) - Number(b.id)));
    return page(call, rows, (row) => ({ type: 'conversation', ...row }), { type: 'conversations.list' });
  },
};

function directionOf({ query }: Call): 1 | -1 {
  const { order = 'desc' } = query;
  if (order === 'asc') return 1;
  if (order === 'desc') return -1;
  throw invalid('order is neither asc nor desc', 'order');
}
