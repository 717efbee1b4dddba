import { namedAdmin } from '../../domain/people/admin-of.ts';
import { isNamed } from '../../domain/people/contact-named.ts';
import { assign } from '../../generic/assign.ts';
import type { Call } from '../../http/call.ts';
import { Fault, invalid } from '../../http/fault.ts';
import { type Contact, contacts } from '../../model/people.ts';
import { mergedAttributes } from './merged-attributes.ts';

/** Sets what a valid body says of a contact; throws a Fault before it sets anything. */
export function setContactValues(call: Call, contact: Contact): void {
  const { body, workspace, now } = call;
  check(call, contact);
  if (typeof body.owner_id === 'string') namedAdmin(workspace, body.owner_id);
  assign(contact, body, [
    'role',
    'external_id',
    'email',
    'phone',
    'name',
    'avatar',
    'owner_id',
    'signed_up_at',
    'last_seen_at',
  ]);
  if (typeof body.unsubscribed_from_emails === 'boolean')
    contact.unsubscribed_from_emails = body.unsubscribed_from_emails;
  contact.custom_attributes = mergedAttributes(contact.custom_attributes, body.custom_attributes);
  contact.updated_at = now;
}

function check({ body, workspace }: Call, contact: Contact): void {
  const { email, external_id } = body;
  if (typeof email === 'string' && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalid('email is not a valid address', 'email');
  if (typeof body.email_verified === 'boolean' && typeof email !== 'string')
    throw invalid('email_verified needs email in the same request', 'email_verified');
  const role = body.role ?? contact.role;
  const twin = contacts(workspace).find(
    (other) =>
      other.id !== contact.id &&
      other.merged_into === null &&
      ((isText(external_id) && isNamed(other, { external_id })) ||
        // Leads may share an email with anyone: that is what merging them is for.
        (role === 'user' && other.role === 'user' && isText(email) && isNamed(other, { email }))),
  );
  if (twin !== undefined)
    throw new Fault(409, `A contact matching those details already exists with id=${twin.id}`, { code: 'conflict' });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
