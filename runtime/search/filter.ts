import type { DatePlace } from './date-value.ts';
import { readField } from './field-name.ts';
import { fieldRule, letters } from './field-rule.ts';
import { type Operation, readOperator } from './filter-operator.ts';
import { readValue } from './filter-value.ts';
import { noteSurprises } from './hints.ts';
import { checkId } from './id-value.ts';
import { isoOf } from './moment.ts';
import { kindOfField, readNamedField } from './name-value.ts';
import { show } from './notes.ts';
import { operatorName } from './operator-name.ts';
import { readScalar } from './scalar-value.ts';
import type { SearchContext } from './search-context.ts';
import type { Filter } from './search-query.ts';

/** The parts of a filter as they were given and where they stand; a missing part is `undefined`. */
export interface FilterParts {
  readonly field: unknown;
  readonly operator: unknown;
  readonly value: unknown;
  readonly path: { readonly field: string; readonly operator: string; readonly value: string };
}

/** Reads one filter: field, operator and value that fit each other; `undefined` where one of them is refused. */
export function readFilter(parts: FilterParts, context: SearchContext): Filter | undefined {
  const { field, operator: raw, value, path } = parts;
  const { notes } = context;
  const joins = operatorName(raw);
  if (joins === 'AND' || joins === 'OR')
    return notes.refuse(path.operator, `${joins} joins filters and takes no field: ${joined(joins, parts)}`);
  const unassigned = readUnassigned(parts, context);
  if (unassigned) return unassigned;
  const known = readField(field, path.field, context);
  const rule = known && readNamedField(known, path.field, context);
  if (rule === undefined) return undefined;
  if (field !== rule.name && !checkLoose(rule.name, value, path.value, context)) return undefined;
  if (raw === undefined || raw === null)
    return notes.refuse(path.operator, `is missing: ${show({ field: rule.name, operator: '=', value: value ?? '…' })}`);
  const operation = readOperator(raw, { rule, value, path: path.operator }, context);
  if (operation === undefined) return undefined;
  const { operator, meant, move, nobody } = operation;
  if (value === undefined && !nobody)
    return notes.refuse(path.value, `is missing: ${show({ field: rule.name, operator, value: '…' })}`);
  const at = { rule, operator: meant, path: path.value };
  const read = nobody ? readScalar(0, at, context) : readValue(value, at, context);
  if (read === undefined) return undefined;
  const moved = typeof read === 'number' && move !== 0 ? moveValue(read, operation, at, context) : read;
  if (moved === undefined) return undefined;
  const filter = { field: rule.name, operator, value: moved };
  noteSurprises(filter, context);
  return filter;
}

/** Where a field is named by another word, such as `tags` for ids of tags, nothing else says that an id is meant. */
function checkLoose(field: string, value: unknown, path: string, context: SearchContext): boolean {
  return [value]
    .flat()
    .every(
      (text) =>
        typeof text !== 'string' ||
        kindOfField(field, context) !== undefined ||
        checkId(field, text, { path, loose: true }, context),
    );
}

/** The value beside an operator that stands in for another; a date is never before 1970. */
function moveValue(
  value: number,
  { move }: Operation,
  { rule, path }: DatePlace,
  { notes }: SearchContext,
): number | undefined {
  const isDate = rule.type === 'date';
  const moved = isDate ? Math.max(0, value + move) : value + move;
  if (!Number.isSafeInteger(moved)) return notes.refuse(path, `${show(value)} is beyond what can be compared`);
  notes.became(path, value, moved, isDate ? isoOf(moved) : undefined);
  return moved;
}

/** The filter that was most likely meant: a list is IN, and AND or OR joins filters that have fields of their own. */
function joined(operator: string, { field, value }: FilterParts): string {
  const name = typeof field === 'string' ? field.slice(0, 60) : '…';
  if (Array.isArray(value) && value.every(isShort)) return show({ field: name, operator: 'IN', value });
  return show({ operator, value: [{ field: name, operator: '=', value: isShort(value) ? value : '…' }] });
}

function isShort(value: unknown): boolean {
  return (typeof value === 'string' && value.length < 60) || typeof value === 'boolean' || Number.isFinite(value);
}

/** `unassigned = true`, which is no field, means that nobody's id is assigned. */
function readUnassigned(
  { field, operator, value, path }: FilterParts,
  { rules, profile, notes }: SearchContext,
): Filter | undefined {
  const rule = profile.unassigned === undefined ? undefined : fieldRule(rules, profile.unassigned);
  const name = typeof field === 'string' ? letters(field) : '';
  const said = /^(?:is)?(un)?assigned$/.exec(name);
  const truth = new Map<unknown, boolean>([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
  ]).get(value);
  if (!rule || !said || truth === undefined || operatorName(operator) !== '=') return undefined;
  const nobody = (said[1] !== undefined) === truth;
  const filter = { field: rule.name, operator: nobody ? '=' : '!=', value: rule.type === 'integer' ? 0 : '0' };
  notes.became(path.field, `${String(field)} = ${String(value)}`, filter);
  return filter;
}
