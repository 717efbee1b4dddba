import type { AnswerRules } from '../runtime/profile/answer-rules.ts';
import { echoRules } from './echo-rules.ts';
import { readPlaceholders } from './placeholders.ts';
import { resources } from './resource-rules.ts';

/** What is shown of Intercom's answers. */
export const answerRules: AnswerRules = {
  resources,
  aliases: {
    conversations: 'conversation',
    conversations_deleted: 'conversation',
    macros: 'macro',
    content_snippets: 'content_snippet',
    tickets: 'ticket',
    ticket_states: 'ticket_state',
    ticket_types: 'ticket_type',
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
    repeats: true,
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
      // What stands behind it takes the credential: there is a tool that downloads.
      'download_url',
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
      ...['label', 'html', 'response_body', 'raw_response_body', 'error_message', 'pseudonym', 'call_summary'],
    ]),
    except: {
      properties: new Set([
        ...['tags', 'segments', 'plan', 'role', 'team', 'teammates', 'sla_applied', 'app', 'statistics', 'topics'],
        ...['ticket_type', 'ticket_types', 'ticket_state', 'ticket_states', 'assigned_to', 'applied_by', 'intent'],
      ]),
      types: new Set([
        ...['tag', 'segment', 'subscription', 'banner', 'ticket_type', 'ticket_state', 'admin', 'team', 'job'],
        ...['data_connector', 'content_import_source', 'admin_message'],
      ]),
    },
  },
};
