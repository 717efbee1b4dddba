import { addContact } from '../../domain/people/new-contact.ts';
import type { Call } from '../../http/call.ts';
import { type Contact, contacts } from '../../model/people.ts';

/** The contact with a phone number; made where there is none, as WhatsApp messages do. */
export function contactByPhone({ workspace, now }: Call, phone: string, name: unknown): Contact {
  const known = contacts(workspace).find((contact) => contact.phone === phone && contact.merged_into === null);
  return known ?? addContact(workspace, now, { role: 'lead', phone, name: typeof name === 'string' ? name : null });
}
