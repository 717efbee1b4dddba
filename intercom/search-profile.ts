import type { SearchProfile } from '../runtime/profile/search-profile.ts';
import { searchNames } from './names.ts';
import { fieldAliases } from './search-aliases.ts';
import { insteadOf } from './search-fields.ts';
import { surprises } from './search-hints.ts';
import { ASSIGNEES, checkId, checkText, insteadOfValue } from './search-ids.ts';

/** What is particular about Intercom's three searches. */
export const searchProfile: SearchProfile = {
  kinds: { contact: 'external_id', conversation: 'source.body', ticket: 'ticket_type_id' },
  aliases: fieldAliases,
  // The workspace's own, which may be any text.
  notIds: new Set(['external_id']),
  nobody: ASSIGNEES,
  unassigned: 'admin_assignee_id',
  names: searchNames,
  namedFields: { 'ticket_attribute.': 'ticket_attribute' },
  checkId,
  checkText,
  // What answers call the categories of tickets.
  spellings: { category: { customer: 'request', back_office: 'task' } },
  insteadOfValue,
  insteadOf,
  surprises,
};
