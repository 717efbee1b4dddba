import type { Conversation } from '../../model/conversations.ts';

/** Ids of the admins who wrote or did something in a conversation, in the order in which they came. */
export function teammatesOf({ source, parts }: Conversation): string[] {
  const ids = new Set<string>();
  if (source.author.type === 'admin') ids.add(source.author.id);
  for (const { author } of parts) if (author.type === 'admin') ids.add(author.id);
  return [...ids];
}
