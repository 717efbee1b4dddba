import { attachmentsOf } from '../../domain/conversations/attachments-of.ts';
import { openConversation } from '../../domain/conversations/open-conversation.ts';
import { contactNamed, writingContact } from '../../domain/people/contact-named.ts';
import { newContact } from '../../domain/people/new-contact.ts';
import { happened } from '../../domain/people/touch-contact.ts';
import { objectIn } from '../../generic/read-body.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call, Routes } from '../../http/call.ts';
import { type Conversation, conversations } from '../../model/conversations.ts';
import { type Contact, contacts, visitors } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Conversations that a contact begins. */
export const createRoutes: Routes = {
  'POST /conversations': (call) => {
    const { body } = call;
    const conversation = create(call);
    const { id, source, created_at } = conversation;
    return {
      type: 'user_message',
      id: source.id,
      created_at,
      body: body.body,
      message_type: 'inapp',
      conversation_id: id,
      ...(source.subject !== '' && { subject: source.subject }),
    };
  },
};

function create({ body, workspace, now }: Call): Conversation {
  const from = objectIn(body, 'from');
  const contact = writingContact(
    contacts(workspace).get(from.id) ??
      contactNamed(workspace, { user_id: from.id }) ??
      leadOf(workspace, from.id, now),
  );
  const at = typeof body.created_at === 'number' ? body.created_at : now;
  happened(contact, 'last_replied_at', at);
  return conversations(workspace).put(
    openConversation(workspace, {
      at,
      contact,
      body: paragraphs(String(body.body), false),
      subject: typeof body.subject === 'string' ? body.subject : '',
      attachments: attachmentsOf(body),
      brand_id: body.brand_id === undefined ? null : String(body.brand_id),
    }),
  );
}

/** The lead that a visitor becomes by writing. */
function leadOf(workspace: Workspace, id: unknown, now: number): Contact | undefined {
  const visitor = visitors(workspace).find((one) => one.id === id || one.user_id === id);
  if (visitor === undefined) return undefined;
  visitors(workspace).remove(visitor.id);
  const { name, email, user_id, custom_attributes } = visitor;
  return contacts(workspace).put(
    newContact(visitor.id, now, { role: 'lead', name, email: email || null, external_id: user_id, custom_attributes }),
  );
}
