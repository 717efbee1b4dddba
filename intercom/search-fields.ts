import type { UnknownField } from '../runtime/profile/search-profile.ts';
import { letters, prefixes } from '../runtime/search/field-rule.ts';
import { show } from '../runtime/search/notes.ts';

const emails = /^(?:contact|customer|user|requester|from)?(?:s?email)(?:address)?$/;
const texts = /^(?:text|keywords?|query|q|search|phrase|content|contents|message|messages|fulltext)$/;
const elsewhere =
  /^(?:source|statistics|conversation_rating|ai_agent)\.|^(?:admin|team)_assignee_id$|^(?:state|contact_ids|priority)$/;
const companies = /^(?:company|companies|companyid|companyids|companyname|organi[sz]ation)$/;

/** Which field of Intercom's searches to use in place of an unknown one. */
export function insteadOf(raw: string, { rules, kind, hasField, near }: UnknownField): string | undefined {
  const name = letters(raw);
  const [prefix] = prefixes(rules);
  if (/^(?:custom|ticket)attribute/.test(name)) return withoutAttributes(prefix);
  if (kind !== undefined && kind !== 'contact' && emails.test(name)) {
    const author = hasField('source.author.email') ? ' (source.author.email is who wrote the first message)' : '';
    return `Search contacts by email first, then filter contact_ids by the id found${author}.`;
  }
  if (kind === 'contact' && companies.test(name))
    return 'Contacts cannot be searched by company: list the contacts of the company instead.';
  if (kind === 'contact' && name === 'userid')
    return 'Use id for an id of Intercom, external_id for an id of your own system.';
  if (kind === 'conversation' && texts.test(name))
    return 'Use source.body (the first message) with ~ and one word; there is no search through replies.';
  if (kind === 'ticket' && (texts.test(name) || name === 'body')) return 'Use title or description with ~.';
  if (/^(?:is)?closed$/.test(name) && kind === 'conversation')
    return 'Use {"field":"state","operator":"=","value":"closed"}.';
  if (/^(?:is)?closed$/.test(name) && kind === 'ticket') return 'Use {"field":"open","operator":"=","value":false}.';
  if (kind === 'contact' && elsewhere.test(raw))
    return 'It belongs to the search for conversations, whose contact_ids takes the id of a contact.';
  return prefix === 'custom_attributes.' && /^[a-z][\w -]{0,60}$/i.test(raw)
    ? `${near} A custom attribute is named ${show(`${prefix}${raw}`)}.`.trimStart()
    : undefined;
}

function withoutAttributes(prefix: string | undefined): string {
  if (prefix === undefined)
    return 'This search knows no custom attributes: filter by other fields and read custom_attributes in the results.';
  const key = prefix === 'ticket_attribute.' ? '<id of the attribute>, for example ticket_attribute.123' : '<name>';
  return `Attributes are ${prefix}${key}.`;
}
