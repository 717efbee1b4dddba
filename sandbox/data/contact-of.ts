import { existing } from '../fault.ts';
import { type Contact, contacts } from '../model/people.ts';
import type { Workspace } from '../store/workspace.ts';

/** The contact with an id that a request names; one that was merged into another is there no more. */
export function namedContact(workspace: Workspace, id: unknown): Contact {
  const contact = contacts(workspace).get(id);
  return existing(contact?.merged_into === null ? contact : undefined, 'User');
}

/** Ways to name a contact, of which one is used. */
export interface ContactNames {
  /** Intercom's own id, the only way to name a lead. */
  readonly id?: unknown;
  /** The customer's id of a user. */
  readonly userId?: unknown;
  readonly email?: unknown;
}

/** The contact that is named in the first of the ways that are given; throws a Fault for an unknown one. */
export function contactOf(workspace: Workspace, { id, userId, email }: ContactNames): Contact {
  if (id !== undefined) return namedContact(workspace, id);
  const wanted = userId !== undefined ? String(userId) : String(email).toLowerCase();
  const found = contacts(workspace).find((contact) => {
    if (contact.role !== 'user' || contact.archived || contact.merged_into !== null) return false;
    return userId !== undefined ? contact.external_id === wanted : contact.email?.toLowerCase() === wanted;
  });
  return existing(found, 'User');
}
