import { isRecord } from '../value/value.ts';
import type { Notes } from './notes.ts';

const fields = new Set(['field', 'attribute', 'property', 'column', 'field_name', 'fieldName']);
const operators = new Set(['operator', 'op', 'comparator', 'comparison', 'operation']);
const values = new Set(['value', 'values', 'val']);
const items = new Set([
  'value',
  'values',
  'filters',
  'conditions',
  'queries',
  'rules',
  'clauses',
  'children',
  'operands',
]);
const wrappers = new Set(['query', 'filter', 'where', 'search']);

/** One key of an object and its value, under the name that it was given. */
export interface Part {
  readonly key: string;
  readonly value: unknown;
}

/** The parts of an object that say field, operator and value, or operator and items, and what else it holds. */
export interface Parts {
  readonly field?: Part;
  readonly operator?: Part;
  readonly value?: Part;
  readonly rest: readonly string[];
}

/** Finds the parts of a filter; with `group`, those of a group, whose items have more names. */
export function partsOf(raw: Record<string, unknown>, { group }: { group: boolean }): Parts {
  const keys = Object.keys(raw);
  const find = (names: ReadonlySet<string>): Part | undefined => {
    const found = keys.filter((key) => names.has(key));
    const [key] = found;
    return key === undefined || found.length > 1 ? undefined : { key, value: raw[key] };
  };
  const [field, operator, value] = [group ? undefined : find(fields), find(operators), find(group ? items : values)];
  const used = [field?.key, operator?.key, value?.key];
  return {
    ...(field && { field }),
    ...(operator && { operator }),
    ...(value && { value }),
    rest: keys.filter((key) => !used.includes(key)),
  };
}

/** True for a key that says a part of a filter or a group. */
export function isPart(key: string): boolean {
  return [fields, operators, values, items].some((names) => names.has(key));
}

/** What stands alone under a key that only says that a query follows. */
export function unwrapped(raw: Record<string, unknown>): Part | undefined {
  const [key, ...others] = Object.keys(raw);
  if (key === undefined || others.length > 0 || !wrappers.has(key)) return undefined;
  return isRecord(raw[key]) || Array.isArray(raw[key]) ? { key, value: raw[key] } : undefined;
}

/** The place of a part, written as callers write it: `query.value[0].field`. */
export function under(path: string, key: string | number): string {
  return typeof key === 'number' ? `${path}[${key}]` : `${path}.${key.slice(0, 60)}`;
}

/** Tells which parts stood under another name than the one that is sent. */
export function noteKeys(parts: Readonly<Record<string, Part | undefined>>, path: string, { repair }: Notes): void {
  for (const [name, part] of Object.entries(parts))
    if (part && part.key !== name) repair(`${under(path, part.key)}: renamed to ${name}`);
}

/** What a group joins where an object stands for its list: a filter or group, or each key as a filter of its own. */
export function each(value: Record<string, unknown>): unknown[] {
  const { field, operator } = partsOf(value, { group: false });
  return field || operator ? [value] : Object.keys(value).map((key) => ({ [key]: value[key] }));
}
