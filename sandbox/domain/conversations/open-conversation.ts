import type { Attachment, Author, Conversation } from '../../model/conversations.ts';
import { nextConversationId, nextSourceId } from '../../model/ids.ts';
import type { Contact } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { contactAuthor, isContact } from '../people/author-of.ts';

/** How a new conversation begins. */
interface Opening {
  /** The next one, unless said otherwise. */
  readonly id?: string;
  /** Unix seconds. */
  readonly at: number;
  readonly contact: Contact;
  readonly title?: string | null;
  /** HTML. */
  readonly body: string;
  readonly subject?: string;
  readonly attachments?: Attachment[];
  readonly brand_id?: string | null;
  /** The contact, unless said otherwise. */
  readonly author?: Author;
  /** How it came in, as Intercom names it; `conversation` for the messenger, unless said otherwise. */
  readonly type?: string;
  /** The page that the messenger was opened on. */
  readonly url?: string | null;
}

/** A conversation of nothing but its opening, assigned to nobody; whoever makes one puts it into the table. */
export function openConversation(workspace: Workspace, opening: Opening): Conversation {
  const { at, contact, title = null, body, subject = '', attachments = [], brand_id = null } = opening;
  const { id = nextConversationId(workspace), author = contactAuthor(contact) } = opening;
  const { type = 'conversation', url = null } = opening;
  const isByContact = isContact(author);
  return {
    id,
    created_at: at,
    updated_at: at,
    title,
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
      url,
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
