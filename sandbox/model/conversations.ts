import { tableOf } from '../store/workspace.ts';
import type { Tagging } from './people.ts';

/** Who wrote something: a contact, an admin, a team, or a machine. */
export interface Author {
  readonly type: 'user' | 'lead' | 'admin' | 'team' | 'bot';
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
}

/** A file that was sent along. */
export interface Attachment {
  readonly type: 'upload';
  readonly name: string;
  readonly url: string;
  readonly content_type: string;
  /** Bytes. */
  readonly filesize: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** The message that opened a conversation. */
interface Source {
  readonly type: string;
  readonly id: string;
  readonly delivered_as: string;
  subject: string;
  /** HTML. */
  body: string;
  readonly author: Author;
  attachments: Attachment[];
  readonly url: string | null;
  redacted: boolean;
}

/** Something that happened in a conversation: a comment, a note, an assignment, a change of state. */
export interface Part {
  readonly id: string;
  /** As Intercom names it: comment, note, assignment, close, open, snoozed, … */
  readonly part_type: string;
  /** HTML; null for what is no message. */
  body: string | null;
  readonly created_at: number;
  updated_at: number;
  readonly assigned_to: { readonly type: 'admin' | 'team' | 'nobody_admin'; readonly id: string | null } | null;
  readonly author: Author;
  attachments: Attachment[];
  readonly external_id: string | null;
  redacted: boolean;
  /** The conversation's state after it. */
  readonly state: 'open' | 'closed' | 'snoozed';
  /** Buttons that were offered, or the one that a contact chose. */
  readonly quick_replies?: readonly { readonly text: string; readonly uuid: string }[];
  /** Of a changed attribute and the like, as Intercom answers it. */
  readonly event_details?: Record<string, unknown>;
}

/** A teammate stopped or went on working on a conversation. */
export interface HandlingEvent {
  readonly type: 'paused' | 'resumed';
  readonly at: number;
  /** Admin id. */
  readonly admin_id: string;
  readonly reason: string | null;
}

/** An internal thread that teammates began beside a conversation. */
interface SideConversation {
  readonly id: string;
  /** Oldest first. */
  readonly parts: Part[];
}

/** What a contact thought of the help. */
export interface Rating {
  readonly rating: number;
  readonly remark: string;
  readonly created_at: number;
  readonly contact_id: string;
  /** Admin id. */
  readonly teammate_id: string;
  /** When the contact answered; at once, unless said otherwise. */
  readonly updated_at?: number;
}

/** A conversation. Ids are decimal digits; times are unix seconds. */
export interface Conversation {
  readonly id: string;
  readonly created_at: number;
  updated_at: number;
  title: string | null;
  state: 'open' | 'closed' | 'snoozed';
  read: boolean;
  waiting_since: number | null;
  snoozed_until: number | null;
  priority: 'none' | 'low' | 'medium' | 'high' | 'urgent';
  /** 0 for nobody. */
  admin_assignee_id: number;
  /** 0 for none. */
  team_assignee_id: number;
  company_id: string | null;
  source: Source;
  contact_ids: string[];
  custom_attributes: Record<string, unknown>;
  tags: Tagging[];
  /** Oldest first. */
  parts: Part[];
  rating: Rating | null;
  sla: { readonly sla_name: string; readonly sla_status: 'hit' | 'missed' | 'cancelled' | 'active' } | null;
  /** Set where Fin took part. */
  ai_agent: Record<string, unknown> | null;
  brand_id: string | null;
  /** Oldest first. */
  handling_events?: HandlingEvent[];
  side_conversations?: SideConversation[];
  /** The conversation that goes on in the place of this one. */
  merged_into?: string;
  /** Conversations that were merged with this one, on both sides. */
  linked_conversation_ids?: string[];
}

/** A conversation that was deleted. */
interface DeletedConversation {
  readonly id: string;
  readonly deleted_at: number;
  readonly metrics_retained: boolean;
}

export const conversations = tableOf<Conversation>('conversations');
export const deletedConversations = tableOf<DeletedConversation>('deleted_conversations');
