import { listedContacts } from '../../domain/people/find-contact.ts';
import { orderIn, testIn } from '../../generic/search-request.ts';
import type { Call, Routes } from '../../http/call.ts';
import type { Contact } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { attributeType } from './attribute-type.ts';
import { contactReader } from './contact-reader.ts';
import { renderContact } from './render-contact.ts';

/** The search of contacts. */
export const contactSearchRoutes: Routes = {
  'POST /contacts/search': (call) => page(call, find(call), (contact) => renderContact(call, contact)),
};

function find(call: Call): Contact[] {
  const { workspace, now } = call;
  const matches = testIn(call, (field) => attributeType(workspace, field));
  const order = orderIn(call);
  return listedContacts(workspace)
    .map((contact) => ({ contact, read: contactReader(workspace, contact, now) }))
    .filter(({ read }) => matches(read))
    .sort((a, b) => order(a.read, b.read))
    .map(({ contact }) => contact);
}
