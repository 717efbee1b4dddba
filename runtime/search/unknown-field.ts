import { didYouMean } from '../value/nearest.ts';
import { searchShape } from './field-aliases.ts';
import { fieldNames, letters, prefixes } from './field-rule.ts';
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
  const near = didYouMean(
    raw,
    names.filter((field) => isNear(field, raw)),
  ).trimStart();
  const known = profile.insteadOf?.(raw, { ...searchShape({ rules, profile }), near });
  if (known !== undefined) return known;
  return near === '' ? fieldsOf([...names, ...prefixes(rules).map((one) => `${one}<…>`)]) : near;
}

/** A field within something else is not what a word means that only stands in its name. */
function isNear(field: string, raw: string): boolean {
  const dot = field.lastIndexOf('.');
  if (dot < 0 || raw.includes('.')) return true;
  const [own, wanted] = [letters(field.slice(dot + 1)), letters(raw)];
  return own.startsWith(wanted) || wanted.startsWith(own) || letters(field) === wanted;
}

/** As many names as help somebody to choose; the whole list is in the schema. */
function fieldsOf(names: readonly string[]): string {
  const shown = names.toSorted((a, b) => a.split('.').length - b.split('.').length).slice(0, MOST_NAMES);
  return `Fields: ${shown.join(', ')}${shown.length < names.length ? ', and others in the schema' : ''}.`;
}

const MOST_NAMES = 24;
