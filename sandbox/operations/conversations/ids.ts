import { conversations } from '../../model/conversations.ts';
import { cast } from '../../sample/cast.ts';
import type { Workspace } from '../../store/workspace.ts';

const taken = new Set<string>(Object.values(cast.conversations).flat());

/** The id of the next conversation; never one of the cast's. */
export function nextConversationId(workspace: Workspace): string {
  let id: string;
  do id = workspace.nextId('conversations', 104_850_000);
  while (taken.has(id) || conversations(workspace).has(id));
  return id;
}

/** The id of the next part of any conversation. */
export const nextPartId = (workspace: Workspace): string => workspace.nextId('conversation_parts', 2_840_170_001);

/** The id of the next message that opens a conversation. */
export const nextSourceId = (workspace: Workspace): string => workspace.nextId('conversation_sources', 403_918_001);
