import type { SearchRules } from '../tool/tool.ts';
import { aliasOf, kindOf } from './field-aliases.ts';
import { type FieldRule, fieldNames, fieldRule, letters, prefixes } from './field-rule.ts';
import type { SearchContext, Searched } from './search-context.ts';
import { unknownField } from './unknown-field.ts';

/** The rule of a field as a caller names it: another spelling or a name that can mean one field only is repaired. */
export function readField(raw: unknown, path: string, context: SearchContext): FieldRule | undefined {
  const { rules, notes } = context;
  if (typeof raw !== 'string' || raw.trim() === '') return notes.refuse(path, 'must be the name of a field, as text');
  const exact = fieldRule(rules, raw);
  if (exact) return exact;
  const meant = meantField(context, raw.trim());
  if (meant === undefined) return notes.refuse(path, unknownField(context, raw));
  notes.became(path, raw, meant);
  return fieldRule(rules, meant);
}

/** The field that a name stands for in another spelling or by another word; `undefined` where that is not certain. */
export function meantField(search: Searched, name: string): string | undefined {
  const { rules } = search;
  if (name.length > 200) return undefined;
  if (fieldRule(rules, name)) return name;
  return spelledLike(rules, name) ?? attribute(rules, name) ?? aliasOf(search, name) ?? withoutResource(search, name);
}

/** The field of the same letters, with or without `statistics.` before it. */
function spelledLike(rules: SearchRules, name: string): string | undefined {
  const wanted = letters(name);
  const found = fieldNames(rules).filter(
    (field) => letters(field) === wanted || letters(field.replace(/^statistics\./, '')) === wanted,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** `customAttributes.plan`, `custom_attribute[plan]`: a custom attribute by nearly its prefix. */
function attribute(rules: SearchRules, name: string): string | undefined {
  const [, head = '', rest = ''] = /^([^.[:]+)[.[:]\s*(.*)$/.exec(name) ?? [];
  const key = rest.replace(/\]$/, '').replace(/^(["'])(.*)\1$/, '$2');
  const singular = (text: string) => letters(text).replace(/s$/, '');
  const prefix = prefixes(rules).find((one) => singular(one) === singular(head));
  return prefix === undefined || key === '' ? undefined : `${prefix}${key}`;
}

/** `contact.email` in a search for contacts. */
function withoutResource(search: Searched, name: string): string | undefined {
  const kind = kindOf(search);
  const own = /^([a-z]+?)s?\.(.+)$/i.exec(name);
  if (kind === undefined || own?.[1]?.toLowerCase() !== kind || own[2] === undefined) return undefined;
  return fieldRule(search.rules, own[2])?.name;
}
