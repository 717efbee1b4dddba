import { didYouMean } from '../value/nearest.ts';
import { searchShape } from './field-aliases.ts';
import { fieldNames, prefixes } from './field-rule.ts';
import { show } from './notes.ts';
import type { Searched } from './search-context.ts';

/** Why a search has no such field, and which field to use instead. */
export function unknownField(search: Searched, raw: string): string {
  return `${show(raw)} is not a field of this search. ${instead(search, raw)}`.trimEnd();
}

function instead({ rules, profile }: Searched, raw: string): string {
  const names = fieldNames(rules);
  const near = didYouMean(raw, names).trimStart();
  const known = profile.insteadOf?.(raw, { ...searchShape({ rules, profile }), near });
  if (known !== undefined) return known;
  return near === '' ? `Fields: ${[...names, ...prefixes(rules).map((one) => `${one}<…>`)].join(', ')}.` : near;
}
