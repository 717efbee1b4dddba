import type { Call } from '../../http/call.ts';
import type { Conversation, Part } from '../../model/conversations.ts';
import { contacts } from '../../model/people.ts';
import { isContact } from '../people/author-of.ts';
import { happened } from '../people/touch-contact.ts';
import { newPart, type Said } from './new-part.ts';
import { isMessage } from './part-kinds.ts';

/** What a new part says and what it changes. */
interface Added extends Said {
  /** The conversation's state from then on; as it is, unless said otherwise. */
  readonly state?: Conversation['state'];
  /** Unix seconds; now, unless said otherwise. */
  readonly created_at?: number;
}

/**
 * Adds a part where its time belongs, and lets the conversation and its contacts change as they do then: its state, who
 * waits since when, whether it is read, and when the contacts last wrote or heard something.
 */
export function addPart(call: Pick<Call, 'workspace' | 'now'>, conversation: Conversation, added: Added): Part {
  const { state = conversation.state, created_at = call.now, ...said } = added;
  const { author } = said;
  const part = newPart(call.workspace, { at: created_at, state }, said);
  const index = conversation.parts.findLastIndex((earlier) => earlier.created_at <= created_at) + 1;
  conversation.parts.splice(index, 0, part);
  conversation.state = state;
  if (state !== 'snoozed') conversation.snoozed_until = null;
  conversation.updated_at = Math.max(conversation.updated_at, created_at);
  if (isContact(author)) conversation.read = false;
  else if (author.type === 'admin') conversation.read = true;
  if (isMessage(part)) updateContacts(call, conversation, part);
  if (state === 'closed') conversation.waiting_since = null;
  return part;
}

function updateContacts({ workspace }: Pick<Call, 'workspace'>, conversation: Conversation, part: Part): void {
  const { author, created_at } = part;
  if (isContact(author)) {
    conversation.waiting_since ??= created_at;
    const contact = contacts(workspace).get(author.id);
    if (contact) happened(contact, 'last_replied_at', created_at);
    return;
  }
  if (author.type !== 'admin') return;
  conversation.waiting_since = null;
  for (const id of conversation.contact_ids) {
    const contact = contacts(workspace).get(id);
    if (contact) happened(contact, 'last_contacted_at', created_at);
  }
}
