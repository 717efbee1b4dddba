import type { Verdict } from '../profile/search-profile.ts';
import { searchShape } from './field-aliases.ts';
import { show } from './notes.ts';
import type { SearchContext, Searched } from './search-context.ts';

/** True for a field that holds ids of the API's own, by its name. */
export function isIdField(name: string, { profile }: Pick<Searched, 'profile'>): boolean {
  return /(?:^|[._])ids?$/.test(name) && !profile.notIds.has(name);
}

const nobody: ReadonlySet<string> = new Set([
  '',
  '0',
  'null',
  'nil',
  'none',
  'nobody',
  'no one',
  'noone',
  'unassigned',
  'undefined',
  'empty',
]);

/** True for what callers write where nobody is meant. */
export function isNobody(value: unknown): boolean {
  return value === null || value === 0 || (typeof value === 'string' && nobody.has(value.trim().toLowerCase()));
}

/** Refuses what cannot be an id, such as a name; `loose` where the field was named by another word. */
export function checkId(
  field: string,
  text: string,
  { path, loose = false }: { readonly path: string; readonly loose?: boolean },
  context: SearchContext,
): boolean {
  if (!isIdField(field, context)) return true;
  const verdict = context.profile.checkId?.({ ...searchShape(context), field, text, loose });
  if (verdict !== undefined) return heed(verdict, path, context);
  if (loose || !/\s/.test(text)) return true;
  context.notes.refuse(path, `${field} takes an id, not ${show(text)}: look the id up by the name first`);
  return false;
}

/** Notes what the profile says of a text; false where it is refused. */
export function heed(verdict: Verdict, path: string, { notes }: Pick<SearchContext, 'notes'>): boolean {
  if (verdict === undefined) return true;
  if ('hint' in verdict) notes.hint(verdict.hint);
  else notes.refuse(path, verdict.refusal);
  return 'hint' in verdict;
}
