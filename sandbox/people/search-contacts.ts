import { Fault } from '../fault.ts';
import type { Call, Routes } from '../http/call.ts';
import type { Contact } from '../model/people.ts';
import { page } from '../paging/page.ts';
import { compileSearch, compileSort, SearchFault, type SearchTable } from '../search/index.ts';
import { attributeType } from './attribute-type.ts';
import { contactReader } from './contact-reader.ts';
import { listedContacts } from './find-contact.ts';
import { renderContact } from './render-contact.ts';

/** The search of contacts. */
export const contactSearchRoutes: Routes = {
  'POST /contacts/search': (call) => page(call, find(call), (contact) => renderContact(call, contact)),
};

function find(call: Call): Contact[] {
  const { workspace, body, now } = call;
  // Written by the generator, whose tests hold its shape.
  const table = call.operation.search as unknown as SearchTable;
  try {
    const isWanted = compileSearch(table, body.query, {
      timezone: workspace.timezone,
      attributeType: (field) => attributeType(workspace, field),
    });
    const order = compileSort(body.sort, table);
    return listedContacts(workspace)
      .map((contact) => ({ contact, read: contactReader(workspace, contact, now) }))
      .filter(({ read }) => isWanted(read))
      .sort((a, b) => order(a.read, b.read))
      .map(({ contact }) => contact);
  } catch (error) {
    if (error instanceof SearchFault) throw new Fault(error.status, error.message, { code: error.code });
    throw error;
  }
}
