import { Fault } from '../fault.ts';
import type { Call } from '../http/call.ts';
import { type Contact, contacts } from '../model/people.ts';
import { newContact } from '../people/new-contact.ts';

/** The contact with a phone number; made where there is none, as WhatsApp messages do. */
export function contactByPhone({ workspace, now }: Call, phone: string, name: unknown): Contact {
  if (!/^\+[1-9]\d{6,14}$/.test(phone))
    throw new Fault(400, 'phone must be a number with its country code, such as +353871234567', {
      code: 'parameter_invalid',
      field: 'to.phone',
    });
  const known = contacts(workspace).find((contact) => contact.phone === phone && contact.merged_into === null);
  if (known !== undefined) return known;
  const given = { role: 'lead', phone, name: typeof name === 'string' ? name : null } as const;
  return contacts(workspace).put(newContact(workspace.nextHexId('contacts'), now, given));
}
