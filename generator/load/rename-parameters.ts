import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** A path's object whose path parameters have other names: its own, those of its operations, and those that they refer to. */
export function renameParameters(item: Json, names: ReadonlyMap<string, string>, lookup: Lookup): Json {
  const rename = (value: Json): Json =>
    Array.isArray(value.parameters)
      ? { ...value, parameters: value.parameters.map((parameter) => renamed(parameter, names, lookup)) }
      : value;
  const operations = Object.entries(item).map(([key, value]) => [key, isRecord(value) ? rename(value) : value]);
  return rename(Object.fromEntries(operations));
}

function renamed(parameter: unknown, names: ReadonlyMap<string, string>, lookup: Lookup): unknown {
  let target = isRecord(parameter) ? parameter : undefined;
  for (let hops = 0; typeof target?.$ref === 'string' && hops < 8; hops += 1) target = lookup(target.$ref);
  const name = target?.in === 'path' ? names.get(String(target.name)) : undefined;
  // What it refers to may be of other paths, too.
  return name === undefined ? parameter : { ...target, name };
}
