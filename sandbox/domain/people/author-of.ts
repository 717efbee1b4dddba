import type { Author } from '../../model/conversations.ts';
import type { Admin, Contact } from '../../model/people.ts';

/** Intercom's own bot, the author of what nobody did by hand. */
export const operator: Author = { type: 'bot', id: '149390', name: 'Operator', email: 'operator@fernhill.example' };

/** Intercom's AI agent. */
export const fin: Author = { type: 'bot', id: '149391', name: 'Fin', email: 'fin@fernhill.example' };

/** An admin as the author of what they write. */
export const adminAuthor = ({ id, name, email }: Admin): Author => ({ type: 'admin', id, name, email });

/** A contact as the author of what they write. */
export const contactAuthor = ({ role, id, name, email }: Contact): Author => ({
  type: role,
  id,
  name,
  email: email ?? `${id}@visitor.fernhill.example`,
});

/** True for users and leads. */
export const isContact = ({ type }: Author): boolean => type === 'user' || type === 'lead';
