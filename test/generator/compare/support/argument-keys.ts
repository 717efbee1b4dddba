import type { FactOrigins } from '../../../../generator/facts/read-facts.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { normalize } from '../../../../generator/normalize/normalize.ts';
import type { Occurrence } from './occurrences.ts';

/** The place in a tool's arguments of a place on the wire; undefined where it is no argument of the tool. */
export type ArgumentKeys = (occurrence: Occurrence) => readonly string[] | undefined;

/** How the tools of a document name what goes over the wire: by the stage that flattens requests, before anything is compared. */
export function argumentKeys(document: Json, origins: FactOrigins): ArgumentKeys {
  const keys = new Map<string, string>();
  const whole = new Set<string>();
  const { api } = normalize(document, 'intercom', origins);
  for (const { method, path, fields } of api.operations)
    for (const field of fields) {
      if (field.constant !== undefined) continue;
      if (field.in === 'whole-body') whole.add(`${method} ${path}`);
      keys.set(`${method} ${path} ${field.in} ${field.wire}`, field.key);
    }
  return ({ operation, at, path }) => {
    const [wire, ...inside] = path;
    if (at === 'body' && whole.has(operation)) return ['body', ...path];
    if (wire === undefined) return [];
    // What an edit brings has the name that it has on the wire.
    const key = keys.get(`${operation} ${at} ${wire}`) ?? (wire.endsWith('quite_new') ? wire : undefined);
    return key === undefined ? undefined : [key, ...inside];
  };
}
