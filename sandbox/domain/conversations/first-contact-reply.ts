import type { Json } from '../../contract/contract.ts';
import type { Conversation } from '../../model/conversations.ts';
import { isContact } from '../people/author-of.ts';
import { isMessage } from './part-kinds.ts';

/** When and where a contact wrote first, as the API answers it; null where none did. */
export function firstContactReply({ source, created_at, parts }: Conversation): Json | null {
  const { type, url } = source;
  if (isContact(source.author)) return { type, url, created_at };
  const first = parts.find((part) => isContact(part.author) && isMessage(part));
  return first ? { type, url: null, created_at: first.created_at } : null;
}
