import type { FieldReader, FieldValue } from './field-value.ts';
import {
  matchesDays,
  type SearchContext,
  type SearchTable,
  type SearchTableField,
  type SearchType,
} from './search-table.ts';

/** How the values of one field are compared; `any` is an attribute whose type is not known. */
export interface FieldRule {
  readonly name: string;
  readonly type: SearchType | 'any';
  readonly operators: ReadonlySet<string>;
  /** A date that matches whole days. */
  readonly isDay: boolean;
  /**
   * True where `>` and `<` take in the value itself: the tables of conversations and tickets say "greater (or equal) than",
   * that of contacts "greater than".
   */
  readonly orEqual: boolean;
  /** True where 0 means that nobody is assigned: what Intercom answers from 2.16, and what its users search for. */
  readonly isAssignee: boolean;
  /** True where values are HTML, of which only the text is searched (inferred from `display_as`, which strips the same two). */
  readonly isHtml: boolean;
  /** True where `=` compares each word by itself; the description says so of `source.body` alone. */
  readonly isWords: boolean;
}

/** The rule of a field by its exact name; undefined where the search has no such field. */
export function fieldRule(
  table: SearchTable,
  name: string,
  attributeType?: SearchContext['attributeType'],
): FieldRule | undefined {
  const field = table.fields.find(({ prefix, name: own }) =>
    prefix === undefined ? own === name : name.startsWith(prefix) && name.length > prefix.length,
  );
  if (field === undefined) return undefined;
  const type = typeOf(field, attributeType?.(name));
  const isDay = type === 'date' && matchesDays(table);
  return {
    name,
    type,
    operators: new Set(operatorsOf(table, field, type)),
    isDay,
    orEqual: !matchesDays(table),
    isAssignee: /^(?:admin|team)_assignee_id$/.test(name),
    isHtml: name === 'source.body' || name === 'source.subject',
    isWords: name === 'source.body',
  };
}

/** What a row holds in a field, where an assignee of nobody is no value. */
export function readField({ name, isAssignee }: FieldRule, row: FieldReader): FieldValue {
  const value = row(name);
  return isAssignee && isNobody(value) ? undefined : value;
}

/** The id of an assignee where nobody is assigned, as number and as text. */
export function isNobody(value: FieldValue): boolean {
  return value === 0 || value === '0';
}

function typeOf({ prefix, type }: SearchTableField, known: SearchType | undefined): FieldRule['type'] {
  if (prefix !== undefined) return known ?? 'any';
  return isType(type) ? type : 'any';
}

const types: readonly unknown[] = ['string', 'integer', 'number', 'boolean', 'date'] satisfies SearchType[];
function isType(type: unknown): type is SearchType {
  return types.includes(type);
}

const whole = ['=', '!=', 'IN', 'NIN'];
const ordered = ['>', '<', '>=', '<='];
const textual = ['~', '!~', '^', '$'];

/** What an attribute of each type takes where the search has no field of that type, as the filter's schema says. */
const byType: Readonly<Record<FieldRule['type'], readonly string[]>> = {
  string: [...whole, ...textual],
  integer: [...whole, ...ordered],
  number: [...whole, ...ordered],
  boolean: whole,
  date: [...whole, ...ordered],
  any: [...whole, ...ordered, ...textual],
};

function operatorsOf(table: SearchTable, field: SearchTableField, type: FieldRule['type']): readonly string[] {
  if (type === 'any') return byType.any;
  const listed =
    field.prefix === undefined
      ? [...field.operators, ...(field.extraOperators ?? [])]
      : (table.operators[type] ?? byType[type]);
  // The filter's schema has >= and <= for everything, tickets' prose grants them for created_at, and programs use them on
  // dates of conversations; only for dates of contacts they are said to be refused.
  const grows = listed.includes('>') && !(type === 'date' && matchesDays(table));
  return grows ? [...listed, '>=', '<='] : listed;
}
