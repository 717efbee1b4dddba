import type { Author } from '../../model/conversations.ts';
import { admins, type Contact } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The machine that assigns conversations by rule. */
export const operator: Author = { type: 'bot', id: '149390', name: 'Operator', email: 'operator@fernhill.example' };

/** Intercom's AI agent. */
export const fin: Author = { type: 'bot', id: '149391', name: 'Fin', email: 'fin@fernhill.example' };

/** An admin as the author of a message; throws for one that the workspace does not have. */
export function adminAuthor(workspace: Workspace, id: string): Author {
  const admin = admins(workspace).get(id);
  if (admin === undefined) throw new Error(`no admin ${id}`);
  return { type: 'admin', id, name: admin.name, email: admin.email };
}

/** A contact as the author of a message. */
export const contactAuthor = ({ role, id, name, email }: Contact): Author => ({
  type: role,
  id,
  name,
  email: email ?? `${id}@visitor.fernhill.example`,
});
