import { isRecord } from '../../contract/contract.ts';
import { openConversation } from '../../domain/conversations/open-conversation.ts';
import { adminAuthor } from '../../domain/people/author-of.ts';
import { touchContact } from '../../domain/people/touch-contact.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type Conversation, conversations } from '../../model/conversations.ts';
import { type Message, messages, whatsAppMessages } from '../../model/outreach.ts';
import { type Admin, admins, type Contact } from '../../model/people.ts';
import { recipientsOf } from './recipients.ts';

/** Answers the operation that sends messages. */
export const messageRoutes: Routes = { 'POST /messages': send };

function send(call: Call): unknown {
  const { workspace, body, now } = call;
  const type = kindOf(body.message_type);
  checkText(call, type);
  const admin = senderOf(call);
  const { to, cc, bcc } = recipientsOf(call);
  const id = workspace.nextId('messages', 2_001_001);
  const text = { subject: textOf(body.subject), body: textOf(body.body) ?? '', template: textOf(body.template) };
  // A WhatsApp message has its conversation from the start: its status tells it.
  const opens = type === 'whatsapp' || body.create_conversation_without_contact_reply === true;
  const opened = opens ? to.map((contact) => opening(call, { type, admin, contact, ...text })) : [];
  for (const contact of to) touchContact(contact, now, 'last_contacted_at');
  if (type === 'whatsapp')
    for (const [index, conversation] of opened.entries())
      whatsAppMessages(workspace).put({
        id: `wamid.${id}${String(index).padStart(4, '0')}`,
        ruleset_id: id,
        conversation_id: conversation.id,
        template_name: text.template ?? '',
        created_at: now,
        error: null,
      });
  const row: Message = messages(workspace).put({
    id,
    message_type: type,
    ...text,
    from_id: admin.id,
    contact_ids: to.map((contact) => contact.id),
    cc_ids: cc.map((contact) => contact.id),
    bcc_ids: bcc.map((contact) => contact.id),
    conversation_ids: opened.map((conversation) => conversation.id),
    created_at: typeof body.created_at === 'number' ? body.created_at : now,
  });
  return {
    type: 'admin_message',
    id,
    created_at: row.created_at,
    body: row.body,
    subject: row.subject ?? undefined,
    // The contract has no word for WhatsApp here.
    message_type: type === 'email' ? 'email' : 'inapp',
    conversation_id: row.conversation_ids[0],
  };
}

interface Opening extends Pick<Message, 'subject' | 'body'> {
  readonly type: Message['message_type'];
  readonly admin: Admin;
  readonly contact: Contact;
}

/** Opens the conversation that a message begins; it is its sender's. */
function opening({ workspace, now }: Call, { type, admin, contact, subject, body }: Opening): Conversation {
  const row = openConversation(workspace, {
    at: now,
    contact,
    body: paragraphs(body),
    subject: subject ?? '',
    author: adminAuthor(admin),
    type: type === 'in_app' ? 'conversation' : type,
  });
  row.admin_assignee_id = Number(admin.id);
  return conversations(workspace).put(row);
}

function kindOf(value: unknown): Message['message_type'] {
  return value === 'email' || value === 'whatsapp' ? value : 'in_app';
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function checkText({ body }: Call, type: Message['message_type']): void {
  if (type !== 'whatsapp' && isBlank(body.body))
    throw new Fault(400, 'Body is required', { code: 'parameter_invalid', field: 'body' });
  if (type === 'email' && isBlank(body.subject))
    throw new Fault(422, 'An email needs a subject', { code: 'parameter_not_found', field: 'subject' });
  if (type === 'email' && body.template !== 'plain' && body.template !== 'personal')
    throw new Fault(400, 'template must be plain or personal', { code: 'parameter_invalid', field: 'template' });
}

function senderOf({ workspace, body }: Call): Admin {
  const id = isRecord(body.from) ? body.from.id : undefined;
  const admin = admins(workspace).get(id);
  if (admin === undefined)
    throw new Fault(400, `There is no admin ${String(id)}`, { code: 'parameter_invalid', field: 'from.id' });
  return admin;
}
