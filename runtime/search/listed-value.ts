import { didYouMean } from '../value/nearest.ts';
import type { DatePlace } from './date-value.ts';
import { searchShape } from './field-aliases.ts';
import { heed } from './id-value.ts';
import { show } from './notes.ts';
import type { SearchContext } from './search-context.ts';

const LONGEST_WORD = 200;
const WHOLE = new Set(['=', '!=', 'IN', 'NIN']);

/** A text for a field that takes only a few: another spelling is repaired, another text refused; parts of texts stay as they are. */
export function readListed(raw: string, at: DatePlace, context: SearchContext): string | undefined {
  const { rule, operator, path } = at;
  const { notes } = context;
  const verdict = context.profile.checkText?.({ ...searchShape(context), field: rule.name, text: raw, loose: false });
  if (!heed(verdict, path, context)) return undefined;
  if (!rule.values) return raw;
  if (!WHOLE.has(operator) || rule.values.includes(raw)) return raw;
  // Longer ones are no spelling of a word.
  const word = raw
    .slice(0, LONGEST_WORD)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const meant = rule.values.find((value) => value.toLowerCase() === word);
  if (meant === undefined) {
    const list = rule.values.map((value) => JSON.stringify(value)).join(', ');
    return notes.refuse(path, `${rule.name} is one of ${list}, not ${show(raw)}.${didYouMean(raw, rule.values)}`);
  }
  notes.became(path, raw, meant);
  return meant;
}
