import { type Contact, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A contact as other things refer to it. */
interface ContactReference {
  readonly type: 'contact';
  readonly id: string;
  readonly external_id: string | null;
}

/** How other things refer to a contact. */
export function contactReference({ id, external_id }: Pick<Contact, 'id' | 'external_id'>): ContactReference {
  return {
    type: 'contact',
    id,
    external_id,
  };
}

/** How other things refer to the contact with this id, which may be there no more. */
export function referenceTo(workspace: Workspace, id: string): ContactReference {
  return contactReference({ id, external_id: contacts(workspace).get(id)?.external_id ?? null });
}

/** The contacts of a conversation or a ticket. */
export function contactList(workspace: Workspace, ids: readonly string[]) {
  return {
    type: 'contact.list',
    contacts: ids.map((id) => referenceTo(workspace, id)),
  };
}
