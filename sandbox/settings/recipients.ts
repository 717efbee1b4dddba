import { isJson, type Json } from '../contract/contract.ts';
import { Fault } from '../fault.ts';
import type { Call } from '../http/call.ts';
import { type Contact, contacts } from '../model/people.ts';
import { contactByPhone } from './phone-contact.ts';

/** The contacts that a message names in `to`, `cc` or `bcc`; throws a Fault for one that is not there. */
export function recipientsOf(call: Call, field: 'to' | 'cc' | 'bcc'): Contact[] {
  const given = call.body[field];
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return list.filter(isJson).map((one) => recipient(call, one, field));
}

function recipient(call: Call, one: Json, field: string): Contact {
  if (typeof one.phone === 'string') return contactByPhone(call, one.phone, one.name);
  const contact = contacts(call.workspace).get(one.id);
  if (contact !== undefined && !contact.archived && contact.merged_into === null) return contact;
  throw new Fault(400, `There is no contact ${String(one.id)}`, { code: 'parameter_invalid', field: `${field}.id` });
}
