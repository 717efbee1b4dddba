import { didYouMean } from '../value/nearest.ts';
import { searchShape } from './field-aliases.ts';
import { fieldNames, prefixes } from './field-rule.ts';
import { MOST_PROBLEMS, show } from './notes.ts';
import type { SearchContext } from './search-context.ts';

/** Why a search has no such field, and which field to use instead. */
export function unknownField(context: SearchContext, raw: string): string {
  // What is nearest takes time, and of so many problems no more is shown.
  const hint = context.notes.problems.length < MOST_PROBLEMS ? instead(context, raw.slice(0, 200)) : '';
  return `${show(raw)} is not a field of this search. ${hint}`.trimEnd();
}

function instead({ rules, profile }: SearchContext, raw: string): string {
  const names = fieldNames(rules);
  const near = didYouMean(raw, names).trimStart();
  const known = profile.insteadOf?.(raw, { ...searchShape({ rules, profile }), near });
  if (known !== undefined) return known;
  return near === '' ? `Fields: ${[...names, ...prefixes(rules).map((one) => `${one}<…>`)].join(', ')}.` : near;
}
