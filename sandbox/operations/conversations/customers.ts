import { isRecord, type Json } from '../../contract/contract.ts';
import { addPart } from '../../domain/conversations/add-part.ts';
import { namedConversation } from '../../domain/conversations/find-conversation.ts';
import { renderConversation } from '../../domain/conversations/render-conversation.ts';
import { namedAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor, contactAuthor } from '../../domain/people/author-of.ts';
import { contactNamed } from '../../domain/people/contact-named.ts';
import { addContact } from '../../domain/people/new-contact.ts';
import { objectIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import type { Author } from '../../model/conversations.ts';
import type { Contact } from '../../model/people.ts';

/** Contacts who take part in a conversation. */
export const customersRoutes: Routes = {
  'POST /conversations/{conversation_id}/customers': (call) => {
    const conversation = namedConversation(call, call.params.conversation_id);
    const customer = objectIn(call.body, 'customer');
    const author = adderOf(call, customer);
    const contact = addedContact(call, customer);
    if (!conversation.contact_ids.includes(contact.id)) {
      conversation.contact_ids.push(contact.id);
      addPart(call, conversation, { part_type: 'participant_added', author });
    }
    return renderConversation(call, conversation);
  },
  'DELETE /conversations/{conversation_id}/customers/{contact_id}': (call) => {
    const { workspace, params, body } = call;
    const conversation = namedConversation(call, params.conversation_id);
    const author = adminAuthor(namedAdmin(workspace, body.admin_id));
    const id = conversation.contact_ids.find((one) => one === params.contact_id);
    const contactId = existing(id, 'User', 'not_found');
    if (conversation.contact_ids.length === 1)
      throw new Fault(422, 'The last customer of a conversation cannot be removed', { code: 'parameter_invalid' });
    conversation.contact_ids = conversation.contact_ids.filter((one) => one !== contactId);
    addPart(call, conversation, { part_type: 'participant_removed', author });
    return renderConversation(call, conversation);
  },
};

function adderOf({ body, workspace }: Call, { customer }: Json): Author {
  if (body.admin_id !== undefined) return adminAuthor(namedAdmin(workspace, body.admin_id));
  if (isRecord(customer)) return contactAuthor(existing(contactNamed(workspace, customer), 'User', 'not_found'));
  throw new Fault(400, 'admin_id is required', { code: 'parameter_not_found', field: 'admin_id' });
}

/** An address that no contact has makes a lead. */
function addedContact({ workspace, now }: Call, customer: Json): Contact {
  const found = contactNamed(workspace, customer);
  if (found === undefined && customer.intercom_user_id === undefined && typeof customer.email === 'string')
    return addContact(workspace, now, { role: 'lead', email: customer.email });
  return existing(found, 'User', 'not_found');
}
