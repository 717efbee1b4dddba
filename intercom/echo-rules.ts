import type { EchoRules, Outcome } from '../runtime/profile/answer-rules.ts';
import { isRecord, own } from '../runtime/value/value.ts';

const assignees = ['admin_assignee_id', 'team_assignee_id'];
const conversation = ['id', 'state', ...assignees, 'snoozed_until'];
const contact = ['id', 'external_id', 'role', 'name', 'email', 'owner_id'];

/** What is shown of the answers of Intercom's writes. */
export const echoRules: EchoRules = {
  properties: [
    ...['id', 'external_id', 'company_id', 'ticket_id', 'conversation_id', 'job_identifier', 'name', 'title', 'label'],
    ...['state', 'status', 'url', 'archived', 'deleted', 'blocked', 'has_unpublished_changes'],
  ],
  resources: {
    conversation,
    ticket: [
      'id',
      'ticket_id',
      'open',
      'ticket_state.id',
      'ticket_state.internal_label',
      ...assignees,
      'snoozed_until',
    ],
    ticket_part: ['id', 'part_type', 'created_at'],
    contact,
    tag: ['id', 'name'],
    subscription: ['id', 'default_translation.name'],
    note: ['id', 'contact.id', 'company.id'],
  },
  tools: {
    intercom_tickets_link_conversation: ['linked_objects'],
    intercom_tickets_unlink_conversation: ['linked_objects'],
    intercom_conversations_attach_contact: ['contacts.id'],
    intercom_conversations_detach_contact: ['contacts.id'],
    intercom_tickets_change_type: ['ticket_type.id', 'ticket_type.name'],
    intercom_conversations_convert: ['ticket_type.id', 'ticket_type.name'],
  },
  outcomes: {
    intercom_contacts_attach_subscription: ({ consent_type }) => subscribed(consent_type === 'opt_in'),
    // Without a preference of the contact's own, what holds is the kind of the subscription.
    intercom_contacts_detach_subscription: (_, answer) => subscribed(own(answer, 'consent_type') === 'opt_out'),
    ...detached('contacts', 'conversations', 'tickets', 'articles', 'internal_articles', 'content_snippets'),
    create_a_intercom_conversations_attribute_option: ({ label }, answer) => optionOf(answer, 'label', label),
    update_a_intercom_conversations_attribute_option_by_id: ({ option_id }, answer) =>
      optionOf(answer, 'id', option_id),
    delete_a_intercom_conversations_attribute_option_by_id: ({ option_id }, answer) =>
      optionOf(answer, 'id', option_id),
  },
};

function subscribed(is: boolean): Readonly<Record<string, unknown>> {
  return { contact_is: is ? 'subscribed' : 'unsubscribed' };
}

/** The tag is answered as it is in the workspace, whatever it was taken from. */
function detached(...owners: readonly string[]): Record<string, Outcome> {
  return Object.fromEntries(owners.map((owner) => [`intercom_${owner}_detach_tag`, () => ({ detached: true })]));
}

function optionOf(attribute: unknown, key: string, value: unknown): Readonly<Record<string, unknown>> {
  const options = own(attribute, 'options');
  const found: unknown = Array.isArray(options) ? options.findLast((option) => own(option, key) === value) : undefined;
  return isRecord(found) ? { option: { id: found.id, label: found.label, archived: found.archived } } : {};
}
