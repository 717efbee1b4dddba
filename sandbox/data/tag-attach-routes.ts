import { existing } from '../fault.ts';
import { namedAdmin, tokenAdmin } from '../http/admin-of.ts';
import type { Call, Routes } from '../http/call.ts';
import { type Conversation, conversations } from '../model/conversations.ts';
import { type Ticket, tickets } from '../model/tickets.ts';
import { namedContact } from './contact-of.ts';
import { attachTag, detachTag } from './tagging.ts';

const conversationOf = ({ workspace, params }: Call): Conversation =>
  existing(conversations(workspace).get(params.conversation_id), 'Conversation', 'not_found');

const ticketOf = ({ workspace, params }: Call): Ticket =>
  existing(tickets(workspace).get(params.ticket_id), 'Ticket', 'ticket_not_found');

const adminOf = ({ workspace, body }: Call): string => namedAdmin(workspace, body.admin_id).id;

/** Tags on and off single contacts, conversations and tickets. */
export const tagAttachRoutes: Routes = {
  'POST /contacts/{contact_id}/tags': (call) =>
    attachTag(call, namedContact(call.workspace, call.params.contact_id), tokenAdmin(call.workspace).id),
  'DELETE /contacts/{contact_id}/tags/{tag_id}': (call) =>
    detachTag(call, namedContact(call.workspace, call.params.contact_id), call.params.tag_id),
  'POST /conversations/{conversation_id}/tags': (call) => attachTag(call, conversationOf(call), adminOf(call)),
  'DELETE /conversations/{conversation_id}/tags/{tag_id}': (call) => {
    const conversation = conversationOf(call);
    adminOf(call);
    return detachTag(call, conversation, call.params.tag_id, 'tag_not_found');
  },
  'POST /tickets/{ticket_id}/tags': (call) => attachTag(call, ticketOf(call), adminOf(call), 'tag_not_found'),
  'DELETE /tickets/{ticket_id}/tags/{tag_id}': (call) => {
    const ticket = ticketOf(call);
    adminOf(call);
    return detachTag(call, ticket, call.params.tag_id, 'tag_not_found');
  },
};
