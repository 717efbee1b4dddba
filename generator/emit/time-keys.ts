import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';

/** Formats by which descriptions say that a number is a time in seconds. */
const timeFormat = /^(?:date-?time|(?:unix-?)?(?:time-?stamp|time)|(?:unix-)?epoch(?:-?seconds)?)$/i;
/** So deep may references and compositions lead from a property to its type. */
const deepest = 4;

interface Uses {
  times: number;
  numbers: number;
  /** Where it is first a number that is no time. */
  pointer: string;
}

/**
 * The properties that hold a time in seconds. One of that name may be a plain number elsewhere: what it is in more
 * places counts, in doubt the number, and a diagnostic says so.
 */
export function timeKeys(document: Json): { keys: string[]; diagnostics: Diagnostic[] } {
  const uses = new Map<string, Uses>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, String(index)]);
    if (!isRecord(value)) return;
    for (const [key, schema] of Object.entries(isRecord(value.properties) ? value.properties : {})) {
      const kinds = new Set(numberKinds(schema, document));
      if (kinds.size === 0) continue;
      const known = uses.get(key) ?? { times: 0, numbers: 0, pointer: '' };
      if (kinds.has('time')) known.times += 1;
      else {
        known.numbers += 1;
        known.pointer ||= pointerTo([...path, 'properties', key]);
      }
      uses.set(key, known);
    }
    for (const [key, part] of Object.entries(value)) visit(part, [...path, key]);
  };
  visit(document, []);
  const times = [...uses].filter(([, { times: count }]) => count > 0);
  return {
    keys: times
      .filter(([, use]) => use.times > use.numbers)
      .map(([key]) => key)
      .sort(),
    diagnostics: times
      .filter(([, { numbers }]) => numbers > 0)
      .map(([key, use]) =>
        diagnostic(
          'TIME_KEY_AMBIGUOUS',
          `${key} is a time in ${use.times} schemas and a plain number in ${use.numbers}: taken as a ${use.times > use.numbers ? 'time' : 'number'}`,
          use.pointer,
        ),
      ),
  };
}

/** What numbers a schema allows, by its own words or by those of a schema that it refers to or is one of. */
function numberKinds(schema: unknown, document: Json, depth = 0): ('time' | 'number')[] {
  if (!isRecord(schema) || depth > deepest) return [];
  const { type, format, $ref } = schema;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const isNumber = types.includes('integer') || types.includes('number');
  const own = isNumber
    ? [typeof format === 'string' && timeFormat.test(format) ? ('time' as const) : ('number' as const)]
    : [];
  const forms = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const target = typeof $ref === 'string' ? valueAt(document, $ref) : undefined;
  return [...own, ...[target, ...forms].flatMap((form) => numberKinds(form, document, depth + 1))];
}
