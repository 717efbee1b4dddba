import type { Conversation } from '../model/conversations.ts';

/** Conversations in the order of lists and searches: what changed last comes first. */
export const newestFirst = (rows: readonly Conversation[]): Conversation[] =>
  rows.toSorted((a, b) => b.updated_at - a.updated_at || Number(b.id) - Number(a.id));
