import { isRecord, type Json } from '../../contract/contract.ts';
import { addPart } from '../../domain/conversations/add-part.ts';
import { attachmentsOf } from '../../domain/conversations/attachments-of.ts';
import { conversationsNow, namedConversation } from '../../domain/conversations/find-conversation.ts';
import type { Said } from '../../domain/conversations/new-part.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { namedAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor, contactAuthor } from '../../domain/people/author-of.ts';
import { contactNamed, writingContact } from '../../domain/people/contact-named.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault, invalid } from '../../http/fault.ts';
import type { Conversation, Part } from '../../model/conversations.ts';
import type { Contact } from '../../model/people.ts';

/** Replies and notes. */
export const replyRoutes: Routes = {
  'POST /conversations/{conversation_id}/reply': (call) => {
    const conversation = call.body.type === 'admin' ? replyAsAdmin(call) : replyAsContact(call);
    return renderConversation(call, conversation);
  },
};

function replyAsAdmin(call: Call): Conversation {
  const { body, params, workspace } = call;
  const conversation = namedConversation(call, params.conversation_id);
  const author = adminAuthor(namedAdmin(workspace, body.admin_id));
  addPart(call, conversation, { ...said(call, true), part_type: String(body.message_type), author });
  return conversation;
}

/** A contact's reply opens a conversation that is not open. */
function replyAsContact(call: Call): Conversation {
  const { body, params, workspace } = call;
  const isLast = params.conversation_id === 'last';
  const named = isLast ? undefined : namedConversation(call, params.conversation_id);
  const contact = writingContact(contactNamed(workspace, body));
  const conversation = named ?? existing(lastOf(call, contact), 'Conversation', 'not_found');
  if (!conversation.contact_ids.includes(contact.id))
    throw new Fault(404, 'The contact takes no part in this conversation', { code: 'not_found' });
  const reopens = conversation.state !== 'open';
  addPart(call, conversation, {
    ...said(call, false),
    part_type: reopens ? 'open' : String(body.message_type),
    author: contactAuthor(contact),
    state: 'open',
  });
  return conversation;
}

function lastOf(call: Call, { id }: Contact): Conversation | undefined {
  return conversationsNow(call)
    .filter(({ contact_ids }) => contact_ids.includes(id))
    .reduce<Conversation | undefined>(
      (last, row) => (last === undefined || row.created_at >= last.created_at ? row : last),
      undefined,
    );
}

function said(
  { body, now }: Call,
  isHtmlAllowed: boolean,
): Omit<Said, 'part_type' | 'author'> & { created_at: number } {
  const attachments = attachmentsOf(body);
  const options = quickReplies(body);
  const text = typeof body.body === 'string' ? body.body.trim() : '';
  if (text === '' && attachments.length === 0 && options === undefined) throw invalid('body is blank', 'body');
  const created_at = typeof body.created_at === 'number' ? body.created_at : now;
  if (created_at > now) throw invalid('created_at is in the future', 'created_at');
  return {
    body: text === '' ? null : paragraphs(text, isHtmlAllowed),
    attachments,
    created_at,
    ...(options && { quick_replies: options }),
  };
}

function quickReplies({ message_type, reply_options }: Json): Part['quick_replies'] {
  if (message_type !== 'quick_reply' || !Array.isArray(reply_options) || reply_options.length === 0) return undefined;
  return reply_options.filter(isRecord).map(({ text, uuid }) => ({ text: String(text), uuid: String(uuid) }));
}
