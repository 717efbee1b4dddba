import { didYouMean } from '../value/nearest.ts';
import type { DatePlace } from './date-value.ts';
import { searchShape } from './field-aliases.ts';
import { heed } from './id-value.ts';
import { show } from './notes.ts';
import type { SearchContext } from './search-context.ts';

const WHOLE = new Set(['=', '!=', 'IN', 'NIN']);

/** A text for a field that takes only a few: another spelling is repaired, another text refused; parts of texts stay as they are. */
export function readListed(given: string, at: DatePlace, context: SearchContext): string | undefined {
  const { rule, operator, place } = at;
  const { notes } = context;
  const word = given
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const verdict = context.profile.checkText?.({ ...searchShape(context), field: rule.name, text: given, loose: false });
  if (!heed(verdict, place, context)) return undefined;
  if (!rule.values) return given;
  if (!WHOLE.has(operator) || rule.values.includes(given)) return given;
  const meant = rule.values.find((value) => value.toLowerCase() === word);
  if (meant === undefined) {
    const list = rule.values.map((value) => JSON.stringify(value)).join(', ');
    return notes.refuse(place, `${rule.name} is one of ${list}, not ${show(given)}.${didYouMean(given, rule.values)}`);
  }
  notes.became(place, given, meant);
  return meant;
}
