import type { Conversation } from '../../model/conversations.ts';

/** The channel by which a conversation began: Intercom calls that of the source type `conversation` the messenger. */
export const channelOf = ({ source }: Conversation): string =>
  source.type === 'conversation' ? 'messenger' : source.type;
