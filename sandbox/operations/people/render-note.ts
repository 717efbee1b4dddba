import { admins, type Note } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A note as the API answers it. */
export function renderNote(workspace: Workspace, note: Note): unknown {
  const { contact_id, company_id, author_id } = note;
  const author = admins(workspace).get(author_id);
  return {
    ...note,
    type: 'note',
    contact: contact_id === null ? null : { type: 'contact', id: contact_id },
    company: company_id === null ? null : { type: 'company', id: company_id },
    author: author === undefined ? null : { type: 'admin', ...author, role: { type: 'role', ...author.role } },
  };
}
