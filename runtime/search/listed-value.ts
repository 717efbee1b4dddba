import { didYouMean } from '../value/nearest.ts';
import type { DatePlace } from './date-value.ts';
import { fieldRule } from './field-rule.ts';
import { show } from './notes.ts';
import type { SearchContext } from './search-context.ts';

const WHOLE = new Set(['=', '!=', 'IN', 'NIN']);

/** A text for a field that takes only a few: another spelling is repaired, another text refused; parts of texts stay as they are. */
export function readListed(given: string, at: DatePlace, context: SearchContext): string | undefined {
  const { rule, operator, place } = at;
  const { rules, notes } = context;
  const word = given
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (rule.name === 'state' && /^(?:un)?assigned$/.test(word) && fieldRule(rules, 'admin_assignee_id'))
    return notes.refuse(place, `${show(given)} is no state: ${assigned(word)}`);
  if (!rule.values) {
    if (rule.name === 'state' && /^(?:open|closed)$/.test(word) && fieldRule(rules, 'open'))
      notes.hint(
        `state holds the ticket's own state, such as "in_progress"; open = ${word === 'open'} finds ${word} tickets.`,
      );
    return given;
  }
  if (!WHOLE.has(operator) || rule.values.includes(given)) return given;
  const meant = rule.values.find((value) => value.toLowerCase() === word);
  if (meant === undefined) {
    const list = rule.values.map((value) => JSON.stringify(value)).join(', ');
    return notes.refuse(place, `${rule.name} is one of ${list}, not ${show(given)}.${didYouMean(given, rule.values)}`);
  }
  notes.became(place, given, meant);
  return meant;
}

const assigned = (word: string): string =>
  word === 'assigned'
    ? 'assigned is {"field":"admin_assignee_id","operator":"!=","value":0}'
    : 'unassigned is {"field":"admin_assignee_id","operator":"=","value":0}';
