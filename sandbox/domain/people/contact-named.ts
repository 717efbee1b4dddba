import type { Json } from '../../contract/contract.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Contact, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { isPresent } from './find-contact.ts';

/** Names of contacts that are no ids of Intercom's. */
export interface ContactNames {
  /** The customer's own id. */
  readonly external_id?: unknown;
  readonly email?: unknown;
}

/** True for a contact with the first of the names that are given; letters of an email are the same in either case. */
export function isNamed(contact: Contact, { external_id, email }: ContactNames): boolean {
  if (external_id !== undefined) return contact.external_id === String(external_id);
  return email !== undefined && contact.email?.toLowerCase() === String(email).toLowerCase();
}

/** The contact that a request names by `intercom_user_id`, `user_id` or `email`; undefined for an unknown one. */
export function contactNamed(workspace: Workspace, named: Json): Contact | undefined {
  const { intercom_user_id: id, user_id: external_id, email } = named;
  if (id !== undefined) return present(contacts(workspace).get(id));
  const found = contacts(workspace).filter((contact) => isPresent(contact) && isNamed(contact, { external_id, email }));
  // An address may belong to a user and to leads.
  return found.find(({ role }) => role === 'user') ?? found[0];
}

/** The contact in whose name a request writes; throws a Fault for an unknown, an archived and a blocked one. */
export function writingContact(found: Contact | undefined): Contact {
  const contact = existing(present(found), 'User', 'not_found');
  if (contact.blocked) throw new Fault(403, 'The contact is blocked', { code: 'action_forbidden' });
  return contact;
}

function present(contact: Contact | undefined): Contact | undefined {
  return contact !== undefined && isPresent(contact) ? contact : undefined;
}
