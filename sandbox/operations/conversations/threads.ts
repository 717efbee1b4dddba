import type { Json } from '../../contract/contract.ts';
import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderPart } from '../../domain/conversations/render-part.ts';
import type { Routes } from '../../http/call.ts';
import type { HandlingEvent } from '../../model/conversations.ts';
import { admins } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import type { Workspace } from '../../store/workspace.ts';

/** What teammates do beside a conversation: pauses and internal threads. */
export const threadsRoutes: Routes = {
  'GET /conversations/{id}/handling_events': (call) => {
    const { handling_events = [] } = namedConversation(call, call.params.id);
    return { handling_events: handling_events.map((event) => renderEvent(call.workspace, event)) };
  },
  'GET /conversations/{id}/side_conversations': (call) => {
    const { side_conversations = [] } = namedConversation(call, call.params.id);
    return page(call, side_conversations, ({ id, parts }) => ({
      side_conversation_id: id,
      conversation_parts: parts.map((part) => renderPart(part)),
      total_count: parts.length,
    }));
  },
};

function renderEvent(workspace: Workspace, { type, at, admin_id, reason }: HandlingEvent): Json {
  const admin = admins(workspace).get(admin_id);
  return {
    type,
    timestamp: new Date(at * 1000).toISOString().replace('.000Z', 'Z'),
    reason,
    teammate: { type: 'admin', id: admin_id, name: admin?.name ?? '', email: admin?.email ?? null },
  };
}
