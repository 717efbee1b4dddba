import type { AnswerRules, ResourceRule } from '../runtime/profile/answer-rules.ts';
import { echoRules } from './echo-rules.ts';
import { readPlaceholders } from './placeholders.ts';

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

const resources: Readonly<Record<string, ResourceRule>> = {
  conversation: {
    summary: [
      ...['id', 'title', 'state', 'read', 'priority', ...times, 'waiting_since', 'snoozed_until', ...assignees],
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

/** What is shown of Intercom's answers. */
export const answerRules: AnswerRules = {
  resources,
  aliases: {
    conversations: 'conversation',
    macros: 'macro',
    content_snippets: 'content_snippet',
    tickets: 'ticket',
    ticket_states: 'ticket_state',
    contacts: 'contact',
    user: 'contact',
    lead: 'contact',
    companies: 'company',
    articles: 'article',
    internal_article: 'article',
    internal_articles: 'article',
  },
  heavy: [
    'statistics',
    'translated_content',
    'attachments',
    'json_blocks',
    'content_sources',
    'ticket_type_attributes',
  ],
  noise: {
    // Whose workspace it is, what the customer's device is, how Intercom delivers.
    always: new Set([
      'workspace_id',
      'app_id',
      'app_package_code',
      'os',
      'browser',
      'browser_version',
      'browser_language',
      'user_agent_data',
      'notified_at',
      'image_dimensions',
    ]),
    prefixes: ['android_', 'ios_'],
    inLists: new Set(['avatar', 'avatar_url', 'image_url', 'icon', 'icon_url', 'picture', 'profile_image_url']),
    whenFalse: new Set(['redacted', 'from_ai_agent', 'is_ai_answer']),
  },
  opaque: new Set(['custom_attributes', 'ticket_attributes', 'metadata']),
  // Nobody is assigned.
  tellingNulls: new Set(['admin_assignee_id', 'team_assignee_id']),
  html: new Set([
    ...['body', 'subject', 'note', 'content', 'description', 'html', 'summary', 'text', 'message', 'footer', 'remark'],
    'highlighted_summary',
  ]),
  markdown: new Set(['body_markdown', 'markdown']),
  documents: {
    tags: new Set(['articles', 'internal_articles', 'news', 'ai_content']),
    properties: new Set(['body', 'html']),
    incidental: new Set(['class=no-margin', 'class=intercom-content-link', 'target', 'rel']),
  },
  readHtml: readPlaceholders,
  authors: {
    outsiders: new Set(['user', 'lead', 'contact', 'visitor']),
    bots: new Set(['bot']),
    notes: new Set(['note', 'note_and_reopen']),
  },
  echo: echoRules,
  outsiders: {
    // Written by Intercom's customers or taken from the web, not by the workspace's own people.
    tags: new Set([
      ...['conversations', 'tickets', 'contacts', 'companies', 'visitors', 'calls', 'notes', 'messages', 'data_events'],
      ...['custom_object_instances', 'ai_content', 'fin_agent', 'data_connectors', 'switch'],
    ]),
    properties: new Set([
      ...['body', 'body_markdown', 'subject', 'title', 'name', 'text', 'remark', 'rating_remark', 'description'],
      ...['summary', 'note', 'content', 'message', 'value', 'transcript', 'referrer', 'url', 'website', 'industry'],
      ...['label', 'html'],
    ]),
  },
};
