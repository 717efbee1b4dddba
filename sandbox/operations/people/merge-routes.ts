import { isNamed } from '../../domain/people/contact-named.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import type { Contact } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { mergeContacts } from './merge-contacts.ts';
import { renderContact } from './render-contact.ts';
import { renderMerge } from './render-merge.ts';

/** Merging leads into users, and which ones were. */
export const mergeRoutes: Routes = {
  'POST /contacts/merge': (call) => {
    const [from, into] = [namedContact(call, call.body.from), namedContact(call, call.body.into)];
    check(call, from, into);
    mergeContacts(call.workspace, from, into, call.now);
    return renderContact(call, into);
  },
  'GET /contacts/{id}/merge_history': (call) => {
    const contact = namedContact(call, call.params.id);
    const { merge_history } = existing(contact.role === 'user' ? contact : undefined, 'Contact');
    const isOldestFirst = call.query.order === 'asc';
    return page(call, isOldestFirst ? merge_history : [...merge_history].reverse(), renderMerge);
  },
};

function check({ body }: Call, from: Contact, into: Contact): void {
  const invalid = (message: string) => new Fault(400, message, { code: 'invalid_merge' });
  if (from.role !== 'lead' || into.role !== 'user') throw invalid('Only a lead can be merged, and only into a user');
  if (body.skip_duplicate_validation !== true && !areDuplicates(from, into))
    throw invalid('The contacts share neither email nor phone: pass skip_duplicate_validation=true to merge them');
}

function areDuplicates(a: Contact, b: Contact): boolean {
  return (a.email !== null && isNamed(b, { email: a.email })) || (a.phone !== null && a.phone === b.phone);
}
