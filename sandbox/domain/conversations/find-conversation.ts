import type { Call } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Conversation, conversations } from '../../model/conversations.ts';
import { operator } from '../people/author-of.ts';
import { addPart } from './add-part.ts';

/** All conversations as they are now: those whose snooze is over are open again. */
export function conversationsNow({ workspace, now }: Pick<Call, 'workspace' | 'now'>): Conversation[] {
  const rows = conversations(workspace).all();
  for (const row of rows) wake(row, { workspace, now });
  return rows;
}

/** The conversation with an id that a request names; throws a Fault for an unknown one. */
export function namedConversation(call: Pick<Call, 'workspace' | 'now'>, id: unknown): Conversation {
  const found = existing(conversations(call.workspace).get(id), 'Conversation', 'not_found');
  wake(found, call);
  return found;
}

function wake(row: Conversation, { workspace, now }: Pick<Call, 'workspace' | 'now'>): void {
  const { state, snoozed_until } = row;
  if (state !== 'snoozed' || snoozed_until === null || snoozed_until > now) return;
  addPart({ workspace, now: snoozed_until }, row, { part_type: 'timer_unsnooze', author: operator, state: 'open' });
}
