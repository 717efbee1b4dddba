import type { Attachment, Author, Conversation, Part } from '../../model/conversations.ts';
import { nextPartId } from '../../model/ids.ts';
import type { Workspace } from '../../store/workspace.ts';

/** What a part says, beside what is usual. */
export interface Said {
  /** As Intercom names it, such as comment, note or close. */
  readonly part_type: string;
  readonly author: Author;
  /** HTML. */
  readonly body?: string | null;
  readonly assigned_to?: Part['assigned_to'];
  readonly attachments?: Attachment[];
  readonly quick_replies?: NonNullable<Part['quick_replies']>;
  readonly event_details?: Record<string, unknown>;
}

/** A part that was added at `at`, in unix seconds, since when the conversation is in `state`; whoever makes one puts it there. */
export function newPart(
  workspace: Workspace,
  { at, state }: { readonly at: number; readonly state: Conversation['state'] },
  { body = null, assigned_to = null, attachments = [], ...said }: Said,
): Part {
  return {
    id: nextPartId(workspace),
    ...said,
    body,
    created_at: at,
    updated_at: at,
    assigned_to,
    attachments,
    external_id: null,
    redacted: false,
    state,
  };
}
