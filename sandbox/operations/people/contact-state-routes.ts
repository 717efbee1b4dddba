import { contactReference } from '../../domain/people/contact-reference.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { touchContact } from '../../domain/people/touch-contact.ts';
import type { Routes } from '../../http/call.ts';
import { conversations } from '../../model/conversations.ts';

/** What takes contacts out of sight and brings them back. */
export const contactStateRoutes: Routes = {
  'POST /contacts/{contact_id}/archive': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    contact.archived = true;
    touchContact(contact, call.now);
    return { ...contactReference(contact), archived: true };
  },
  'POST /contacts/{contact_id}/unarchive': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    contact.archived = false;
    touchContact(contact, call.now);
    return { ...contactReference(contact), archived: false };
  },
  'POST /contacts/{contact_id}/block': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    contact.blocked = true;
    touchContact(contact, call.now);
    // Conversations have no archive that the API shows: what is left of it is that they are closed.
    for (const conversation of conversations(call.workspace).filter(
      ({ contact_ids, state }) => contact_ids.includes(contact.id) && state !== 'closed',
    )) {
      conversation.state = 'closed';
      conversation.snoozed_until = null;
      conversation.waiting_since = null;
      conversation.updated_at = call.now;
    }
    return { ...contactReference(contact), blocked: true };
  },
};
