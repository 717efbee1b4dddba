import { didYouMean } from '../value/nearest.ts';
import { own } from '../value/value.ts';
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
  const { profile } = context;
  const check = { ...searchShape(context), field: rule.name, text: raw, loose: false };
  const verdict = profile.checkText?.(check);
  if (!heed(verdict, path, context)) return undefined;
  if (!rule.values) return raw;
  if (!WHOLE.has(operator) || rule.values.includes(raw)) return raw;
  // Longer ones are no spelling of a word.
  const word = raw
    .slice(0, LONGEST_WORD)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const other = own(own(profile.spellings, rule.name), word);
  const meant = rule.values.find((value) => value.toLowerCase() === word || value === other);
  if (meant === undefined) {
    const list = rule.values.map((value) => JSON.stringify(value)).join(', ');
    const instead = profile.insteadOfValue?.(check);
    const help = `${didYouMean(raw, rule.values)}${instead === undefined ? '' : ` ${instead}`}`;
    return notes.refuse(path, `${rule.name} is one of ${list}, not ${show(raw)}.${help}`);
  }
  notes.became(path, raw, meant);
  return meant;
}
