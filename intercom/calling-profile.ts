import { timeKeys } from '../generated/intercom/facts.ts';
import type { CallingProfile } from '../runtime/profile/calling-profile.ts';
import { answerRules } from './answer-rules.ts';
import { connection } from './connection.ts';
import { names } from './names.ts';
import { nothingFound } from './nothing-found.ts';
import { searchProfile } from './search-profile.ts';

/** What a client calls Intercom by. */
export const callingProfile: CallingProfile = {
  id: 'intercom',
  name: 'Intercom',
  connection,
  // Loaded when an error needs it.
  advise: async (situation) => (await import('./advice.ts')).adviseOnError(situation),
  // Declared as a text, and unix seconds all the same.
  timeKeys: new Set([...timeKeys, 'download_expires_at']),
  nothingFound,
  answers: answerRules,
  search: searchProfile,
  names,
};
