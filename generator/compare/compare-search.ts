import { isRecord, type Json } from '../json/json-schema.ts';
import type { Breaks, Change } from './change.ts';
import { makeChange } from './make-change.ts';
import { listText, valueText } from './value-text.ts';

const MODELS: readonly Breaks[] = ['models'];

/** The search table of an operation before and now, and where it stands. */
export interface ComparedSearch {
  readonly before: unknown;
  readonly after: unknown;
  readonly pointers: { readonly before: string; readonly after: string };
}

/** What changed in what can be searched for: fields, their operators, types and values, and how much a query may hold. */
export function compareSearch({ before, after, pointers }: ComparedSearch): Change[] {
  const [old, now] = [tableOf(before), tableOf(after)];
  if (!old && !now) return [];
  if (!old || !now)
    return [
      makeChange({
        kind: 'search field',
        breaks: now ? MODELS : [],
        place: 'query',
        message: now
          ? 'what can be searched for is limited to a table now'
          : 'what can be searched for is no longer told',
        pointer: now ? pointers.after : pointers.before,
      }),
    ];
  const changes = compareLimits(old, now, pointers.after);
  const [fields, fieldsNow] = [fieldsOf(old), fieldsOf(now)];
  for (const [name, { field, index }] of fieldsNow) {
    const was = fields.get(name);
    const pointer = `${pointers.after}/fields/${index}`;
    if (was) changes.push(...compareField(name, [was.field, field], pointer));
    else
      changes.push(
        makeChange({
          kind: 'search field added',
          place: `query.${name}`,
          to: operatorsOf(field),
          message: `query can search by ${name} now`,
          pointer,
        }),
      );
  }
  for (const [name, { index, field }] of fields)
    if (!fieldsNow.has(name))
      changes.push(
        makeChange({
          kind: 'search field removed',
          breaks: MODELS,
          place: `query.${name}`,
          from: operatorsOf(field),
          message: `query can no longer search by ${name}`,
          pointer: `${pointers.before}/fields/${index}`,
        }),
      );
  return changes;
}

function compareLimits(old: Json, now: Json, pointer: string): Change[] {
  const changes = (['maxNesting', 'maxFilters'] as const).flatMap((limit): Change[] => {
    const [from, to] = [Number(old[limit]), Number(now[limit])];
    if (from === to || (Number.isNaN(from) && Number.isNaN(to))) return [];
    const what = limit === 'maxFilters' ? 'filters in a group' : 'groups within each other';
    return [
      makeChange({
        kind: 'search limit',
        breaks: to < from ? MODELS : [],
        place: 'query',
        from,
        to,
        message: `query takes at most ${to} ${what}, and took ${from}`,
        pointer: `${pointer}/${limit}`,
      }),
    ];
  });
  if ((old.wholeDays === true) !== (now.wholeDays === true))
    changes.push(
      makeChange({
        kind: 'search limit',
        place: 'query',
        from: old.wholeDays === true,
        to: now.wholeDays === true,
        message: now.wholeDays === true ? 'dates in query match whole days now' : 'dates in query match the second now',
        pointer,
      }),
    );
  return changes;
}

function compareField(name: string, [old, now]: readonly [Json, Json], pointer: string): Change[] {
  const place = `query.${name}`;
  const say = (message: string, breaks: readonly Breaks[], from?: unknown, to?: unknown): Change =>
    makeChange({
      kind: 'search field',
      place,
      message,
      breaks,
      pointer,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  const changes: Change[] = [];
  const [operators, operatorsNow] = [operatorsOf(old), operatorsOf(now)];
  const added = operatorsNow.filter((operator) => !operators.includes(operator));
  const removed = operators.filter((operator) => !operatorsNow.includes(operator));
  if (removed.length > 0)
    changes.push(say(`${place} can no longer be compared by ${listText(removed)}`, MODELS, removed));
  if (added.length > 0)
    changes.push(say(`${place} can be compared by ${listText(added)} as well`, [], undefined, added));
  const [type, typeNow] = [typeText(old), typeText(now)];
  // A field of no type takes every value.
  if (type !== typeNow)
    changes.push(
      say(`${place} is ${typeNow} now, and was ${type}`, typeNow === 'of any type' ? [] : MODELS, old.type, now.type),
    );
  const [values, valuesNow] = [listOf(old.values), listOf(now.values)];
  if (valuesNow && !values)
    changes.push(say(`${place} is one of ${valueText(valuesNow)} now`, MODELS, undefined, valuesNow));
  if (values && !valuesNow) changes.push(say(`${place} is no longer one of a list`, [], values));
  if (values && valuesNow) {
    const gone = values.filter((value) => !valuesNow.includes(value));
    const more = valuesNow.filter((value) => !values.includes(value));
    if (gone.length > 0) changes.push(say(`${place} is no longer ${valueText(gone)}`, MODELS, gone));
    if (more.length > 0) changes.push(say(`${place} may be ${valueText(more)} as well`, [], undefined, more));
  }
  if (old.prefix !== now.prefix)
    changes.push(
      say(
        now.prefix === undefined
          ? `${place} is one field now, and was all that begin so`
          : `${place} is all that begin with ${valueText(now.prefix)} now`,
        now.prefix !== undefined && old.prefix === undefined ? [] : MODELS,
        old.prefix,
        now.prefix,
      ),
    );
  return changes;
}

function tableOf(value: unknown): Json | undefined {
  return isRecord(value) && Array.isArray(value.fields) ? value : undefined;
}

function fieldsOf({ fields }: Json): Map<string, { field: Json; index: number }> {
  const listed: readonly unknown[] = Array.isArray(fields) ? fields : [];
  return new Map(
    listed.flatMap((field, index) => (isRecord(field) ? [[String(field.name), { field, index }] as const] : [])),
  );
}

function operatorsOf({ operators, extraOperators }: Json): string[] {
  return [operators, extraOperators].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
}

function typeText({ type }: Json): string {
  return type === undefined ? 'of any type' : [type].flat().map(String).sort().join(' or ');
}

function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
