import type { Author } from '../../model/conversations.ts';
import type { Admin, Contact } from '../../model/people.ts';

/** Intercom's own bot, the author of what nobody did by hand. */
export const operator: Author = { type: 'bot', id: '149390', name: 'Operator', email: 'operator@fernhill.example' };

/** Intercom's AI agent. */
export const fin: Author = { type: 'bot', id: '149391', name: 'Fin', email: 'fin@fernhill.example' };

/** An admin as the author of what they write. */
export function adminAuthor({ id, name, email }: Admin): Author {
  return { type: 'admin', id, name, email };
}

/** A contact as the author of what they write. */
export function contactAuthor({ role, id, name, email }: Contact): Author {
  return {
    type: role,
    id,
    name,
    email: email ?? `${id}@visitor.fernhill.example`,
  };
}

/** True for users and leads. */
export function isContact({ type }: Author): boolean {
  return type === 'user' || type === 'lead';
}
