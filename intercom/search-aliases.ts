import { fieldRule, letters } from '../runtime/search/field-rule.ts';
import type { SearchRules } from '../runtime/tool/tool.ts';

/** A field that only one kind of search has: it tells which kind a search is. */
const markers = { contact: 'external_id', conversation: 'source.body', ticket: 'ticket_type_id' } as const;

/** The kind of thing that a search finds; `undefined` for searches of other APIs. */
export const foundBy = (rules: SearchRules): keyof typeof markers | undefined => {
  for (const kind of ['contact', 'conversation', 'ticket'] as const)
    if (fieldRule(rules, markers[kind]) !== undefined) return kind;
  return undefined;
};

/** Names that mean one field and no other, beside other spellings of its own name; of one kind of search where one is told. */
const aliases: readonly (readonly [target: string, names: string, kind?: keyof typeof markers])[] = [
  [
    'admin_assignee_id',
    'assignee assignee_id assigned_to assigned_to_id assigned_admin assigned_admin_id admin_assignee',
  ],
  ['team_assignee_id', 'team team_id assigned_team assigned_team_id team_assignee'],
  ['tag_ids', 'tag tags tag_id'],
  ['tag_id', 'tag tags tag_ids'],
  ['contact_ids', 'contact contacts contact_id customer_id user_id'],
  ['teammate_ids', 'teammate teammates teammate_id'],
  ['segment_id', 'segment segments segment_ids'],
  ['owner_id', 'owner'],
  ['ticket_type_id', 'ticket_type'],
  ['id', 'contact_id', 'contact'],
  ['id', 'conversation_id', 'conversation'],
  ['id', 'ticket_id', 'ticket'],
  ['created_at', 'created created_on created_date creation_date date_created created_time creation_time'],
  ['updated_at', 'updated updated_on updated_date date_updated last_updated last_updated_at modified_at last_modified'],
  ['last_seen_at', 'last_seen last_seen_date'],
  ['signed_up_at', 'signed_up signup_at signup_date signed_up_date'],
  ['source.body', 'body message_body'],
  ['source.subject', 'subject'],
  ['source.author.email', 'author_email'],
  ['source.author.name', 'author_name'],
  ['source.author.id', 'author_id'],
  ['title', 'subject ticket_title', 'ticket'],
  ['description', 'ticket_description', 'ticket'],
  ['state', 'status'],
  ['state', 'conversation_state conversation_status', 'conversation'],
  ['state', 'ticket_state ticket_status', 'ticket'],
  ['open', 'is_open'],
  ['read', 'is_read'],
  ['email', 'email_address'],
  ['phone', 'phone_number'],
  ['name', 'full_name'],
  ['location.country', 'country'],
  ['location.region', 'region'],
  ['location.city', 'city'],
  ['unsubscribed_from_emails', 'unsubscribed unsubscribed_from_email is_unsubscribed'],
  ['has_hard_bounced', 'hard_bounced'],
  ['marked_email_as_spam', 'marked_as_spam'],
  // Misspelt in the description itself, in every version.
  ['andoid_sdk_version', 'android_sdk_version'],
  ['conversation_rating.admin_d', 'conversation_rating.admin_id'],
];

const byLetters = Map.groupBy(
  aliases.flatMap(([target, names, kind]) => names.split(' ').map((name) => ({ name: letters(name), target, kind }))),
  ({ name }) => name,
);

/** The one field of a search that another name stands for; `undefined` where there is none. */
export function aliasOf(rules: SearchRules, name: string): string | undefined {
  const known = (byLetters.get(letters(name)) ?? []).filter(
    ({ target, kind }) => fieldRule(rules, target) !== undefined && (kind === undefined || kind === foundBy(rules)),
  );
  return known.length === 1 ? known[0]?.target : undefined;
}
