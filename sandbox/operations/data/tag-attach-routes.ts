import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { namedAdmin, tokenAdmin } from '../../domain/people/admin-of.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { attachTag, detachTag } from '../../domain/tags/tagging.ts';
import { namedTicket } from '../../domain/tickets/ticket-of.ts';
import type { Call, Routes } from '../../http/call.ts';
import type { Conversation } from '../../model/conversations.ts';

function conversationOf(call: Call): Conversation {
  return namedConversation(call, call.params.conversation_id);
}

function adminOf({ workspace, body }: Call): string {
  return namedAdmin(workspace, body.admin_id).id;
}

/** Tags on and off single contacts, conversations and tickets. */
export const tagAttachRoutes: Routes = {
  'POST /contacts/{contact_id}/tags': (call) =>
    attachTag(call, namedContact(call, call.params.contact_id), tokenAdmin(call.workspace).id),
  'DELETE /contacts/{contact_id}/tags/{tag_id}': (call) =>
    detachTag(call, namedContact(call, call.params.contact_id), call.params.tag_id),
  'POST /conversations/{conversation_id}/tags': (call) => attachTag(call, conversationOf(call), adminOf(call)),
  'DELETE /conversations/{conversation_id}/tags/{tag_id}': (call) => {
    const conversation = conversationOf(call);
    adminOf(call);
    return detachTag(call, conversation, call.params.tag_id, 'tag_not_found');
  },
  'POST /tickets/{ticket_id}/tags': (call) => attachTag(call, namedTicket(call), adminOf(call), 'tag_not_found'),
  'DELETE /tickets/{ticket_id}/tags/{tag_id}': (call) => {
    const ticket = namedTicket(call);
    adminOf(call);
    return detachTag(call, ticket, call.params.tag_id, 'tag_not_found');
  },
};
