import { tableOf } from '../store/workspace.ts';
import type { Attachment, Author } from './conversations.ts';
import type { Tagging } from './people.ts';

/** Who a type of ticket is for. */
export type TicketCategory = 'Customer' | 'Back-office' | 'Tracker';

/** Which of Intercom's four stages a state belongs to. */
export type StateCategory = 'submitted' | 'in_progress' | 'waiting_on_customer' | 'resolved';

/** A state that tickets of some types can be in. */
export interface TicketState {
  readonly id: string;
  readonly category: StateCategory;
  internal_label: string;
  external_label: string;
  archived: boolean;
  /** Ticket types that have it. */
  ticket_type_ids: string[];
}

/** An attribute that tickets of one type have. `_default_title_` and `_default_description_` are there from the start. */
export interface TicketAttribute {
  readonly id: string;
  /** The key in a ticket's attributes. */
  name: string;
  description: string;
  readonly data_type: string;
  /** As Intercom has them: `list_options` of a list, `multiline` of a string, and so on. */
  input_options: Record<string, unknown>;
  order: number;
  required_to_create: boolean;
  required_to_create_for_contacts: boolean;
  visible_on_create: boolean;
  visible_to_contacts: boolean;
  readonly default: boolean;
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
}

/** A kind of ticket and its attributes. */
export interface TicketType {
  readonly id: string;
  name: string;
  description: string;
  icon: string;
  category: TicketCategory;
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
  attributes: TicketAttribute[];
}

/** Something that happened to a ticket. */
export interface TicketPart {
  readonly id: string;
  /** As Intercom names it: comment, note, assignment, ticket_state_updated_by_admin, ticket_attribute_updated_by_admin, … */
  readonly part_type: string;
  body: string | null;
  readonly created_at: number;
  updated_at: number;
  readonly author: Author;
  attachments: Attachment[];
  readonly assigned_to: { readonly type: 'admin' | 'team' | 'nobody_admin'; readonly id: string | null } | null;
  readonly ticket_state: StateCategory;
  readonly previous_ticket_state: StateCategory;
  readonly external_id: string | null;
  redacted: boolean;
  /** Of a changed attribute. */
  readonly updated_attribute_data: Record<string, unknown> | null;
}

/** A ticket. `id` is what the API takes, `ticket_id` what people see; times are unix seconds. */
export interface Ticket {
  readonly id: string;
  readonly ticket_id: string;
  ticket_type_id: string;
  ticket_state_id: string;
  previous_ticket_state_id: string | null;
  /** By name: `_default_title_`, `_default_description_`, and those of the type. */
  ticket_attributes: Record<string, unknown>;
  contact_ids: string[];
  /** 0 for nobody. */
  admin_assignee_id: number;
  /** 0 for none. */
  team_assignee_id: number;
  company_id: string | null;
  readonly created_at: number;
  updated_at: number;
  open: boolean;
  snoozed_until: number | null;
  is_shared: boolean;
  /** Of conversations and, for trackers and back-office tickets, of customer tickets. */
  linked_conversation_ids: string[];
  tags: Tagging[];
  /** Oldest first. */
  parts: TicketPart[];
}

/** The creation of a ticket that waits for its turn, or is done. */
export interface Job {
  readonly id: string;
  readonly created_at: number;
  status: 'pending' | 'success' | 'failed';
  resource_id: string | null;
  /** The checked request. */
  readonly request: Record<string, unknown>;
}

export const jobs = tableOf<Job>('jobs');
export const ticketStates = tableOf<TicketState>('ticket_states');
export const ticketTypes = tableOf<TicketType>('ticket_types');
export const tickets = tableOf<Ticket>('tickets');
