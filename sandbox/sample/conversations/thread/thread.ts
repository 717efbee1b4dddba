import { newPart } from '../../../domain/conversations/new-part.ts';
import { isContact } from '../../../domain/people/author-of.ts';
import { putTag } from '../../../domain/tags/tagging.ts';
import type { Attachment, Author, Conversation, Part } from '../../../model/conversations.ts';
import { tags } from '../../../model/people.ts';
import type { Workspace } from '../../../store/workspace.ts';

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
  const byContact = isContact(author);
  row.state = states[type] ?? (type === 'timer_unsnooze' ? 'open' : row.state);
  row.snoozed_until = row.state === 'snoozed' ? (until ?? row.snoozed_until) : null;
  row.updated_at = at;
  if (to?.type === 'admin') row.admin_assignee_id = Number(to.id);
  if (to?.type === 'team') row.team_assignee_id = Number(to.id);
  if (byContact) row.waiting_since ??= at;
  else if (row.state === 'closed' || (body !== null && type !== 'note')) row.waiting_since = null;
  if (byContact) row.read = false;
  else if (author.type === 'admin') row.read = true;
  const part = newPart(
    workspace,
    { at, state: row.state },
    { part_type: type, author, body, assigned_to: to, attachments },
  );
  row.parts.push(part);
  return part;
}

/** Puts tags on a conversation by name; those that the workspace does not have are left out. */
export function tag(workspace: Workspace, row: Conversation, names: readonly string[], by: string, at: number): void {
  for (const name of names) {
    const named = tags(workspace).find((each) => each.name === name);
    if (named !== undefined) putTag(row, named, { by, at });
  }
}
