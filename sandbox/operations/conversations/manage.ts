import { addPart } from '../../domain/conversations/add-part.ts';
import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { namedAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor } from '../../domain/people/author-of.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault, invalid } from '../../http/fault.ts';
import type { Author, Conversation, Part } from '../../model/conversations.ts';
import { admins, teams } from '../../model/people.ts';

type Action = (call: Call, conversation: Conversation, author: Author) => void;

/** Closing, opening, snoozing and assigning. */
export const manageRoutes: Routes = {
  'POST /conversations/{conversation_id}/parts': (call) => {
    const { body, params, workspace } = call;
    const conversation = namedConversation(call, params.conversation_id);
    const author = adminAuthor(namedAdmin(workspace, body.admin_id));
    actions[String(body.message_type)]?.(call, conversation, author);
    return renderConversation(call, conversation);
  },
};

const actions: Readonly<Record<string, Action>> = {
  close: (call, conversation, author) =>
    addPart(call, conversation, { part_type: 'close', author, body: textOf(call), state: 'closed' }),
  open: (call, conversation, author) => addPart(call, conversation, { part_type: 'open', author, state: 'open' }),
  snoozed: (call, conversation, author) => {
    const until = Number(call.body.snoozed_until);
    if (until <= call.now) throw invalid('snoozed_until is not in the future', 'snoozed_until');
    addPart(call, conversation, { part_type: 'snoozed', author, state: 'snoozed' });
    conversation.snoozed_until = until;
  },
  assignment: assign,
};

function textOf({ body }: Call): string | null {
  return typeof body.body === 'string' && body.body.trim() !== '' ? paragraphs(body.body) : null;
}

const REOPENING = { open: 'assignment', closed: 'assign_and_reopen', snoozed: 'assign_and_unsnooze' } as const;

/** An admin and a team may both be assigned; whoever is assigned finds the conversation open. */
function assign(call: Call, conversation: Conversation, author: Author): void {
  const assigned_to = assigneeOf(call);
  const id = Number(assigned_to.id ?? 0);
  if (call.body.type === 'team') conversation.team_assignee_id = id;
  else conversation.admin_assignee_id = id;
  const state = id === 0 ? conversation.state : 'open';
  const part_type = id === 0 ? 'assignment' : REOPENING[conversation.state];
  addPart(call, conversation, { part_type, author, body: textOf(call), assigned_to, state });
}

function assigneeOf({ body, workspace }: Call): NonNullable<Part['assigned_to']> {
  const id = String(body.assignee_id);
  if (id === '0') return { type: 'nobody_admin', id: null };
  const type = body.type === 'team' ? 'team' : 'admin';
  if (!(type === 'team' ? teams : admins)(workspace).has(id))
    throw new Fault(404, `Assignee ${id} not found`, { code: 'assignee_not_found', field: 'assignee_id' });
  return { type, id };
}
