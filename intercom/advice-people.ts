import type { ErrorSituation } from '../runtime/profile/advice.ts';
import type { AdviceRule } from './advice-rule.ts';

/** What to do where the state of a contact, a conversation or a ticket is in the way: the tool that changes it. */
export const peopleRules: readonly AdviceRule[] = [
  // People
  {
    code: 'invalid_merge',
    says: /skip_duplicate_validation/,
    advice:
      'Ask the user whether they are one person: they share no email or phone. If so, call again with skip_duplicate_validation true.',
  },
  {
    code: 'invalid_merge',
    advice:
      'Only a lead can be merged, into a user: from takes the lead, into the user. get_single_intercom_contact_by_id shows the role of each. Two users cannot be merged.',
  },
  { status: 409, tool: /_contact(?:_by_id)?$/, advice: existingContact },
  {
    tool: /^list_all_intercom_contact_merge_history$/,
    status: 404,
    advice:
      'Give a user as contact_id: a lead has no merge history. Find users with list_all_intercom_search_contacts (role = user).',
  },
  {
    tool: /_contacts_attach_company$/,
    code: 'contact_company_limit_exceeded',
    advice: 'Remove the contact from another company with intercom_contacts_detach_company first: it has the most.',
  },
  // Conversations
  {
    tool: /_(?:conversations|tickets)_reply$/,
    status: 404,
    says: /no part|not part/i,
    advice:
      'Only a participant can write here. Reply as an admin instead, or name a contact of the conversation; intercom_conversations_attach_contact adds one.',
  },
  {
    says: /last customer/i,
    advice: 'Add another contact with intercom_conversations_attach_contact first: the last one cannot be removed.',
  },
  {
    code: 'merge_failed',
    says: /itself/i,
    advice: 'Give two different conversations: one cannot be merged into itself.',
  },
  {
    code: 'merge_failed',
    says: /already/i,
    advice: 'Leave it: this conversation was merged before, and nothing undoes that.',
  },
  {
    code: 'merge_failed',
    advice:
      'Correct conversation_id or merge_into_conversation_id: one of them does not exist. Find conversations with list_all_intercom_search_conversations.',
  },
  {
    code: 'conversation_part_not_redactable',
    advice:
      'Choose another message: get_single_intercom_conversation_by_id shows who wrote each and what is erased already.',
  },
  {
    says: /is a ticket already/i,
    advice: 'Change the ticket with update_a_intercom_ticket_by_id: this conversation is a ticket already.',
  },
  // Tickets
  {
    says: /customer ticket type|category Customer/i,
    advice: 'Give a ticket_type_id of category Customer. Find ticket types with list_all_intercom_ticket_types.',
  },
  {
    code: 'ticket_state_id_invalid',
    advice:
      "Give a state of the ticket's own type as ticket_state_id. Find states with list_all_intercom_ticket_states.",
  },
  {
    says: /state.{1,40}(?:belong|none of|no such state)|no such state/i,
    advice: 'Give a state of that ticket type as ticket_state_id. Find states with list_all_intercom_ticket_states.',
  },
  {
    says: /same ticket type/i,
    advice: 'Leave it: the ticket has this type already. Its state changes with update_a_intercom_ticket_by_id.',
  },
  {
    says: /is archived$/i,
    tool: /ticket|convert/,
    advice: 'Choose a ticket type that is not archived. Find ticket types with list_all_intercom_ticket_types.',
  },
  {
    says: /ticket attributes|list items|ticket_attributes|on ticket type/i,
    advice:
      'Correct ticket_attributes. The names, types, options and required ones of a ticket type are in list_all_intercom_ticket_types.',
  },
  {
    code: 'already_linked_to_tracker',
    advice:
      'Take it off its other tracker ticket with intercom_tickets_unlink_conversation first, or leave it there: one tracker is all a conversation can have.',
  },
  {
    code: 'invalid_ticket_type',
    advice:
      'Give a ticket of category Tracker as ticket_id, and a conversation or customer ticket to link. Find tickets with list_all_intercom_search_tickets (category = tracker).',
  },
  {
    code: 'parameter_mismatch',
    says: /back-?office/i,
    advice: 'Write as an admin (type admin, message_type note): a back-office ticket takes no reply of a contact.',
  },
];

/** A contact with these details exists: the message names its id. */
function existingContact({ message = '' }: ErrorSituation): string {
  const id = /\bid=([\w-]{1,64})/.exec(message)?.[1];
  const which = id === undefined ? 'it' : `contact_id ${id}`;
  const found = id === undefined ? ' Find contacts with list_all_intercom_search_contacts.' : '';
  return /archived/i.test(message)
    ? `Bring ${which} back with intercom_contacts_unarchive: an archived contact has these details.${found}`
    : `Update ${which} with update_a_intercom_contact_by_id instead: that contact has these details already.${found} If it is archived, intercom_contacts_unarchive brings it back.`;
}
