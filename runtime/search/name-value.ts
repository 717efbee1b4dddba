import { isIdText } from '../value/id-text.ts';
import type { DatePlace } from './date-value.ts';
import { type FieldRule, fieldRule } from './field-rule.ts';
import type { SearchContext } from './search-context.ts';

/** The operators that compare with the whole of a value. */
const WHOLE = new Set(['=', '!=', 'IN', 'NIN']);

/** The kind of things whose names do for a field's ids, and the key that the field's name ends with where it matters. */
export function kindOfField(
  field: string,
  { profile, names }: Pick<SearchContext, 'profile' | 'names'>,
): { readonly kind: string; readonly key?: string } | undefined {
  if (names === undefined || profile.names === undefined) return undefined;
  if (Object.hasOwn(profile.names, field)) return { kind: profile.names[field] ?? '' };
  const prefix = Object.keys(profile.names).find((one) => one.endsWith('.') && field.startsWith(one));
  return prefix === undefined ? undefined : { kind: profile.names[prefix] ?? '', key: field.slice(prefix.length) };
}

/** The id that a name stands for; the value itself where it is no name, and undefined where it is refused. */
export function readName(raw: unknown, { rule, operator, path }: DatePlace, context: SearchContext): unknown {
  const named = typeof raw === 'string' && WHOLE.has(operator) ? kindOfField(rule.name, context) : undefined;
  if (named === undefined || typeof raw !== 'string' || isIdText(raw)) return raw;
  const found = context.names?.find(named.kind, raw, named.key);
  // The query is read once more when the names are there.
  if (found === undefined) return rule.type === 'integer' ? 0 : '0';
  if ('refusal' in found) return context.notes.refuse(path, found.refusal);
  const id = rule.type === 'integer' ? Number(found.id) : found.id;
  if (id !== raw) context.notes.became(path, raw, id, found.why);
  return id;
}

/** The rule of a field that ends with an id, where a name was given for it; undefined where the name is refused. */
export function readNamedField(rule: FieldRule, path: string, context: SearchContext): FieldRule | undefined {
  const { names, profile, rules, notes } = context;
  const [prefix, kind] = Object.entries(profile.namedFields ?? {}).find(([one]) => rule.name.startsWith(one)) ?? [];
  const name = rule.name.slice(prefix?.length);
  if (names === undefined || prefix === undefined || kind === undefined || isIdText(name)) return rule;
  const found = names.find(kind, name);
  if (found === undefined) return rule;
  if ('refusal' in found) return notes.refuse(path, found.refusal);
  notes.became(path, rule.name, `${prefix}${found.id}`);
  return fieldRule(rules, `${prefix}${found.id}`);
}
