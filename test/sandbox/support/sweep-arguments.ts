import { cast } from '../../../sandbox/index.ts';
import { START } from './sandbox.ts';
import type { Overrides } from './sweep.ts';

/** A row as the sweep reads it: whatever a table holds. */
type Row = Record<string, unknown> & { readonly id: string };

/** The first row of a table that fits, or a failure that names the table. */
function row(state: Parameters<Overrides[string]>[0], table: string, fits: (row: Row) => boolean = () => true): Row {
  // Rows are JSON of the sandbox's own making.
  const found = Object.values(state[table] ?? {}).find((each) => fits(each as Row));
  if (found === undefined) throw new Error(`no row of ${table} fits`);
  return found as Row;
}

function list(value: unknown): Row[] {
  return Array.isArray(value) ? value : [];
}
function has(key: string) {
  return (each: Row) => list(each[key]).length > 0;
}
const attributes: Record<string, unknown> = { _default_title_: 'Swept', _default_description_: 'By a test' };
function tagged(table: string, id: string): Overrides[string] {
  return (state) => {
    const owner = row(state, table, has('tags'));
    return { [id]: owner.id, tag_id: list(owner.tags)[0]?.id };
  };
}
const attribute: Overrides[string] = (state) => ({
  attribute_id: row(state, 'conversation_attributes', has('options')).id,
});
const option: Overrides[string] = (state) => {
  const owner = row(state, 'conversation_attributes', has('options'));
  return { attribute_id: owner.id, option_id: list(owner.options)[0]?.id };
};
const booking: Overrides[string] = (state) => {
  const { id, external_id, type } = row(state, 'custom_object_instances');
  return { custom_object_type_identifier: type, custom_object_instance_id: id, external_id };
};
const bookingById: Overrides[string] = (state) => {
  const { external_id: _, ...rest } = booking(state);
  return rest;
};
const bookings: Overrides[string] = () => ({
  custom_object_type_identifier: 'Booking',
  references_contact_id: undefined,
  references_conversation_id: undefined,
  external_id: undefined,
});
const timeZone: Overrides[string] = () => ({ time_zone_name: 'Europe/Dublin', time_intervals: [] });

/** What no schema tells of the arguments, by tool: values that have to exist together, or have a form of their own. */
export const sweepArguments: Overrides = {
  create_a_intercom_message: () => ({
    message_type: 'in_app',
    template: undefined,
    body: 'Hello',
    from: { type: 'admin', id: cast.admins.maya },
    to: { type: 'user', id: cast.contacts.amara },
  }),
  create_a_intercom_office_hours_exception: () => ({
    exception_date: '2027-01-06',
    exception_type: 'closed',
    time_intervals: undefined,
  }),
  create_a_intercom_content_snippet: () => ({ json_blocks: undefined, body_markdown: 'Swept', locale: 'en' }),
  create_a_intercom_conversation: () => ({ from: { type: 'user', id: cast.contacts.amara }, brand_id: undefined }),
  create_a_intercom_event: () => ({
    id: cast.contacts.amara,
    user_id: undefined,
    email: undefined,
    event_name: 'swept',
    created_at: START / 1000,
  }),
  create_a_intercom_event_summary: () => ({ user_id: 'fernhill-1' }),
  create_a_intercom_help_center_redirect: () => ({
    from_url: 'https://help.fernhill.example/en/articles/old',
    target_id: cast.articles.sso,
    target_type: 'article',
    locale: 'en',
  }),
  create_a_intercom_office_hours_schedule: timeZone,
  create_a_intercom_ticket: () => ({ contacts: [{ id: cast.contacts.amara }], ticket_attributes: attributes }),
  create_a_intercom_ticket_type_attribute: () => ({ multiline: undefined }),
  create_or_update_a_intercom_company: () => ({ company_id: 'swept-1' }),
  create_or_update_a_intercom_custom_object_instance: () => ({ custom_object_type_identifier: 'Booking' }),
  create_or_update_a_intercom_tag: () => ({ name: 'Swept', companies: undefined, users: undefined, id: undefined }),
  delete_a_intercom_conversations_attribute_by_id: attribute,
  delete_a_intercom_conversations_attribute_option_by_id: option,
  delete_a_intercom_custom_object_instance_by_external_id: (state) => {
    const { custom_object_instance_id: _, ...rest } = booking(state);
    return rest;
  },
  delete_a_intercom_custom_object_instance_by_id: bookingById,
  delete_a_intercom_data_connector_by_id: (state) => ({
    data_connector_id: row(state, 'data_connectors', ({ state }) => state === 'draft').id,
  }),
  get_single_intercom_article_draft_by_id: (state) => ({
    article_id: row(state, 'articles', ({ draft }) => draft !== null).id,
  }),
  get_single_intercom_article_version_by_id: (state) => {
    const article = row(state, 'articles', has('versions'));
    return { article_id: article.id, version_id: list(article.versions)[0]?.id, locale: undefined };
  },
  get_single_intercom_contact_by_external_id: (state) => ({
    external_id: row(state, 'contacts', ({ external_id }) => external_id !== null).external_id,
  }),
  get_single_intercom_conversations_attribute_by_id: attribute,
  create_a_intercom_conversations_attribute_option: attribute,
  get_single_intercom_custom_object_instance_by_id: bookingById,
  get_single_intercom_fin_voice_by_external_id: (state) => ({
    external_id: row(state, 'fin_voice_calls').external_call_id,
  }),
  get_single_intercom_fin_voice_by_id: (state) => ({ fin_voice_id: row(state, 'fin_voice_calls').id }),
  get_single_intercom_fin_voice_by_phone_number: (state) => ({
    phone_number: row(state, 'fin_voice_calls').user_phone_number,
  }),
  get_single_intercom_messages_whatsapp_status_by_message_id: (state) => ({
    message_id: row(state, 'whatsapp_messages').id,
  }),
  get_single_intercom_visitor_by_user_id: (state) => ({ user_id: row(state, 'visitors').user_id }),
  intercom_article_draft_publish: (state) => ({
    article_id: row(state, 'articles', ({ draft }) => draft !== null).id,
    locales: ['en'],
  }),
  intercom_articles_detach_tag: tagged('articles', 'article_id'),
  intercom_export_reporting_data_enqueue: () => ({
    dataset_id: 'conversation',
    attribute_ids: ['conversation.conversation_id'],
    start_time: START / 1000 - 86_400,
    end_time: START / 1000,
  }),
  intercom_contacts_detach_company: (state) => {
    const contact = row(state, 'contacts', has('company_ids'));
    return { contact_id: contact.id, company_id: list(contact.company_ids)[0] };
  },
  intercom_contacts_detach_subscription: (state) => {
    const contact = row(state, 'contacts', has('consents'));
    return { contact_id: contact.id, subscription_id: list(contact.consents)[0]?.id };
  },
  intercom_contacts_detach_tag: tagged('contacts', 'contact_id'),
  intercom_contacts_merge: (state) => ({
    from: row(state, 'contacts', ({ role }) => role === 'lead').id,
    into: cast.contacts.amara,
    skip_duplicate_validation: true,
  }),
  intercom_content_snippets_detach_tag: tagged('content_snippets', 'content_snippet_id'),
  intercom_conversations_attach_contact: () => ({
    conversation_id: cast.conversations.refund,
    admin_id: cast.admins.maya,
    customer: { intercom_user_id: cast.contacts.amara },
  }),
  intercom_conversations_detach_tag: tagged('conversations', 'conversation_id'),
  intercom_conversations_manage: () => ({ message_type: 'close', type: 'admin', admin_id: cast.admins.maya }),
  intercom_conversations_merge: () => ({
    conversation_id: cast.conversations.jonas[0],
    merge_into_conversation_id: cast.conversations.jonas[1],
  }),
  intercom_conversations_redact: (state) => {
    const conversation = row(state, 'conversations', has('parts'));
    const part = list(conversation.parts).find(({ body }) => body !== null);
    return {
      type: 'conversation_part',
      conversation_id: conversation.id,
      conversation_part_id: part?.id,
      source_id: undefined,
    };
  },
  intercom_conversations_reply: () => ({
    conversation_id: cast.conversations.refund,
    message_type: 'comment',
    type: 'admin',
    admin_id: cast.admins.maya,
    body: 'Swept',
    intercom_user_id: undefined,
    user_id: undefined,
    email: undefined,
  }),
  intercom_internal_articles_detach_tag: tagged('internal_articles', 'internal_article_id'),
  intercom_tickets_change_type: (state) => {
    const ticket = row(state, 'tickets', ({ id }) => id === cast.tickets.submitted);
    const other = row(
      state,
      'ticket_types',
      ({ id, category }) => id !== ticket.ticket_type_id && category === 'Customer',
    );
    return { ticket_id: ticket.id, ticket_type_id: other.id, ticket_state_id: cast.ticketStates.submitted };
  },
  intercom_tickets_detach_tag: tagged('tickets', 'ticket_id'),
  intercom_tickets_enqueue: () => ({ contacts: [{ id: cast.contacts.amara }], ticket_attributes: attributes }),
  intercom_tickets_link_conversation: (state) => ({
    ticket_id: row(state, 'tickets', ({ ticket_type_id }) => ticket_type_id === cast.ticketTypes.tracker).id,
    conversation_id: cast.conversations.refund,
  }),
  intercom_tickets_unlink_conversation: (state) => {
    const ticket = row(
      state,
      'tickets',
      (each) => each.ticket_type_id === cast.ticketTypes.tracker && has('linked_conversation_ids')(each),
    );
    return { ticket_id: ticket.id, linked_conversation_id: list(ticket.linked_conversation_ids)[0] };
  },
  intercom_tickets_reply: () => ({
    ticket_id: cast.tickets.submitted,
    message_type: 'comment',
    type: 'admin',
    admin_id: cast.admins.maya,
    body: 'Swept',
    intercom_user_id: undefined,
    user_id: undefined,
    email: undefined,
  }),
  intercom_visitors_convert: (state) => ({
    type: 'user',
    user: { id: cast.contacts.amara },
    visitor: { user_id: row(state, 'visitors').user_id },
  }),
  list_all_intercom_custom_object_instances: bookings,
  list_all_intercom_events: () => ({ intercom_user_id: cast.contacts.amara, user_id: undefined, email: undefined }),
  list_all_intercom_companies: () => ({
    name: undefined,
    company_id: undefined,
    tag_id: undefined,
    segment_id: undefined,
  }),
  update_a_intercom_conversations_attribute_by_id: attribute,
  update_a_intercom_conversations_attribute_option_by_id: option,
  update_a_intercom_data_attribute_by_id: (state) => ({
    data_attribute_id: row(state, 'data_attributes', ({ custom }) => custom === true).id,
  }),
  update_a_intercom_ticket_type_attribute_by_id: (state) => {
    const type = row(state, 'ticket_types');
    return { ticket_type_id: type.id, attribute_id: list(type.attributes).at(-1)?.id };
  },
  update_a_intercom_visitor: (state) => ({ id: row(state, 'visitors').id, user_id: undefined }),
};

/** Tools that need a call before them, for the sweep has every tool alone; the tests of their families make both. */
export const needACallBefore: readonly string[] = [
  'get_single_intercom_download_content_data_by_id',
  'get_single_intercom_download_reporting_data_by_id',
  'get_single_intercom_export_content_data_by_id',
  'get_single_intercom_export_reporting_data_by_id',
  'get_single_intercom_jobs_status_by_id',
  'intercom_contact_banners_dismiss',
  'intercom_conversations_detach_contact',
  'intercom_export_content_data_cancel',
  'intercom_fin_csat',
  'intercom_fin_reply',
];
