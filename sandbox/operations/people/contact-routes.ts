import { contactReference } from '../../domain/people/contact-reference.ts';
import { listedContacts, namedContact, readableContact } from '../../domain/people/find-contact.ts';
import { newContact } from '../../domain/people/new-contact.ts';
import type { Call, Routes } from '../../http/call.ts';
import { type Contact, contacts, notes } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { renderContact } from './render-contact.ts';
import { setContactValues } from './set-contact-values.ts';

/** Contacts themselves: list, read, create, change, delete. */
export const contactRoutes: Routes = {
  'GET /contacts': (call) => page(call, listedContacts(call.workspace), (contact) => renderContact(call, contact)),
  'POST /contacts': (call) => renderContact(call, create(call)),
  'GET /contacts/{contact_id}': (call) =>
    renderContact(call, readableContact(call, contacts(call.workspace).get(call.params.contact_id))),
  'GET /contacts/find_by_external_id/{external_id}': (call) => renderContact(call, withExternalId(call)),
  'PUT /contacts/{contact_id}': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    setContactValues(call, contact);
    return renderContact(call, contact);
  },
  'DELETE /contacts/{contact_id}': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    contacts(call.workspace).remove(contact.id);
    for (const note of notes(call.workspace).filter(({ contact_id }) => contact_id === contact.id))
      notes(call.workspace).remove(note.id);
    return { ...contactReference(contact), deleted: true };
  },
};

function create(call: Call): Contact {
  const { workspace, now } = call;
  // Refused before an id is taken for it.
  const contact = newContact('', now, {});
  setContactValues(call, contact);
  return contacts(workspace).put({ ...contact, id: workspace.nextHexId('contacts') });
}

/** Of users alone, and of those who were merged away. */
function withExternalId(call: Call): Contact {
  const { workspace, params } = call;
  const named = contacts(workspace).filter(({ external_id }) => external_id === params.external_id);
  const user = named.find(({ role, merged_into }) => role === 'user' && merged_into === null);
  return readableContact(call, user ?? named.find(({ merged_into }) => merged_into !== null));
}
