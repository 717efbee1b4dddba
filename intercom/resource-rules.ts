import type { ResourceRule } from '../runtime/profile/answer-rules.ts';

const REFERENCE = ['id', 'name'];
function inside(path: string, names: readonly string[]): string[] {
  return names.map((name) => `${path}.${name}`);
}

const people = [...inside('contacts', ['id', 'external_id', 'name', 'email'])];
const times = ['created_at', 'updated_at'];
const assignees = ['admin_assignee_id', 'team_assignee_id'];
const author = inside('author', ['type', 'id', 'name', 'email']);
/** Who wrote what, when; the rest repeats the conversation. */
function part(list: string): string[] {
  return inside(list, [
    'updated_at',
    'state',
    'notified_at',
    'app_package_code',
    ...inside('email_message_metadata', ['message_id', 'history']),
    ...inside('attachments', ['type', 'content_type', 'filesize', 'width', 'height']),
    'metadata.quick_reply_uuid',
  ]);
}
const attachments = inside('attachments', ['type', 'content_type', 'filesize', 'width', 'height']);

const translation = [
  'body',
  'body_markdown',
  'type',
  'author_id',
  'created_by_id',
  'updated_by_id',
  'created_at',
  'updated_at',
  'draft_updated_at',
  'has_unpublished_changes',
  'audience_ids',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
];

/** What is shown of each of Intercom's resources. */
export const resources: Readonly<Record<string, ResourceRule>> = {
  conversation: {
    summary: [
      ...['id', 'title', 'state', 'read', 'priority', ...times, 'waiting_since', 'snoozed_until', ...assignees],
      // Of those that were deleted this is all that there is.
      ...['deleted_at', 'metrics_retained'],
      ...[
        'channel.current',
        ...people,
        ...inside('tags', REFERENCE),
        ...inside('company', REFERENCE),
        'linked_objects',
      ],
      ...inside('source', ['type', 'subject', 'body', 'url', ...author]),
      ...['conversation_rating.rating', 'sla_applied.sla_status', 'ai_agent.resolution_state', 'custom_attributes'],
    ],
    hide: ['scorecards', 'monitor_evaluations', 'sales_agent', 'ai_agent.content_sources'],
    brief: { company: ['id', 'company_id', 'name'] },
    omit: [
      ...part('conversation_parts'),
      ...inside('source', [...attachments, 'email_message_metadata.message_id', 'email_message_metadata.history']),
      ...inside('statistics', [
        'assigned_team_first_response_time',
        'assigned_team_first_response_time_in_office_hours',
      ]),
      'sla_applied.type',
    ],
    parts: 'conversation_parts',
  },
  ticket: {
    summary: [
      ...['id', 'ticket_id', 'category', 'open', 'is_shared', ...times, 'snoozed_until', ...assignees, ...people],
      ...[...inside('ticket_type', REFERENCE), ...inside('ticket_state', ['id', 'category', 'internal_label'])],
      ...['linked_objects', ...inside('tags', REFERENCE), 'ticket_attributes'],
    ],
    hide: inside('ticket_type', ['ticket_type_attributes', 'ticket_states']),
    omit: [...part('ticket_parts'), ...inside('ticket_type', ['icon', 'archived', 'description', ...times])],
    parts: 'ticket_parts',
  },
  ticket_state: {
    // Each comes with its types, and each type with its attributes and all of its states.
    summary: ['id', 'category', 'internal_label', 'external_label', 'archived', ...inside('ticket_types', REFERENCE)],
    hide: [],
    omit: [],
  },
  ticket_type: {
    // What a ticket of it needs: its attributes, those that are lists with their options.
    summary: [
      ...['id', 'name', 'category', 'description', 'archived', 'is_internal'],
      ...inside('ticket_states', ['id', 'internal_label']),
      ...inside('ticket_type_attributes', ['id', 'name', 'data_type', 'required_to_create']),
      ...inside('ticket_type_attributes.input_options.list_options', ['id', 'label']),
    ],
    hide: [],
    omit: [
      ...['icon', ...times],
      ...inside('ticket_states', ['external_label', 'category']),
      ...inside('ticket_type_attributes', [
        ...times,
        'order',
        'archived',
        'default',
        'ticket_type_id',
        'visible_on_create',
      ]),
      ...inside('ticket_type_attributes', ['required_to_create_for_contacts', 'visible_to_contacts']),
      'ticket_type_attributes.input_options.multiline',
    ],
    shared: ['ticket_states'],
  },
  contact: {
    summary: [
      ...[
        'id',
        'external_id',
        'role',
        'name',
        'email',
        'phone',
        'owner_id',
        'created_at',
        'signed_up_at',
        'last_seen_at',
      ],
      ...[
        'last_replied_at',
        'unsubscribed_from_emails',
        'has_hard_bounced',
        ...inside('location', ['country', 'city']),
      ],
      ...[...inside('companies', REFERENCE), ...inside('tags', REFERENCE), 'custom_attributes'],
    ],
    hide: [],
    omit: ['email_domain', 'social_profiles.type'],
  },
  company: {
    summary: [
      ...['id', 'company_id', 'name', 'website', 'industry', 'size', ...inside('plan', REFERENCE), 'monthly_spend'],
      ...[
        'user_count',
        'session_count',
        ...times,
        'remote_created_at',
        'last_request_at',
        ...inside('tags', REFERENCE),
      ],
      ...[...inside('segments', REFERENCE), 'custom_attributes'],
    ],
    hide: [],
    omit: inside('segments', ['person_type', ...times]),
  },
  macro: {
    // Its text without format repeats its body.
    summary: ['id', 'name', 'body', 'visible_to', 'visible_to_team_ids', ...times],
    hide: [],
    omit: ['body_text'],
  },
  // What it is made of once more, and Intercom takes one of the two.
  content_snippet: { summary: ['id', 'title', 'locale', 'body_markdown', ...times], hide: ['json_blocks'], omit: [] },
  article: {
    summary: [
      ...['id', 'title', 'description', 'state', 'url', 'default_locale', 'author_id', 'parent_ids', 'updated_at'],
      ...['scheduled_publish_at', 'has_unpublished_changes', ...inside('tags', REFERENCE), 'body', 'body_markdown'],
    ],
    hide: [],
    omit: inside('translated_content', ['type', ...inside('*', translation)]),
    // What a search of the help center is for; an answer to a customer often needs no more.
    textLength: 1500,
  },
};
