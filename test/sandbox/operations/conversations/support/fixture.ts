import { openConversation } from '../../../../../sandbox/domain/conversations/open-conversation.ts';
import { type Conversation, conversations } from '../../../../../sandbox/model/conversations.ts';
import { type Contact, contacts, tags } from '../../../../../sandbox/model/people.ts';
import { ticketStates, tickets, ticketTypes } from '../../../../../sandbox/model/tickets.ts';
import type { Workspace } from '../../../../../sandbox/store/workspace.ts';
import type { Answered } from '../../../../support/answered.ts';
import { nora, rosa } from '../../../../support/people.ts';
import { putPeople } from '../../../support/put-people.ts';
import { START, testSandbox } from '../../../support/sandbox.ts';

/** Unix seconds of the sandbox's clock at first. */
export const NOW = START / 1000;

/** What an answer holds, to be read by names that the contract has. */
// biome-ignore lint/suspicious/noExplicitAny: answers are read by many names
export type Answer = any;

/** The id of a tag that no seed has. */
export const tag = '9990201';

/** A sandbox with admins, contacts and conversations of its own beside those of the seed. */
export function conversationSandbox() {
  const sandbox = testSandbox();
  const { workspace } = sandbox;
  putPeople(workspace, NOW - 9000);
  tags(workspace).put({ id: tag, name: 'fixture-tag' });
  const contact = (id: string): Contact => {
    const found = contacts(workspace).get(id);
    if (found === undefined) throw new Error(`no contact ${id}`);
    return found;
  };
  return {
    sandbox,
    workspace,
    contact,
    row: (id: unknown): Conversation => {
      const found = conversations(workspace).get(id);
      if (found === undefined) throw new Error(`no conversation ${String(id)}`);
      return found;
    },
    /** A conversation that Rosa began an hour ago, or that Nora began with her. */
    begin: (body = '<p>Where is my invoice?</p>', more: Partial<Conversation> = {}, byAdmin = false): Conversation => {
      const author = byAdmin ? { author: { type: 'admin', ...nora } as const } : {};
      const opened = openConversation(workspace, { at: NOW - 3600, contact: contact(rosa.id), body, ...author });
      return conversations(workspace).put({ ...opened, ...more });
    },
    /** Sends a request and gives what was answered. */
    ask: async (method: string, path: string, body?: unknown): Promise<Answer> => {
      const answered = await sandbox.call(method, path, body);
      if (answered.status !== 200) throw new Error(`${answered.status} ${JSON.stringify(answered.body)}`);
      return answered.body;
    },
    /** Sends a request that is to be refused: its status and code. */
    refusal: async (method: string, path: string, body?: unknown): Promise<string> => {
      const answered: Answered & { readonly body: Answer } = await sandbox.call(method, path, body);
      return `${answered.status} ${answered.body.errors?.[0]?.code}`;
    },
  };
}

/** A ticket type with one state of each stage. */
export function putTicketType(workspace: Workspace, id: string, category: 'Customer' | 'Tracker'): void {
  const times = { created_at: NOW - 9000, updated_at: NOW - 9000 };
  const type = { id, name: 'Bug', description: '', icon: '🎟️', category, archived: false, attributes: [], ...times };
  ticketTypes(workspace).put(type);
  for (const stage of ['submitted', 'in_progress'] as const)
    ticketStates(workspace).put({
      id: `${id}${stage.length}`,
      category: stage,
      internal_label: stage,
      external_label: stage,
      archived: false,
      ticket_type_ids: [id],
    });
}

/** Puts a tracker ticket that a conversation is linked to. */
export function putTicket(workspace: Workspace, id: string, type: string, conversation: string): void {
  tickets(workspace).put({
    id,
    ticket_id: id,
    ticket_type_id: type,
    ticket_state_id: `${type}9`,
    previous_ticket_state_id: null,
    ticket_attributes: {},
    contact_ids: [],
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: null,
    created_at: NOW,
    updated_at: NOW,
    open: true,
    snoozed_until: null,
    is_shared: false,
    linked_conversation_ids: [conversation],
    tags: [],
    parts: [],
  });
}
