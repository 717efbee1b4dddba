import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { isContact } from '../../domain/people/author-of.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Conversation, conversations } from '../../model/conversations.ts';

/** What stands in the place of a message that was erased. */
const ERASED = '<p><i>This message was deleted</i></p>';

const UNKNOWN = 'conversation_part_or_message_not_found';

/** Erasing one message for good. */
export const redactRoutes: Routes = {
  'POST /conversations/redact': (call) => {
    const { body, workspace, now } = call;
    const conversation = existing(conversations(workspace).get(body.conversation_id), 'Conversation', UNKNOWN);
    if (body.type === 'source') redactSource(call, conversation);
    else redactPart(call, conversation);
    conversation.updated_at = now;
    return renderConversation(call, conversation);
  },
};

function redactSource({ body }: Call, { source }: Conversation): void {
  existing(source.id === String(body.source_id) ? source : undefined, 'Message', UNKNOWN);
  if (!isContact(source.author)) throw notRedactable('Only a contact can have written a message that is redacted');
  Object.assign(source, { body: ERASED, subject: '', attachments: [], redacted: true });
}

function redactPart({ body, now }: Call, { parts }: Conversation): void {
  const part = existing(
    parts.find(({ id }) => id === String(body.conversation_part_id)),
    'Conversation part',
    UNKNOWN,
  );
  if (part.body === null) throw notRedactable('A part without a body cannot be redacted');
  Object.assign(part, { body: ERASED, attachments: [], redacted: true, updated_at: now });
}

function notRedactable(message: string): Fault {
  return new Fault(422, message, { code: 'conversation_part_not_redactable' });
}
