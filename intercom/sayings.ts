import type { Sayings } from '../runtime/profile/sayings.ts';
import { aiSayings } from './sayings/ai.ts';
import { contactSayings } from './sayings/contacts.ts';
import { conversationSayings } from './sayings/conversations.ts';
import { knowledgeSayings } from './sayings/knowledge.ts';
import { relationSayings } from './sayings/relations.ts';
import { ticketSayings } from './sayings/tickets.ts';
import { workspaceSayings } from './sayings/workspace.ts';

/** What users say for each of Intercom's tools. */
export const sayings: Sayings = {
  ...aiSayings,
  ...contactSayings,
  ...conversationSayings,
  ...knowledgeSayings,
  ...relationSayings,
  ...ticketSayings,
  ...workspaceSayings,
};
