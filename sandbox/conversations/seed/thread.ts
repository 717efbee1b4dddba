import type { Attachment, Author, Conversation, Part, Source } from '../../model/conversations.ts';
import { type Contact, tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { contactAuthor } from './authors.ts';
import { nextPartId, nextSourceId } from './ids.ts';
import type { Channel } from './scenario.ts';

/** How a conversation begins. */
export interface Opening {
  readonly id: string;
  readonly at: number;
  readonly contact: Contact;
  readonly channel: Channel;
  readonly title: string | null;
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly url?: string | null;
  readonly attachments?: Attachment[];
  /** The contact, unless said otherwise. */
  readonly author?: Author;
}

/** A conversation that holds nothing but its opening, and is assigned to nobody. */
export function openThread(workspace: Workspace, opening: Opening): Conversation {
  const { id, at, contact, channel, title, subject, body, url = null, attachments = [] } = opening;
  const { author = contactAuthor(contact) } = opening;
  const byContact = author.id === contact.id;
  const source: Source = {
    type: channel,
    id: nextSourceId(workspace),
    delivered_as: byContact ? 'customer_initiated' : 'admin_initiated',
    subject,
    body,
    author,
    attachments,
    url,
    redacted: false,
  };
  return {
    id,
    created_at: at,
    updated_at: at,
    title,
    state: 'open',
    read: !byContact,
    waiting_since: byContact ? at : null,
    snoozed_until: null,
    priority: 'none',
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: contact.company_ids[0] ?? null,
    source,
    contact_ids: [contact.id],
    custom_attributes: {},
    tags: [],
    parts: [],
    rating: null,
    sla: null,
    ai_agent: null,
    brand_id: null,
  };
}

/** Something that happens in a conversation. */
export interface Happening {
  readonly type: string;
  readonly at: number;
  readonly author: Author;
  readonly body?: string;
  readonly attachments?: Attachment[];
  readonly to?: { readonly type: 'admin' | 'team'; readonly id: string };
  /** With `snoozed`. */
  readonly until?: number;
}

const states: Readonly<Record<string, Conversation['state']>> = { open: 'open', close: 'closed', snoozed: 'snoozed' };

/** Adds a part, and lets the conversation change as it does then. */
export function addPart(workspace: Workspace, row: Conversation, happening: Happening): Part {
  const { type, at, author, body = null, attachments = [], to = null, until = null } = happening;
  const byContact = author.type === 'user' || author.type === 'lead';
  row.state = states[type] ?? (type === 'timer_unsnooze' ? 'open' : row.state);
  row.snoozed_until = row.state === 'snoozed' ? (until ?? row.snoozed_until) : null;
  row.updated_at = at;
  if (to?.type === 'admin') row.admin_assignee_id = Number(to.id);
  if (to?.type === 'team') row.team_assignee_id = Number(to.id);
  if (byContact) row.waiting_since ??= at;
  else if (row.state === 'closed' || (body !== null && type !== 'note')) row.waiting_since = null;
  if (byContact) row.read = false;
  else if (author.type === 'admin') row.read = true;
  const part: Part = {
    id: nextPartId(workspace),
    part_type: type,
    body,
    created_at: at,
    updated_at: at,
    assigned_to: to,
    author,
    attachments,
    external_id: null,
    redacted: false,
    state: row.state,
  };
  row.parts.push(part);
  return part;
}

/** Puts tags on a conversation by name; those that the workspace does not have are left out. */
export function tag(workspace: Workspace, row: Conversation, names: readonly string[], by: string, at: number): void {
  for (const name of names) {
    const id = tags(workspace).find((each) => each.name === name)?.id;
    if (id !== undefined && !row.tags.some((tagging) => tagging.id === id))
      row.tags.push({ id, applied_at: at, applied_by: by });
  }
}
