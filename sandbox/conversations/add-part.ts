import type { Call } from '../http/call.ts';
import type { Attachment, Author, Conversation, Part } from '../model/conversations.ts';
import { contacts } from '../model/people.ts';
import { isContact } from './author-of.ts';
import { isMessage } from './part-kinds.ts';
import { nextPartId } from './seed/ids.ts';

/** What a new part says, beside what is usual. */
export interface NewPart {
  /** As Intercom names it, such as comment, note or close. */
  readonly part_type: string;
  readonly author: Author;
  /** HTML. */
  readonly body?: string | null;
  readonly assigned_to?: Part['assigned_to'];
  readonly attachments?: Attachment[];
  readonly quick_replies?: NonNullable<Part['quick_replies']>;
  readonly event_details?: Record<string, unknown>;
  /** The conversation's state from then on; as it is, unless said otherwise. */
  readonly state?: Conversation['state'];
  /** Unix seconds; now, unless said otherwise. */
  readonly created_at?: number;
}

/**
 * Adds a part where its time belongs, and lets the conversation and its contacts change as they do then: its state, who
 * waits since when, whether it is read, and when the contacts last wrote or heard something.
 */
export function addPart(call: Pick<Call, 'workspace' | 'now'>, conversation: Conversation, added: NewPart): Part {
  const { part_type, author, body = null, assigned_to = null, attachments = [], quick_replies, event_details } = added;
  const { state = conversation.state, created_at = call.now } = added;
  const part: Part = {
    id: nextPartId(call.workspace),
    part_type,
    body,
    created_at,
    updated_at: created_at,
    assigned_to,
    author,
    attachments,
    external_id: null,
    redacted: false,
    state,
    ...(quick_replies && { quick_replies }),
    ...(event_details && { event_details }),
  };
  const place = conversation.parts.findLastIndex((earlier) => earlier.created_at <= created_at) + 1;
  conversation.parts.splice(place, 0, part);
  conversation.state = state;
  if (state !== 'snoozed') conversation.snoozed_until = null;
  conversation.updated_at = Math.max(conversation.updated_at, created_at);
  if (isContact(author)) conversation.read = false;
  else if (author.type === 'admin') conversation.read = true;
  if (isMessage(part)) tellContacts(call, conversation, part);
  if (state === 'closed') conversation.waiting_since = null;
  return part;
}

function tellContacts({ workspace }: Pick<Call, 'workspace'>, conversation: Conversation, part: Part): void {
  const { author, created_at } = part;
  if (isContact(author)) {
    conversation.waiting_since ??= created_at;
    const contact = contacts(workspace).get(author.id);
    if (contact) contact.last_replied_at = Math.max(contact.last_replied_at ?? 0, created_at);
    return;
  }
  if (author.type !== 'admin') return;
  conversation.waiting_since = null;
  for (const id of conversation.contact_ids) {
    const contact = contacts(workspace).get(id);
    if (contact) contact.last_contacted_at = Math.max(contact.last_contacted_at ?? 0, created_at);
  }
}
