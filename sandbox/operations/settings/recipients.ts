import { isRecord, type Json } from '../../contract/contract.ts';
import { isPresent } from '../../domain/people/find-contact.ts';
import { isPhone } from '../../domain/people/phone.ts';
import type { Call } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Contact, contacts } from '../../model/people.ts';
import { contactByPhone } from './contact-by-phone.ts';

/** Whom a message names, by the fields that it may. */
export type Recipients = Readonly<Record<'to' | 'cc' | 'bcc', readonly Contact[]>>;

/** The contacts that a message goes to; throws a Fault for one that is not there before any is made of a phone number. */
export function recipientsOf(call: Call): Recipients {
  const [to, cc, bcc] = [named(call, 'to'), named(call, 'cc'), named(call, 'bcc')];
  if (to.length === 0) throw new Fault(400, 'There is no recipient', { code: 'parameter_invalid', field: 'to' });
  const found = (one: Json): Contact =>
    typeof one.phone === 'string'
      ? contactByPhone(call, one.phone, one.name)
      : existing(contacts(call.workspace).get(one.id), 'User');
  return { to: to.map(found), cc: cc.map(found), bcc: bcc.map(found) };
}

function named(call: Call, field: keyof Recipients): Json[] {
  const value = call.body[field];
  const list = (Array.isArray(value) ? value : [value]).filter(isRecord);
  for (const one of list) check(call, one, field);
  return list;
}

function check({ workspace }: Call, { id, phone }: Json, field: string): void {
  if (typeof phone === 'string') {
    if (isPhone(phone)) return;
    throw new Fault(400, 'phone must be a number with its country code, such as +353871234567', {
      code: 'parameter_invalid',
      field: `${field}.phone`,
    });
  }
  const contact = contacts(workspace).get(id);
  if (contact === undefined || !isPresent(contact))
    throw new Fault(400, `There is no contact ${String(id)}`, { code: 'parameter_invalid', field: `${field}.id` });
}
