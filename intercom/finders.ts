/** How ids of one kind of object are found, and the arguments that take one, separated by spaces. */
interface Finder {
  /** Sentences that name the tools with the ids, or say that none has them. */
  readonly find: string;
  readonly arguments: string;
}

/** How to find what an id may name, by the kind of object. */
const FINDERS = {
  admin: {
    find: 'Find admins with list_all_intercom_admins.',
    arguments: 'admin_id author_id owner_id sender_id created_by_ids last_updated_by_ids assignment.admin_assignee_id',
  },
  app: { find: 'It is app.id_code of get_single_intercom_me.', arguments: 'app_id' },
  article: { find: 'Find articles with list_all_intercom_articles_search.', arguments: 'article_id' },
  assignee: {
    find: 'Find admins with list_all_intercom_admins. Find teams with list_all_intercom_teams.',
    arguments: 'assignee_id',
  },
  audience: { find: 'Find audiences with list_all_intercom_audiences.', arguments: 'audience_id audience_ids' },
  'away status reason': {
    find: 'Find reasons with list_all_intercom_away_status_reasons.',
    arguments: 'away_status_reason_id',
  },
  banner: { find: 'view_id is in list_all_intercom_contact_banners.', arguments: 'view_id' },
  brand: { find: 'Find brands with list_all_intercom_brands.', arguments: 'brand_id' },
  call: { find: 'Find calls with list_all_intercom_calls.', arguments: 'call_id' },
  collection: {
    find: 'Find collections with list_all_intercom_help_center_collections.',
    arguments: 'collection_id parent_id',
  },
  company: {
    find: "It is Intercom's id, not your own company_id. Find companies with list_all_intercom_companies.",
    arguments: 'company_id companies.id',
  },
  contact: {
    find: "It is Intercom's id, not your own. Find contacts with list_all_intercom_search_contacts.",
    arguments:
      'contact_id intercom_user_id from into to.id cc.id bcc.id contacts.id users.id references_contact_id customer.intercom_user_id customer.customer.intercom_user_id',
  },
  content: { find: 'Find content with list_all_intercom_content_search.', arguments: 'content_ids content_ids.id' },
  'content import source': {
    find: 'Find sources with list_all_intercom_ai_content_import_sources.',
    arguments: 'source_id',
  },
  'content snippet': {
    find: 'Find snippets with list_all_intercom_content_snippets.',
    arguments: 'content_snippet_id',
  },
  conversation: {
    find: 'Find conversations with list_all_intercom_search_conversations.',
    arguments:
      'conversation_id conversation_ids merge_into_conversation_id conversation_to_link_id references_conversation_id',
  },
  'conversation attribute': {
    find: 'Find attributes and options with list_all_intercom_conversations_attributes.',
    arguments: 'attribute_id option_id',
  },
  'conversation part or message': {
    find: 'Both ids are in get_single_intercom_conversation_by_id.',
    arguments: 'conversation_part_id',
  },
  'custom object instance': {
    find: 'Find instances with list_all_intercom_custom_object_instances.',
    arguments: 'custom_object_instance_id',
  },
  'custom object type': {
    find: 'No tool lists object types: ask the user for the identifier.',
    arguments: 'custom_object_type_identifier reference.object_type_id',
  },
  'data attribute': {
    find: 'Find custom attributes with list_all_intercom_data_attributes.',
    arguments: 'data_attribute_id',
  },
  'data connector': { find: 'Find connectors with list_all_intercom_data_connectors.', arguments: 'data_connector_id' },
  dataset: {
    find: 'Find datasets and attributes with list_all_intercom_export_reporting_data_datasets.',
    arguments: 'dataset_id attribute_ids',
  },
  'email setting': { find: 'Find addresses with list_all_intercom_emails.', arguments: 'email_id' },
  'execution result': {
    find: 'Find executions with list_all_intercom_data_connector_execution_results.',
    arguments: 'execution_result_id',
  },
  'export job': {
    find: 'It is the job_identifier that the tool which started the export returned; start a new one if it is lost.',
    arguments: 'job_identifier',
  },
  'external id': {
    find: 'Leads have none. Find contacts by email or name with list_all_intercom_search_contacts.',
    arguments: '',
  },
  'external page': { find: 'Find pages with list_all_intercom_ai_external_pages.', arguments: 'page_id' },
  'fin conversation': {
    find: 'It is your own id of a conversation that intercom_fin_start began.',
    arguments: '',
  },
  'fin voice call': {
    find: 'Find calls of a conversation with list_all_intercom_fin_voice_by_conversation_id.',
    arguments: 'fin_voice_id phone_number',
  },
  folder: { find: 'No tool lists folders: ask the user for the id.', arguments: 'folder_id folder_ids' },
  'help center': { find: 'Find help centers with list_all_intercom_help_centers.', arguments: 'help_center_id' },
  'help center redirect': {
    find: 'Find redirects with list_all_intercom_help_center_redirects.',
    arguments: 'redirect_id',
  },
  'internal article': {
    find: 'Find internal articles with list_all_intercom_content_search.',
    arguments: 'internal_article_id',
  },
  job: { find: 'It is the id that intercom_tickets_enqueue returned.', arguments: 'job_id' },
  'linked conversation': {
    find: 'The linked ones are in linked_objects of get_single_intercom_ticket_by_id.',
    arguments: 'linked_conversation_id',
  },
  macro: { find: 'Find macros with list_all_intercom_macros.', arguments: 'macro_id' },
  'news item': { find: 'Find news with list_all_intercom_news_items.', arguments: 'news_item_id' },
  newsfeed: {
    find: 'Find newsfeeds with list_all_intercom_news_newsfeeds.',
    arguments: 'newsfeed_id newsfeed_assignments.newsfeed_id',
  },
  note: {
    find: 'Notes are in list_all_intercom_contact_notes and list_all_intercom_company_notes.',
    arguments: 'note_id',
  },
  'office hours exception': {
    find: 'Find exceptions with list_all_intercom_office_hours_exceptions.',
    arguments: 'office_hours_exception_id',
  },
  'office hours schedule': {
    find: 'Find schedules with list_all_intercom_office_hours_schedules.',
    arguments: 'office_hours_schedule_id',
  },
  segment: {
    find: 'Find segments with list_all_intercom_segments.',
    arguments: 'segment_id audience.add_segment_ids audience.remove_segment_ids',
  },
  'subscription type': {
    find: 'Find types with list_all_intercom_subscription_types.',
    arguments: 'subscription_id',
  },
  tag: {
    find: 'Find tags with list_all_intercom_tags.',
    arguments: 'tag_id tag_ids any_tag_ids tags.add_tag_ids tags.remove_tag_ids',
  },
  target: {
    find: 'Find articles with list_all_intercom_articles_search. Find collections with list_all_intercom_help_center_collections.',
    arguments: 'target_id',
  },
  team: {
    find: 'Find teams with list_all_intercom_teams.',
    arguments: 'team_id visible_to_team_ids assignment.team_assignee_id',
  },
  ticket: {
    find: 'It is the id of the ticket, not its number in the inbox. Find tickets with list_all_intercom_search_tickets.',
    arguments: 'ticket_id',
  },
  'ticket state': { find: 'Find states with list_all_intercom_ticket_states.', arguments: 'ticket_state_id' },
  'ticket type': { find: 'Find ticket types with list_all_intercom_ticket_types.', arguments: 'ticket_type_id' },
  'ticket type attribute': {
    find: 'The attributes of a type are in list_all_intercom_ticket_types.',
    arguments: '',
  },
  user: {
    find: 'It is your own id of a user: Intercom calls it external_id. Find users with list_all_intercom_search_contacts.',
    arguments: 'user_id customer.user_id customer.customer.user_id',
  },
  version: { find: 'Find versions with list_all_intercom_article_versions.', arguments: 'version_id' },
  visitor: {
    find: 'No tool lists visitors: ask the user for the id.',
    arguments: 'visitor.id visitor.user_id',
  },
  'whatsapp message': {
    find: "It is WhatsApp's own id of the message. Find statuses with list_all_intercom_messages_status.",
    arguments: 'message_id',
  },
  workflow: { find: 'No tool lists workflows: ask the user for the id.', arguments: 'workflow_id' },
} as const satisfies Record<string, Finder>;

/** A kind of object that an id can name. */
export type Kind = keyof typeof FINDERS;

/** Arguments that mean something else in a tool than in the others. */
const OF_TOOL: Readonly<Record<string, Kind>> = {
  'create_a_intercom_event.id': 'contact',
  'create_a_intercom_conversation.from.id': 'contact',
  'create_a_intercom_message.from.id': 'admin',
  'create_or_update_a_intercom_tag.id': 'tag',
  'get_single_intercom_contact_by_external_id.external_id': 'external id',
  'get_single_intercom_fin_voice_by_external_id.external_id': 'fin voice call',
  'get_single_intercom_visitor_by_user_id.user_id': 'visitor',
  'intercom_conversations_redact.source_id': 'conversation part or message',
  'intercom_fin_csat.conversation_id': 'fin conversation',
  'intercom_fin_reply.conversation_id': 'fin conversation',
  'update_a_intercom_ticket_type_attribute_by_id.attribute_id': 'ticket type attribute',
  'update_a_intercom_visitor.id': 'visitor',
  'update_a_intercom_visitor.user_id': 'visitor',
  'delete_a_intercom_custom_object_instance_by_external_id.external_id': 'custom object instance',
};

const OF_ARGUMENT: ReadonlyMap<string, Kind> = new Map(
  Object.entries(FINDERS).flatMap(([kind, { arguments: names }]) =>
    names
      .split(' ')
      .filter((name) => name !== '')
      // The keys of the table are its kinds.
      .map((name) => [name, kind as Kind] as const),
  ),
);

/** The kind of object whose id an argument of a tool takes; undefined where it takes none. */
export function kindOfArgument(tool: string, argument: string): Kind | undefined {
  return Object.hasOwn(OF_TOOL, `${tool}.${argument}`) ? OF_TOOL[`${tool}.${argument}`] : OF_ARGUMENT.get(argument);
}

/** The kind that words of an answer name, such as `Ticket type`; undefined for words that are none. */
export function kindOfWords(words: string): Kind | undefined {
  const name = words.toLowerCase().replaceAll('_', ' ').trim();
  if (Object.hasOwn(WORDS, name)) return WORDS[name];
  return Object.hasOwn(FINDERS, name) ? (name as Kind) : undefined;
}

/** What answers call kinds by. */
const WORDS: Readonly<Record<string, Kind>> = {
  user: 'contact',
  field: 'data attribute',
  'list option': 'conversation attribute',
  'reporting export job': 'export job',
  recording: 'call',
};

/** How to find the right id. */
export function howToFind(kind: Kind): string {
  return FINDERS[kind].find;
}
