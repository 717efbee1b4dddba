import { isPresent } from '../../domain/people/find-contact.ts';
import { addContact } from '../../domain/people/new-contact.ts';
import { isPhone } from '../../domain/people/phone.ts';
import { objectIn, textIn } from '../../generic/read-body.ts';
import type { Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { phoneRedirects } from '../../model/calls.ts';
import { contacts } from '../../model/people.ts';

/** Takes a caller to the Messenger; the sandbox keeps the SMS instead of sending it. */
export const redirectRoutes: Routes = {
  'POST /phone_call_redirects': ({ workspace, body, now }) => {
    const phone = textIn(body, 'phone') ?? '';
    if (!isPhone(phone))
      throw new Fault(400, 'Invalid phone number', {
        body: { error_key: 'invalid_phone_number', message: 'Invalid phone number' },
      });
    const known = contacts(workspace).find((one) => one.phone === phone && isPresent(one));
    const contact = known ?? addContact(workspace, now, { role: 'lead', phone });
    const attributes = objectIn(body, 'custom_attributes');
    if (Object.keys(attributes).length > 0) {
      Object.assign(contact.custom_attributes, attributes);
      contact.updated_at = now;
    }
    phoneRedirects(workspace).put({
      id: workspace.nextId('phone_call_redirects'),
      phone,
      contact_id: contact.id,
      created_at: now,
    });
    return { type: 'phone_call_redirect', phone };
  },
};
