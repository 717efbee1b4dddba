import { isRecord, type Json } from '../../contract/contract.ts';
import { isNamed } from '../../domain/people/contact-named.ts';
import { addContact } from '../../domain/people/new-contact.ts';
import { textIn } from '../../generic/read-body.ts';
import { existing } from '../../http/fault.ts';
import { type Contact, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** How the body of a new ticket names its contact. */
interface ContactKey {
  readonly id: string | undefined;
  readonly external_id: string | undefined;
  readonly email: string | undefined;
}

/** The contact with one of these names; one that was merged leads to the contact that it was merged into. */
function findContact(workspace: Workspace, { id, external_id, email }: ContactKey): Contact | undefined {
  const table = contacts(workspace);
  const found = id !== undefined ? table.get(id) : table.find((contact) => isNamed(contact, { external_id, email }));
  return found?.merged_into == null ? found : table.get(found.merged_into);
}

/** The contact of a new ticket; a lead is made for an email that nobody has. */
export function contactFor(workspace: Workspace, reference: unknown, now: number): Contact {
  const key = keyOf(isRecord(reference) ? reference : {});
  const found = findContact(workspace, key);
  if (found !== undefined || key.email === undefined || key.id !== undefined || key.external_id !== undefined)
    return existing(found, 'User', 'not_found');
  return addContact(workspace, now, { role: 'lead', email: key.email });
}

/** Refuses a contact of a new ticket that can neither be found nor made. */
export function checkContact(workspace: Workspace, reference: unknown): void {
  const key = keyOf(isRecord(reference) ? reference : {});
  if (key.id !== undefined || key.external_id !== undefined || key.email === undefined)
    existing(findContact(workspace, key), 'User', 'not_found');
}

function keyOf(reference: Json): ContactKey {
  return {
    id: textIn(reference, 'id'),
    external_id: textIn(reference, 'external_id'),
    email: textIn(reference, 'email'),
  };
}
