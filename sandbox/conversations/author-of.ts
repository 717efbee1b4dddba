import type { Author } from '../model/conversations.ts';
import type { Admin } from '../model/people.ts';

export { contactAuthor, fin, operator } from './seed/authors.ts';

/** An admin as the author of what they write. */
export const adminAuthor = ({ id, name, email }: Admin): Author => ({ type: 'admin', id, name, email });

/** True for users and leads. */
export const isContact = ({ type }: Author): boolean => type === 'user' || type === 'lead';
