import { addPart as addConversationPart } from '../../domain/conversations/add-part.ts';
import { attachmentsOf } from '../../domain/conversations/attachments-of.ts';
import { namedAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor, contactAuthor } from '../../domain/people/author-of.ts';
import { contactNamed, writingContact } from '../../domain/people/contact-named.ts';
import { happened } from '../../domain/people/touch-contact.ts';
import { addPart } from '../../domain/tickets/add-part.ts';
import { renderPart } from '../../domain/tickets/render-ticket.ts';
import { namedTicket, typeOf } from '../../domain/tickets/ticket-of.ts';
import { numberIn, textIn } from '../../generic/read-body.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { conversations } from '../../model/conversations.ts';
import { contacts } from '../../model/people.ts';
import type { Ticket, TicketPart } from '../../model/tickets.ts';

/** Adds a message of an admin or of a contact, or an internal note. */
export function replyTicket(call: Call): unknown {
  const ticket = namedTicket(call, 'not_found');
  const part = call.body.type === 'admin' ? replyAsAdmin(call, ticket) : replyAsContact(call, ticket);
  ticket.updated_at = call.now;
  return renderPart(part);
}

function replyAsAdmin(call: Call, ticket: Ticket): TicketPart {
  const { workspace, body } = call;
  const author = adminAuthor(namedAdmin(workspace, body.admin_id));
  const part = add(call, ticket, author, true);
  if (part.part_type !== 'note')
    for (const id of ticket.contact_ids) {
      const contact = contacts(workspace).get(id);
      if (contact !== undefined) happened(contact, 'last_contacted_at', part.created_at);
    }
  else if (body.cross_post === true && typeOf(workspace, ticket).category === 'Back-office')
    for (const id of ticket.linked_conversation_ids) {
      const conversation = conversations(workspace).get(id);
      if (conversation !== undefined)
        addConversationPart(call, conversation, { part_type: 'note', author, body: part.body });
    }
  return part;
}

/** A contact's message opens a closed ticket again, as it does a conversation. */
function replyAsContact(call: Call, ticket: Ticket): TicketPart {
  const { workspace, body } = call;
  if (typeOf(workspace, ticket).category === 'Back-office')
    throw new Fault(400, 'Customers cannot reply to a back-office ticket', { code: 'parameter_mismatch' });
  const contact = writingContact(contactNamed(workspace, body));
  if (!ticket.contact_ids.includes(contact.id))
    throw new Fault(404, 'User is not part of this ticket', { code: 'not_found' });
  const part = add(call, ticket, contactAuthor(contact), false);
  ticket.open = true;
  happened(contact, 'last_replied_at', part.created_at);
  return part;
}

function add(
  { workspace, body, now }: Call,
  ticket: Ticket,
  author: TicketPart['author'],
  isHtml: boolean,
): TicketPart {
  const text = textIn(body, 'body');
  return addPart(
    workspace,
    ticket,
    { at: numberIn(body, 'created_at') ?? now, author },
    {
      part_type: textIn(body, 'message_type') ?? 'comment',
      body: text === undefined ? null : paragraphs(text, isHtml),
      attachments: attachmentsOf(body),
    },
  );
}
