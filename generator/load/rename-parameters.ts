import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** What parameters are renamed by. */
export interface Renaming {
  /** The new names of path parameters by their old ones. */
  readonly names: ReadonlyMap<string, string>;
  /** New names that overlays ask for, also of what is declared in the query by mistake. */
  readonly known: ReadonlySet<string>;
  readonly lookup: Lookup;
}

/** A path's object whose path parameters have other names: its own, those of its operations, and those that they refer to. */
export function renameParameters(item: Json, renaming: Renaming): Json {
  const shared = resolved(item.parameters, renaming.lookup);
  const rename = (value: Json, all: readonly Json[]): Json =>
    Array.isArray(value.parameters)
      ? { ...value, parameters: value.parameters.map((parameter) => renamed(parameter, all, renaming)) }
      : value;
  const operations = Object.entries(item).map(([key, value]) => [
    key,
    isRecord(value) ? rename(value, [...shared, ...resolved(value.parameters, renaming.lookup)]) : value,
  ]);
  return rename(Object.fromEntries(operations), shared);
}

function renamed(parameter: unknown, all: readonly Json[], { names, known, lookup }: Renaming): unknown {
  const [target] = resolved([parameter], lookup);
  const name = String(target?.name);
  const other = names.get(name);
  if (target === undefined || other === undefined) return parameter;
  // It stands in the path, nothing declares it there, and overlays correct that under the name they know.
  const isMistaken =
    target.in === 'query' && known.has(other) && !all.some((each) => each.in === 'path' && each.name === name);
  // What it refers to may be of other paths, too.
  return target.in === 'path' || isMistaken ? { ...target, name: other } : parameter;
}

function resolved(parameters: unknown, lookup: Lookup): Json[] {
  const list: unknown[] = Array.isArray(parameters) ? parameters : [];
  return list.flatMap((parameter): readonly Json[] => {
    let target = isRecord(parameter) ? parameter : undefined;
    for (let hops = 0; typeof target?.$ref === 'string' && hops < 8; hops += 1) target = lookup(target.$ref);
    return target === undefined ? [] : [target];
  });
}
