import type { UnknownField } from '../runtime/profile/search-profile.ts';
import { letters, prefixes } from '../runtime/search/field-rule.ts';
import { show } from '../runtime/search/notes.ts';

const emails = /^(?:contact|customer|user|requester|from)?(?:s?email)(?:address)?$/;
const texts = /^(?:text|keywords?|query|q|search|phrase|content|contents|message|messages|fulltext)$/;
const elsewhere =
  /^(?:source|statistics|conversation_rating|ai_agent)\.|^(?:admin|team)_assignee_id$|^(?:state|contact_ids|priority)$/;
const companies = /^(?:company|companies|companyid|companyids|companyname|organi[sz]ation)$/;

const LAST_REPLY = 'Use statistics.last_contact_reply_at or statistics.last_admin_reply_at; updated_at for any change.';

/** Which field of Intercom's searches to use in place of an unknown one. */
export function insteadOf(raw: string, { rules, kind, hasField, near }: UnknownField): string | undefined {
  const name = letters(raw);
  const [prefix] = prefixes(rules);
  if (/^(?:custom|ticket)attribute/.test(name)) return withoutAttributes(prefix);
  if (kind !== undefined && kind !== 'contact' && emails.test(name)) {
    const author = hasField('source.author.email') ? ' (source.author.email is who wrote the first message)' : '';
    return `Search contacts by email first (list_all_intercom_search_contacts), then filter contact_ids by the id found${author}.`;
  }
  if (kind !== undefined && kind !== 'contact' && (companies.test(name) || name === 'externalid'))
    return `Find the contacts first (${name === 'externalid' ? 'list_all_intercom_search_contacts' : 'list_all_intercom_company_contacts'}), then filter contact_ids IN their ids.`;
  if (kind === 'contact' && companies.test(name))
    return 'Contacts cannot be searched by company: list the contacts of the company instead (list_all_intercom_company_contacts).';
  if (kind === 'contact' && name === 'userid')
    return 'Use id for an id of Intercom, external_id for an id of your own system.';
  if (kind === 'conversation') {
    const about = CONVERSATION_FIELDS.find(([names]) => names.test(name))?.[1];
    if (about !== undefined) return about;
  }
  if (kind === 'conversation' && texts.test(name))
    return 'Use source.body (the first message) with ~ and one word; there is no search through replies.';
  if (kind === 'ticket' && (texts.test(name) || name === 'body')) return 'Use title or description with ~.';
  if (/^(?:is)?closed$/.test(name) && kind === 'conversation')
    return 'Use {"field":"state","operator":"=","value":"closed"}.';
  if (/^(?:is)?closed$/.test(name) && kind === 'ticket') return 'Use {"field":"open","operator":"=","value":false}.';
  if (kind === 'contact' && elsewhere.test(raw))
    return 'It belongs to the search for conversations (list_all_intercom_search_conversations), whose contact_ids takes the id of a contact.';
  return prefix === 'custom_attributes.' && /^[a-z][\w -]{0,60}$/i.test(raw)
    ? `${near} A custom attribute is named ${show(`${prefix}${raw}`)}.`.trimStart()
    : undefined;
}

/** What conversations are often searched by and have no field for, or one of another name. */
const CONVERSATION_FIELDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:conversation)?(?:title|name|topic)$/,
    'Titles cannot be searched: use source.subject (of emails) or source.body (the first message) with ~ and one word.',
  ],
  [/^(?:rating|csat|score|satisfaction)$/, 'Use conversation_rating.score, 1 to 5.'],
  [/^(?:closedat|closeddate|closeat)$/, 'Use statistics.last_close_at or statistics.first_close_at.'],
  [/^(?:closedby|closedbyid)$/, 'Use statistics.last_closed_by_id.'],
  [/^(?:channel|medium)$/, 'Use source.type, such as email or conversation, or channel_initiated.'],
  [/^(?:lastreply|lastreplyat|lastmessageat|lastmessage|lastactivity|lastactivityat)$/, LAST_REPLY],
  [/^(?:replies|replycount|messagecount|parts)$/, 'Use statistics.count_conversation_parts.'],
  [/^(?:firstresponsetime|responsetime)$/, 'Use statistics.time_to_admin_reply, in seconds.'],
];

function withoutAttributes(prefix: string | undefined): string {
  if (prefix === undefined)
    return 'This search knows no custom attributes: filter by other fields and read custom_attributes in the results.';
  const key = prefix === 'ticket_attribute.' ? '<id of the attribute>, for example ticket_attribute.123' : '<name>';
  return `Attributes are ${prefix}${key}.`;
}
