import type { Conversation } from '../../model/conversations.ts';

/** The channel by which a conversation began: Intercom calls that of the source type `conversation` the messenger. */
export function channelOf({ source }: Conversation): string {
  return source.type === 'conversation' ? 'messenger' : source.type;
}
