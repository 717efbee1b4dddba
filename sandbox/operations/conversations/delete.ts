import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import type { Routes } from '../../http/call.ts';
import { conversations, deletedConversations } from '../../model/conversations.ts';
import { tickets } from '../../model/tickets.ts';

/** Deleting for good: what was linked to the conversation is so no more. */
export const deleteRoutes: Routes = {
  'DELETE /conversations/{conversation_id}': (call) => {
    const { workspace, params, query, now } = call;
    const { id } = namedConversation(call, params.conversation_id);
    conversations(workspace).remove(id);
    for (const row of conversations(workspace).all())
      if (row.linked_conversation_ids?.includes(id))
        row.linked_conversation_ids = row.linked_conversation_ids.filter((other) => other !== id);
    for (const ticket of tickets(workspace).all())
      if (ticket.linked_conversation_ids.includes(id))
        ticket.linked_conversation_ids = ticket.linked_conversation_ids.filter((other) => other !== id);
    deletedConversations(workspace).put({ id, deleted_at: now, metrics_retained: query.retain_metrics !== false });
    return { id, object: 'conversation', deleted: true };
  },
};
