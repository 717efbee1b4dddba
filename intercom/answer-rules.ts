/** What is shown of a resource by default. Places are dotted and need not name wrappers; `*` is any name. */
export interface Rule {
  /** What a hit of a list shows, and what a write answers: all that one needs to choose. */
  readonly hit: readonly string[];
  /** What even a single one leaves out and names in `more_fields`. */
  readonly hide: readonly string[];
  /** What it leaves out without a word: it repeats something or says nothing. */
  readonly mute: readonly string[];
  /** Characters of a text in a hit. */
  readonly lines?: number;
  /** Property of its messages and events. */
  readonly parts?: string;
}

/** Characters of a text in a hit, where its rule does not say. */
export const LINES = 300;

const REFERENCE = ['id', 'name'];
const inside = (place: string, names: readonly string[]): string[] => names.map((name) => `${place}.${name}`);

const people = [...inside('contacts', ['id', 'external_id', 'name', 'email'])];
const times = ['created_at', 'updated_at'];
const assignees = ['admin_assignee_id', 'team_assignee_id'];
const author = inside('author', ['type', 'id', 'name', 'email']);
/** Who wrote what, when; the rest repeats the conversation. */
const part = (list: string): string[] =>
  inside(list, [
    'updated_at',
    'state',
    'notified_at',
    'app_package_code',
    ...inside('email_message_metadata', ['message_id', 'history']),
    ...inside('attachments', ['type', 'content_type', 'filesize', 'width', 'height']),
    'metadata.quick_reply_uuid',
  ]);
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

const rules: Readonly<Record<string, Rule>> = {
  conversation: {
    hit: [
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
    hide: [
      'scorecards',
      'monitor_evaluations',
      'sales_agent',
      'ai_agent.content_sources',
      'company.notes',
      'company.segments',
      'company.tags',
    ],
    mute: [
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
    hit: [
      ...['id', 'ticket_id', 'category', 'open', 'is_shared', ...times, 'snoozed_until', ...assignees, ...people],
      ...[...inside('ticket_type', REFERENCE), ...inside('ticket_state', ['id', 'category', 'internal_label'])],
      ...['linked_objects', ...inside('tags', REFERENCE), 'ticket_attributes'],
    ],
    hide: inside('ticket_type', ['ticket_type_attributes', 'ticket_states']),
    mute: [...part('ticket_parts'), ...inside('ticket_type', ['icon', 'archived', 'description', ...times])],
    parts: 'ticket_parts',
  },
  ticket_state: {
    // Each comes with its types, and each type with its attributes and all of its states.
    hit: ['id', 'category', 'internal_label', 'external_label', 'archived', ...inside('ticket_types', REFERENCE)],
    hide: [],
    mute: [],
  },
  contact: {
    hit: [
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
    mute: ['email_domain', 'social_profiles.type'],
  },
  company: {
    hit: [
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
    mute: inside('segments', ['person_type', ...times]),
  },
  article: {
    hit: [
      ...['id', 'title', 'description', 'state', 'url', 'default_locale', 'author_id', 'parent_ids', 'updated_at'],
      ...['scheduled_publish_at', 'has_unpublished_changes', ...inside('tags', REFERENCE), 'body', 'body_markdown'],
    ],
    hide: [],
    mute: inside('translated_content', ['type', ...inside('*', translation)]),
    // What a search of the help center is for; an answer to a customer often needs no more.
    lines: 1500,
  },
};

/** Hides what is long and rarely asked for of things that have no rule. */
const HEAVY = [
  'statistics',
  'translated_content',
  'attachments',
  'json_blocks',
  'content_sources',
  'ticket_type_attributes',
];
const ALIASES: Readonly<Record<string, string>> = {
  conversations: 'conversation',
  tickets: 'ticket',
  ticket_states: 'ticket_state',
  contacts: 'contact',
  user: 'contact',
  lead: 'contact',
  companies: 'company',
  articles: 'article',
  internal_article: 'article',
  internal_articles: 'article',
};

/** The rule for a thing, by its own `type` or, where it has none, by the name of its tool; `undefined` where there is none. */
export function ruleFor(type: unknown, tool: string): Rule | undefined {
  const name = typeof type === 'string' && /^[\w.]+$/.test(type) ? type : resourceOf(tool);
  const known = Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
  return Object.hasOwn(rules, known) ? rules[known] : undefined;
}

/** `contacts` of `list_all_intercom_search_contacts`; what a tool of a sub-resource answers is not told by its name. */
function resourceOf(tool: string): string {
  return tool
    .replace(/^(?:list_all|get_single|create_a|create_or_update_a|update_a|delete_a)_[a-z0-9]+_/, '')
    .replace(/^search_/, '')
    .replace(/_(?:search|scroll|list|by_[a-z_]+)$/, '');
}

/** What a hit without a rule leaves out. */
export const GENERIC_HIDE: readonly string[] = HEAVY;
