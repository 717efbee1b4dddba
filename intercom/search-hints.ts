import { fieldRule } from '../runtime/search/field-rule.ts';
import type { SearchContext } from '../runtime/search/search-context.ts';
import type { Filter } from '../runtime/search/search-query.ts';

/** Hints what a filter that is correct finds other than a reader of it would think. */
export function noteSurprises({ field, operator, value }: Filter, { rules, notes }: SearchContext): void {
  if (rules.wholeDays && fieldRule(rules, field)?.type === 'date')
    notes.hint(
      "Dates match whole days in the workspace's time zone: > starts the day after the given one, < ends the day before, = is the day. To include a day with >, give the day before it.",
    );
  if (field === 'source.body' && !['^', '$'].includes(operator)) {
    const text = [value].flat().find((one) => typeof one === 'string' && /\S\s+\S/.test(one));
    if (typeof text === 'string') notes.hint(wordByWord(text));
  }
  if (field.startsWith('ticket_attribute.') && !/^ticket_attribute\.\d+$/.test(field))
    notes.hint(`${field}: attributes are searched by their id, not their name, such as ticket_attribute.123.`);
}

/** Intercom compares each word of the body by itself, so several words at once equal none of them. */
function wordByWord(text: string): string {
  const words = text.trim().split(/\s+/).slice(0, 3);
  const value = words.map((word) => ({ field: 'source.body', operator: '~', value: word.slice(0, 40) }));
  return `source.body matches single words, so several at once may find nothing; one ~ filter a word: ${JSON.stringify({ operator: 'AND', value })}`;
}
