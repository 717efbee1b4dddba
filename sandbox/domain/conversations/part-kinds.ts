import type { Part } from '../../model/conversations.ts';

/** True for what the other side reads: everything with a text or with buttons, but no note. */
export function isMessage({ part_type, body, attachments, quick_replies }: Part): boolean {
  return !part_type.startsWith('note') && (body !== null || attachments.length > 0 || quick_replies !== undefined);
}

/** True for an assignment to an admin or a team. */
export function isAssignment({ assigned_to }: Part): boolean {
  return assigned_to !== null && assigned_to.type !== 'nobody_admin';
}
