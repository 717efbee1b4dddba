import { foundBy } from '../../intercom/search-aliases.ts';
import type { SearchRules } from '../tool/tool.ts';
import { didYouMean } from '../value/nearest.ts';
import { fieldNames, fieldRule, letters, prefixes } from './field-rule.ts';
import { show } from './notes.ts';

const emails = /^(?:contact|customer|user|requester|from)?(?:s?email)(?:address)?$/;
const texts = /^(?:text|keywords?|query|q|search|phrase|content|contents|message|messages|fulltext)$/;
const elsewhere =
  /^(?:source|statistics|conversation_rating|ai_agent)\.|^(?:admin|team)_assignee_id$|^(?:state|contact_ids|priority)$/;
const companies = /^(?:company|companies|companyid|companyids|companyname|organi[sz]ation)$/;

/** Why a search has no such field, and which field to use instead. */
export function unknownField(rules: SearchRules, given: string): string {
  return `${show(given)} is not a field of this search. ${instead(rules, given)}`.trimEnd();
}

function instead(rules: SearchRules, given: string): string {
  const name = letters(given);
  const [prefix] = prefixes(rules);
  const found = foundBy(rules);
  if (/^(?:custom|ticket)attribute/.test(name)) return withoutAttributes(prefix);
  if (found !== undefined && found !== 'contact' && emails.test(name)) {
    const author = fieldRule(rules, 'source.author.email')
      ? ' (source.author.email is who wrote the first message)'
      : '';
    return `Search contacts by email first, then filter contact_ids by the id found${author}.`;
  }
  if (found === 'contact' && companies.test(name))
    return 'Contacts cannot be searched by company: list the contacts of the company instead.';
  if (found === 'contact' && name === 'userid')
    return 'Use id for an id of Intercom, external_id for an id of your own system.';
  if (found === 'conversation' && texts.test(name))
    return 'Use source.body (the first message) with ~ and one word; there is no search through replies.';
  if (found === 'ticket' && (texts.test(name) || name === 'body')) return 'Use title or description with ~.';
  if (/^(?:is)?closed$/.test(name) && found === 'conversation')
    return 'Use {"field":"state","operator":"=","value":"closed"}.';
  if (/^(?:is)?closed$/.test(name) && found === 'ticket') return 'Use {"field":"open","operator":"=","value":false}.';
  if (found === 'contact' && elsewhere.test(given))
    return 'It belongs to the search for conversations, whose contact_ids takes the id of a contact.';
  const names = fieldNames(rules);
  const near = didYouMean(given, names).trimStart();
  if (prefix === 'custom_attributes.' && /^[a-z][\w -]{0,60}$/i.test(given))
    return `${near} A custom attribute is named ${show(`${prefix}${given}`)}.`.trimStart();
  return near === '' ? `Fields: ${[...names, ...prefixes(rules).map((one) => `${one}<…>`)].join(', ')}.` : near;
}

function withoutAttributes(prefix: string | undefined): string {
  if (prefix === undefined)
    return 'This search knows no custom attributes: filter by other fields and read custom_attributes in the results.';
  const key = prefix === 'ticket_attribute.' ? '<id of the attribute>, for example ticket_attribute.123' : '<name>';
  return `Attributes are ${prefix}${key}.`;
}
