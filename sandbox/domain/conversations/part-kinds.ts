import type { Part } from '../../model/conversations.ts';

/** True for what the other side reads: everything with a text or with buttons, but no note. */
export const isMessage = ({ part_type, body, attachments, quick_replies }: Part): boolean =>
  !part_type.startsWith('note') && (body !== null || attachments.length > 0 || quick_replies !== undefined);

/** True for an assignment to an admin or a team. */
export const isAssignment = ({ assigned_to }: Part): boolean =>
  assigned_to !== null && assigned_to.type !== 'nobody_admin';
