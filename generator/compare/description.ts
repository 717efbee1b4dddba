import { ALWAYS, parameterName, placeOf } from '../connection/implied-keys.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type Lookup, lookupIn } from '../json/lookup.ts';
import type { OperationsDocument } from './change.ts';

/** The description behind a surface, with the place that each of its parts has upstream. */
export interface Description {
  readonly lookup: Lookup;
  readonly operationAt: (method: string, path: string) => Json | undefined;
  /** JSON Pointer of an object of the description; empty for one that is none of it. */
  readonly pointerOf: (part: Json) => string;
  /** Whether a parameter carries a credential, which is no argument. */
  readonly isCredential: (parameter: Json) => boolean;
}

/** A description as comparison reads it, out of the content of `operations.json`. */
export function readDescription({ paths, schemas, connection }: OperationsDocument): Description {
  const places = new Set(
    Object.values(connection?.schemes ?? {}).flatMap(({ type, ...scheme }) =>
      type === 'unsent' ? [] : [placeOf({ type, ...scheme })],
    ),
  );
  const pointers = new Map<Json, string>();
  const document = { paths, components: { schemas } };
  note(schemas, '/components/schemas', pointers);
  for (const [path, item] of Object.entries(paths))
    for (const [method, operation] of Object.entries(isRecord(item) ? item : {}))
      note(operation, pointerTo(['paths', path, method]), pointers);
  return {
    lookup: lookupIn(document),
    operationAt: (method, path) => {
      const item = Object.hasOwn(paths, path) ? paths[path] : undefined;
      const name = method.toLowerCase();
      const operation = isRecord(item) && Object.hasOwn(item, name) ? item[name] : undefined;
      return isRecord(operation) ? operation : undefined;
    },
    isCredential: (parameter) => {
      const place = parameterName(parameter);
      return ALWAYS.has(place) || places.has(place);
    },
    pointerOf: (part) => pointers.get(part) ?? '',
  };
}

/** Notes the place of every object; what stands elsewhere upstream says so in `x-origin`. */
function note(value: unknown, pointer: string, pointers: Map<Json, string>): void {
  if (Array.isArray(value)) for (const [index, part] of value.entries()) note(part, `${pointer}/${index}`, pointers);
  if (!isRecord(value)) return;
  const own = typeof value['x-origin'] === 'string' ? value['x-origin'] : pointer;
  pointers.set(value, own);
  for (const [key, part] of Object.entries(value))
    if (typeof part === 'object' && part !== null) note(part, own + pointerTo([key]), pointers);
}
