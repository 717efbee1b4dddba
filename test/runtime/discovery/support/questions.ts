/** A user's words, and the tools of which any one serves them. */
export type Question = readonly [words: string, tools: readonly string[]];

const search = 'list_all_intercom_search_conversations';
const read = 'get_single_intercom_conversation_by_id';
const reply = 'intercom_conversations_reply';
const manage = 'intercom_conversations_manage';
const articles = 'list_all_intercom_articles_search';
const people = 'list_all_intercom_search_contacts';
const ticket = 'update_a_intercom_ticket_by_id';

/** What the product promises: the six tools that carry it, then its two workflows step by step. */
export const productQuestions: readonly Question[] = [
  [
    'Find all open conversations created in the last 24 hours that are currently unassigned. Return their ids and states.',
    [search],
  ],
  ['Retrieve the full details and message history for conversation 104857392.', [read]],
  [
    'Post a reply to conversation 104857392 letting the customer know the refund was processed. Use admin 149302.',
    [reply],
  ],
  [
    "Search our Help Center for published articles with the phrase 'SSO configuration' and summarize the steps.",
    [articles],
  ],
  [
    'Search for the contact with the email address ada@example.com and tell me the subscription tier from the custom attributes.',
    [people],
  ],
  ["Update ticket 84930. Change its status to 'In Progress' and assign it to admin 149302.", [ticket]],
  ["find new, unassigned conversations about 'password reset'", [search]],
  ['read each conversation', [read]],
  ['find the standard steps in the Help Center', [articles]],
  ['reply with the standard steps', [reply]],
  ['find the user by email', [people]],
  ['find the open ticket of a user by email', ['list_all_intercom_search_tickets', people]],
  ["that user's past three conversations", [search]],
  ['get the conversation to summarize it', [read]],
  ['put the summary into the ticket', [ticket]],
  ["set the ticket's state to 'Escalated'", [ticket]],
];

/** Questions that the ranking was tuned with: of a support lead, an engineer, a marketer, a writer, and vague ones. */
export const tunedQuestions: readonly Question[] = [
  [
    'who is on the support team',
    ['list_all_intercom_teams', 'get_single_intercom_team_by_id', 'list_all_intercom_admins'],
  ],
  ['how many chats does each agent have open right now', ['list_all_intercom_team_metrics']],
  ['mark Anna as away until Monday', ['intercom_admins_set_away']],
  ['which out of office reasons can agents pick', ['list_all_intercom_away_status_reasons']],
  ['close this chat', [manage]],
  ['snooze the conversation until tomorrow morning', [manage]],
  ['hand the conversation over to the billing team', [manage]],
  ['leave an internal note for my colleagues on this chat', [reply]],
  ['show me our canned responses', ['list_all_intercom_macros']],
  ['label the conversation as a bug', ['intercom_conversations_attach_tag']],
  ['which ticket statuses exist', ['list_all_intercom_ticket_states']],
  ['turn this chat into a ticket', ['intercom_conversations_convert']],
  ['escalate ticket 84930', [ticket]],
  ['add a comment to the ticket', ['intercom_tickets_reply']],
  ['tickets that nobody is working on', ['list_all_intercom_search_tickets']],
  ["connect the customer's chat with the bug tracker ticket", ['intercom_tickets_link_conversation']],
  ['customer posted a credit card number by accident, wipe that message', ['intercom_conversations_redact']],
  ['combine two duplicate chats', ['intercom_conversations_merge']],
  [
    "transcript of yesterday's phone call",
    ['get_single_intercom_call_transcript_by_id', 'list_all_intercom_calls_with_transcripts'],
  ],
  ['listen to the recording', ['get_single_intercom_call_recording_by_id']],
  ['block this spammer', ['intercom_contacts_block']],
  ['what notes do we have about this customer', ['list_all_intercom_contact_notes']],
  ['add new year as a public holiday', ['create_a_intercom_office_hours_exception']],
  [
    'who changed that setting, audit trail',
    ['list_all_intercom_search_admins_activity_logs', 'list_all_intercom_admins_activity_logs'],
  ],
  ['submit the csat score the customer gave the bot', ['intercom_fin_csat']],
  ['pull a report of first response times last month', ['intercom_export_reporting_data_enqueue']],
  [
    'is my export finished',
    ['get_single_intercom_export_reporting_data_by_id', 'get_single_intercom_export_content_data_by_id'],
  ],
  ['track an event for a user', ['create_a_intercom_event']],
  ['what did this user do in our app lately', ['list_all_intercom_events']],
  ['upsert an organisation from our CRM', ['create_or_update_a_intercom_company']],
  ['get the user by our own database id', ['get_single_intercom_contact_by_external_id']],
  ['which custom fields do users have', ['list_all_intercom_data_attributes']],
  ['add a custom field to companies', ['create_a_intercom_data_attribute']],
  ['add a dropdown choice to a conversation field', ['create_a_intercom_conversations_attribute_option']],
  ['why did our API connector fail', ['list_all_intercom_data_connector_execution_results']],
  ['orders of this customer stored as custom objects', ['list_all_intercom_custom_object_instances']],
  ['erase a user for GDPR', ['delete_a_intercom_contact_by_id']],
  ['same person twice, merge the lead into the user', ['intercom_contacts_merge']],
  ['allow only our office IP addresses', ['update_a_intercom_ip_allowlist']],
  ['has the background job finished', ['get_single_intercom_jobs_status_by_id']],
  ['who am I', ['get_single_intercom_me']],
  ['add a required field to the ticket form', ['create_a_intercom_ticket_type_attribute']],
  ['open a ticket for this customer', ['create_a_intercom_ticket']],
  ['send a question to the AI agent from our own widget', ['intercom_fin_start']],
  ['dump the definition of the automation', ['get_single_intercom_export_workflow_by_id']],
  ['convert an anonymous website visitor to a lead', ['intercom_visitors_convert']],
  ['announce the new feature to all customers', ['create_a_intercom_news_item']],
  ['send an email to a customer', ['create_a_intercom_message']],
  [
    'did the whatsapp message arrive',
    ['get_single_intercom_messages_whatsapp_status_by_message_id', 'list_all_intercom_messages_status'],
  ],
  [
    'unsubscribe someone from the newsletter',
    ['intercom_contacts_attach_subscription', 'intercom_contacts_detach_subscription'],
  ],
  ['which brands do we run', ['list_all_intercom_brands']],
  ['open and click rates of our campaigns', ['intercom_export_content_data_enqueue']],
  ['which sender addresses do we use', ['list_all_intercom_emails']],
  ['target group for the bot', ['create_a_intercom_audience', 'list_all_intercom_audiences']],
  ['hide the banner for this person', ['intercom_contact_banners_dismiss']],
  ['write a new help article about refunds', ['create_a_intercom_article']],
  ['publish the FAQ entry', ['update_a_intercom_article_by_id', 'intercom_article_draft_publish']],
  [
    'what did the article say before the last edit',
    ['list_all_intercom_article_versions', 'get_single_intercom_article_version_by_id'],
  ],
  ['unpublish all outdated docs at once', ['intercom_content_bulk_update']],
  ['new folder in the knowledge base', ['create_a_intercom_help_center_collection']],
  ['old help center link is dead, forward it', ['create_a_intercom_help_center_redirect']],
  ['a fact that only the bot should know', ['create_a_intercom_content_snippet']],
  ['look everywhere in our knowledge for SLA', ['list_all_intercom_content_search']],
  ['internal runbooks of the team', ['list_all_intercom_internal_articles', 'list_all_intercom_content_search']],
  [
    'feed our docs website into Fin',
    ['create_a_intercom_ai_content_import_source', 'create_or_update_a_intercom_ai_external_page'],
  ],
  ['inbox', [search, 'list_all_intercom_conversations']],
  ['people at Acme', ['list_all_intercom_company_contacts']],
  ['VIP customers', [people, 'list_all_intercom_segments']],
  ['serach convrsations', [search]],
];
