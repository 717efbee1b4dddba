import { pointerTo, valueAt } from '../../../../generator/json/json-pointer.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';

/** One place of a tool at which a schema of the description is reached. */
export interface Occurrence {
  /** `METHOD /path`. */
  readonly operation: string;
  readonly direction: 'argument' | 'answer';
  /** Where a parameter stands, or `body`; of an answer its status. */
  readonly at: string;
  /** Names on the wire from the top, `[]` for the items of a list, `*` for the values of a map. */
  readonly path: readonly string[];
  /** Below a union: other branches may take what this one refuses. */
  readonly inUnion: boolean;
  /** Below a property that is no argument since it can only be read. */
  readonly isReadOnly: boolean;
  /** Below a part of an `allOf`: the other parts have a say. */
  readonly inAllOf: boolean;
}

/** All methods of an OpenAPI path item. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

type Record = (pointer: string, occurrence: Occurrence) => void;

/**
 * Which tools reach which schema, and where, straight from the description: JSON Pointer of a schema -> its occurrences.
 * Nothing of the generator is asked. A schema that holds itself is followed once.
 */
export function occurrencesIn(document: Json): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  const record: Record = (pointer, occurrence) => {
    const known = found.get(pointer);
    if (known) known.push(occurrence);
    else found.set(pointer, [occurrence]);
  };
  for (const { pointer, path, method, operation, shared } of operationsOf(document)) {
    const top = { operation: `${method.toUpperCase()} ${path}`, inUnion: false, isReadOnly: false, inAllOf: false };
    const declared = [
      ...shared.map((value, index) => [value, pointerTo(['paths', path, 'parameters', index])] as const),
      ...listOf(operation.parameters).map((value, index) => [value, `${pointer}/parameters/${index}`] as const),
    ];
    for (const [value, place] of declared) {
      const [parameter, at] = resolved(document, value, place);
      if (isClients(parameter)) continue;
      const occurrence = {
        ...top,
        direction: 'argument',
        at: String(parameter.in),
        path: isSpread(parameter) ? [] : [String(parameter.name)],
      } as const;
      walk({ document, record, seen: [] }, parameter.schema, `${at}/schema`, occurrence);
    }
    const [body, bodyAt] = resolved(document, operation.requestBody, `${pointer}/requestBody`);
    for (const [type, media] of entriesOf(body.content)) {
      const occurrence = { ...top, direction: 'argument', at: 'body', path: [] } as const;
      walk(
        { document, record, seen: [] },
        isRecord(media) ? media.schema : undefined,
        `${bodyAt}${pointerTo(['content', type, 'schema'])}`,
        occurrence,
      );
    }
    for (const [status, answer] of entriesOf(operation.responses)) {
      const [response, at] = resolved(document, answer, `${pointer}/responses/${status}`);
      for (const [type, media] of entriesOf(response.content)) {
        const occurrence = { ...top, direction: 'answer', at: status, path: [] } as const;
        walk(
          { document, record, seen: [] },
          isRecord(media) ? media.schema : undefined,
          `${at}${pointerTo(['content', type, 'schema'])}`,
          occurrence,
        );
      }
    }
  }
  return found;
}

/** Every operation of a description with its JSON Pointer and the parameters of its path. */
export function operationsOf(
  document: Json,
): { pointer: string; path: string; method: string; operation: Json; shared: readonly unknown[] }[] {
  return entriesOf(document.paths).flatMap(([path, item]) =>
    entriesOf(item)
      .filter(([method]) => methods.some((known) => known === method))
      .flatMap(([method, operation]) =>
        isRecord(operation) && isRecord(item)
          ? [{ pointer: pointerTo(['paths', path, method]), path, method, operation, shared: listOf(item.parameters) }]
          : [],
      ),
  );
}

/** Headers that every client sends by itself: no tool takes them. */
const clientHeaders: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-type',
  'intercom-version',
  'user-agent',
]);

/** An object in the query is its properties there, each by itself. */
function isSpread({ in: place, schema }: Json): boolean {
  if (place !== 'query' || !isRecord(schema)) return false;
  const forms = [schema.oneOf, schema.anyOf, schema.allOf].flatMap(listOf);
  return (
    isRecord(schema.properties) ||
    (forms.length > 0 && forms.every((form) => isRecord(form) && isRecord(form.properties)))
  );
}

/** Whether a parameter is the client's own affair. */
export function isClients(parameter: Json): boolean {
  return parameter.in === 'header' && clientHeaders.has(String(parameter.name).toLowerCase());
}

interface Walk {
  readonly document: Json;
  readonly record: Record;
  readonly seen: readonly string[];
}

function walk(context: Walk, schema: unknown, pointer: string, here: Occurrence): void {
  if (!isRecord(schema)) return;
  context.record(pointer, here);
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref.slice(1);
    if (context.seen.includes(target)) return;
    walk({ ...context, seen: [...context.seen, target] }, valueAt(context.document, target), target, here);
    return;
  }
  for (const keyword of ['allOf', 'oneOf', 'anyOf'] as const)
    listOf(schema[keyword]).forEach((part, index, all) => {
      const inUnion = here.inUnion || (keyword !== 'allOf' && all.length > 1);
      walk(context, part, `${pointer}/${keyword}/${index}`, {
        ...here,
        inUnion,
        inAllOf: here.inAllOf || keyword === 'allOf',
      });
    });
  // A value that is no object has no properties, whatever is said of them.
  if (typeof schema.type === 'string' && schema.type !== 'object' && schema.type !== 'array') return;
  const inAllOf = here.inAllOf || ['allOf', 'oneOf', 'anyOf'].some((keyword) => Array.isArray(schema[keyword]));
  for (const [name, property] of entriesOf(schema.properties)) {
    const isReadOnly =
      here.isReadOnly || (here.direction === 'argument' && isRecord(property) && property.readOnly === true);
    walk(context, property, `${pointer}${pointerTo(['properties', name])}`, {
      ...here,
      path: [...here.path, name],
      isReadOnly,
      inAllOf,
    });
  }
  walk(context, schema.items, `${pointer}/items`, { ...here, path: [...here.path, '[]'] });
  walk(context, schema.additionalProperties, `${pointer}/additionalProperties`, { ...here, path: [...here.path, '*'] });
}

function resolved(document: Json, value: unknown, pointer: string): readonly [Json, string] {
  if (!isRecord(value)) return [{}, pointer];
  if (typeof value.$ref !== 'string') return [value, pointer];
  const target = value.$ref.slice(1);
  const found = valueAt(document, target);
  return [isRecord(found) ? found : {}, target];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
