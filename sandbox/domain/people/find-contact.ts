import type { Call } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Contact, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** True for a contact that is neither archived nor merged into another one. */
export function isPresent({ archived, merged_into }: Contact): boolean {
  return !archived && merged_into === null;
}

/** Contacts that lists and searches show, newest first. */
export function listedContacts(workspace: Workspace): Contact[] {
  return contacts(workspace)
    .filter(isPresent)
    .sort((a, b) => b.created_at - a.created_at);
}

/** The contact with an id that a request names; throws a Fault for one that is not there or was merged away. */
export function namedContact({ workspace }: Call, id: unknown): Contact {
  const contact = contacts(workspace).get(id);
  return existing(contact?.merged_into === null ? contact : undefined, 'User', 'not_found');
}

/** A contact that is read by an id or external id: one that was merged away answers where the other one is. */
export function readableContact({ workspace }: Call, found: Contact | undefined): Contact {
  const contact = existing(found, 'User', 'not_found');
  if (contact.merged_into === null) return contact;
  throw new Fault(410, 'This contact was merged: its Link header names the one that remains', {
    code: 'contact_merged',
    headers: { Link: `</contacts/${survivor(workspace, contact)}>; rel="canonical"` },
  });
}

/** The one that remains may have become a lead and been merged in its turn. */
function survivor(workspace: Workspace, contact: Contact): string {
  let remaining = contact;
  for (;;) {
    const next = contacts(workspace).get(remaining.merged_into ?? undefined);
    if (next === undefined) return remaining.merged_into ?? remaining.id;
    remaining = next;
  }
}
