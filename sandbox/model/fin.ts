import { tableOf } from '../store/workspace.ts';

/** What somebody said to or as Fin. */
export interface FinMessage {
  readonly author: 'user' | 'agent' | 'fin';
  readonly body: string;
  /** ISO. */
  readonly timestamp: string;
}

/** A conversation that a customer's own channel left to Fin; its id is the customer's own. */
export interface FinSession {
  readonly id: string;
  readonly user_id: string;
  status: 'awaiting_user_reply' | 'escalated' | 'resolved';
  messages: FinMessage[];
  /** Articles that the answers were taken from. */
  article_ids: string[];
  attributes: Record<string, unknown>;
  csat: { readonly rating: string; readonly remark: string | null; readonly rated_at: number } | null;
}

export const finSessions = tableOf<FinSession>('fin_sessions');
