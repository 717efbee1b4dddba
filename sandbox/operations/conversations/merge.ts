import { addPart } from '../../domain/conversations/add-part.ts';
import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { operator } from '../../domain/people/author-of.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type Conversation, conversations } from '../../model/conversations.ts';

/** Merging: the conversation of the path is closed, and the one of the body goes on with its contacts. */
export const mergeRoutes: Routes = {
  'POST /conversations/{id}/merge': (call) => {
    const secondary = namedConversation(call, call.params.id);
    const primary = primaryOf(call, secondary);
    secondary.merged_into = primary.id;
    link(secondary, primary);
    primary.contact_ids = [...new Set([...primary.contact_ids, ...secondary.contact_ids])];
    addPart(call, secondary, { part_type: 'merged_secondary_conversation', author: operator, state: 'closed' });
    addPart(call, primary, { part_type: 'merged_primary_conversation', author: operator });
    return renderConversation(call, primary);
  },
};

function primaryOf({ body, workspace }: Call, secondary: Conversation): Conversation {
  const primary = conversations(workspace).get(body.merge_into_conversation_id);
  if (primary === undefined) throw failed('The conversation to merge into does not exist');
  if (primary === secondary) throw failed('A conversation cannot be merged into itself');
  if (secondary.merged_into !== undefined) throw failed('Secondary conversation was merged before');
  if (primary.merged_into !== undefined) throw failed('Primary conversation was merged into another one');
  return primary;
}

function failed(message: string): Fault {
  return new Fault(422, message, { code: 'merge_failed' });
}

function link(one: Conversation, other: Conversation): void {
  one.linked_conversation_ids = [...(one.linked_conversation_ids ?? []), other.id];
  other.linked_conversation_ids = [...(other.linked_conversation_ids ?? []), one.id];
}
