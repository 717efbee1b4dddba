import type { Contact } from '../../model/people.ts';

/** One merge in a contact's history, as the API answers it. */
export function renderMerge({ id, role, merged_at }: Contact['merge_history'][number]): unknown {
  return { type: 'merge_history', source_contact_id: id, source_contact_role: role, merged_at };
}
