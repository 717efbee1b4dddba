import type { Json } from '../contract/contract.ts';
import { existing, Fault } from '../fault.ts';
import { type Contact, contacts } from '../model/people.ts';
import type { Workspace } from '../store/workspace.ts';

/** The contact that a request names by `intercom_user_id`, `user_id` or `email`; undefined for an unknown one. */
export function contactNamed(workspace: Workspace, named: Json): Contact | undefined {
  const { intercom_user_id: id, user_id: externalId, email } = named;
  if (id !== undefined) return active(contacts(workspace).get(id));
  const address = typeof email === 'string' ? email.toLowerCase() : undefined;
  const isMeant = (contact: Contact): boolean =>
    externalId === undefined
      ? address !== undefined && contact.email?.toLowerCase() === address
      : contact.external_id === String(externalId);
  const found = contacts(workspace).filter((contact) => isMeant(contact) && active(contact) !== undefined);
  // An address may belong to a user and to leads.
  return found.find(({ role }) => role === 'user') ?? found[0];
}

/** The contact in whose name a request writes; throws a Fault for an unknown, an archived and a blocked one. */
export function writingContact(found: Contact | undefined): Contact {
  const contact = existing(active(found), 'User', 'not_found');
  if (contact.blocked) throw new Fault(403, 'The contact is blocked', { code: 'action_forbidden' });
  return contact;
}

const active = (contact: Contact | undefined): Contact | undefined =>
  contact?.archived || contact?.merged_into != null ? undefined : contact;
