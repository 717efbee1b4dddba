import type { Workspace } from '../store/workspace.ts';
import { conversations } from './conversations.ts';

/** The id of the next conversation; never a reserved one. */
export function nextConversationId(workspace: Workspace): string {
  let id: string;
  do id = workspace.nextId('conversations', 104_850_000);
  while (workspace.isReserved('conversations', id) || conversations(workspace).has(id));
  return id;
}

/** The id of the next part of any conversation. */
export function nextPartId(workspace: Workspace): string {
  return workspace.nextId('conversation_parts', 2_840_170_001);
}

/** The id of the next message that opens a conversation. */
export function nextSourceId(workspace: Workspace): string {
  return workspace.nextId('conversation_sources', 403_918_001);
}

/** The id of a new choice, in the form that Intercom's have. */
export function nextListItemId(workspace: Workspace): string {
  const number = workspace.nextNumber('ticket_list_items').toString(16).padStart(12, '0');
  return `5c1d7a40-3e52-4b8f-9a67-${number}`;
}

/** The id of a new text of an article. */
export function nextContentId(workspace: Workspace): string {
  return workspace.nextId('article_contents', 70201);
}

/** The id of the next note on a contact or a company. */
export function nextNoteId(workspace: Workspace): string {
  return workspace.nextId('notes', 5_600_101);
}
