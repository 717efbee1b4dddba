import type { Attachment, Author, Conversation } from '../model/conversations.ts';
import type { Contact } from '../model/people.ts';
import type { Workspace } from '../store/workspace.ts';
import { contactAuthor, isContact } from './author-of.ts';
import { nextConversationId, nextSourceId } from './seed/ids.ts';

/** How a new conversation begins. */
export interface Opening {
  /** Unix seconds. */
  readonly at: number;
  readonly contact: Contact;
  /** HTML. */
  readonly body: string;
  readonly subject?: string;
  readonly attachments?: Attachment[];
  readonly brand_id?: string | null;
  /** The contact, unless said otherwise. */
  readonly author?: Author;
  /** How it came in, as Intercom names it; `conversation` for the messenger, unless said otherwise. */
  readonly type?: string;
}

/** A conversation of nothing but its opening, assigned to nobody; whoever makes one puts it into the table. */
export function openConversation(workspace: Workspace, opening: Opening): Conversation {
  const { at, contact, body, subject = '', attachments = [], brand_id = null, type = 'conversation' } = opening;
  const { author = contactAuthor(contact) } = opening;
  const isByContact = isContact(author);
  return {
    id: nextConversationId(workspace),
    created_at: at,
    updated_at: at,
    title: null,
    state: 'open',
    read: !isByContact,
    waiting_since: isByContact ? at : null,
    snoozed_until: null,
    priority: 'none',
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: contact.company_ids[0] ?? null,
    source: {
      type,
      id: nextSourceId(workspace),
      delivered_as: isByContact ? 'customer_initiated' : 'admin_initiated',
      subject,
      body,
      author,
      attachments,
      url: null,
      redacted: false,
    },
    contact_ids: [contact.id],
    custom_attributes: {},
    tags: [],
    parts: [],
    rating: null,
    sla: null,
    ai_agent: null,
    brand_id,
  };
}
