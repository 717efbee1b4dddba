import { phoneCalls } from '../../model/calls.ts';
import { conversations } from '../../model/conversations.ts';
import { ticketStates, tickets, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Cell } from './csv-file.ts';

/** One row of a dataset: its time in unix seconds, and its values by the ids of attributes. */
interface Fact {
  readonly at: number;
  readonly values: Readonly<Record<string, Cell>>;
}

/** What a reporting export can hold. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly default_time_attribute_id: string;
  /** Names by id. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly facts: (workspace: Workspace) => Fact[];
}

/** The datasets of the sandbox, over the data as it is now. */
export const datasets: readonly Dataset[] = [
  {
    id: 'conversation',
    name: 'Conversation',
    description: 'Conversations with their state, channel, assignees and times.',
    default_time_attribute_id: 'conversation_started_at',
    attributes: {
      conversation_id: 'Conversation ID',
      conversation_started_at: 'Conversation started at',
      conversation_updated_at: 'Conversation updated at',
      state: 'Current state',
      channel: 'Channel',
      priority: 'Priority',
      admin_assignee_id: 'Teammate currently assigned ID',
      team_assignee_id: 'Team currently assigned ID',
      contact_id: 'User ID',
      replies: 'Parts',
      rating: 'Conversation rating',
    },
    facts: (workspace) =>
      conversations(workspace)
        .all()
        .map((row) => ({
          at: row.created_at,
          values: {
            conversation_id: row.id,
            conversation_started_at: row.created_at,
            conversation_updated_at: row.updated_at,
            state: row.state,
            channel: row.source.type,
            priority: row.priority,
            admin_assignee_id: row.admin_assignee_id,
            team_assignee_id: row.team_assignee_id,
            contact_id: row.contact_ids[0] ?? null,
            replies: row.parts.length,
            rating: row.rating?.rating ?? null,
          },
        })),
  },
  {
    id: 'ticket',
    name: 'Ticket',
    description: 'Tickets with their type, state, assignees and times.',
    default_time_attribute_id: 'ticket_created_at',
    attributes: {
      ticket_id: 'Ticket ID',
      ticket_created_at: 'Ticket created at',
      ticket_updated_at: 'Ticket updated at',
      ticket_type: 'Ticket type',
      ticket_category: 'Ticket category',
      ticket_state: 'Current ticket state',
      title: 'Ticket title',
      admin_assignee_id: 'Teammate currently assigned ID',
      team_assignee_id: 'Team currently assigned ID',
      is_open: 'Open',
    },
    facts: (workspace) =>
      tickets(workspace)
        .all()
        .map((row) => ({
          at: row.created_at,
          values: {
            ticket_id: row.id,
            ticket_created_at: row.created_at,
            ticket_updated_at: row.updated_at,
            ticket_type: ticketTypes(workspace).get(row.ticket_type_id)?.name ?? null,
            ticket_category: ticketTypes(workspace).get(row.ticket_type_id)?.category ?? null,
            ticket_state: ticketStates(workspace).get(row.ticket_state_id)?.internal_label ?? null,
            title: String(row.ticket_attributes._default_title_ ?? ''),
            admin_assignee_id: row.admin_assignee_id,
            team_assignee_id: row.team_assignee_id,
            is_open: row.open,
          },
        })),
  },
  {
    id: 'call',
    name: 'Call',
    description: 'Phone calls with their direction, outcome and length.',
    default_time_attribute_id: 'call_initiated_at',
    attributes: {
      call_id: 'Call ID',
      call_initiated_at: 'Call initiated at',
      direction: 'Direction',
      state: 'State',
      teammate_id: 'Teammate ID',
      talk_seconds: 'Talk time in seconds',
    },
    facts: (workspace) =>
      phoneCalls(workspace)
        .all()
        .map((row) => ({
          at: row.initiated_at,
          values: {
            call_id: row.id,
            call_initiated_at: row.initiated_at,
            direction: row.direction,
            state: row.state,
            teammate_id: row.admin_id,
            talk_seconds: row.answered_at === null ? 0 : row.ended_at - row.answered_at,
          },
        })),
  },
];

/** The name of an attribute among those of all datasets. */
export function qualified(dataset: Dataset, attribute: string): string {
  return `${dataset.id}.${attribute}`;
}
