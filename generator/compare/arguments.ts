import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { isClientHeader } from '../normalize/parameters.ts';

/** A parameter of an operation, and the argument of the tool that it is. */
export interface WireParameter {
  /** The argument's name; its name on the wire where the tool has none for it. */
  readonly argument: string;
  /** What it is known by on the wire: its place in the path, or where it goes and its name there. */
  readonly key: string;
  readonly in: string;
  readonly schema: unknown;
  readonly isRequired: boolean;
  readonly parameter: Json;
}

/** Names of arguments by where they go, from `x-arguments`; most are called as they are on the wire. */
export interface ArgumentNames {
  readonly of: (place: string, wire: string) => string;
  /** The argument that is the whole body, where it is one. */
  readonly body: string | undefined;
}

/** The names of an operation's arguments. */
export function argumentNames(operation: Json): ArgumentNames {
  const named = isRecord(operation['x-arguments']) ? operation['x-arguments'] : {};
  const byPlace = new Map(
    Object.entries(named).flatMap(([argument, place]) =>
      Array.isArray(place) ? [[place.join(' '), argument] as const] : [],
    ),
  );
  return {
    of: (place, wire) => byPlace.get(`${place} ${wire}`) ?? wire,
    body: byPlace.get('whole-body body'),
  };
}

/** The parameters of an operation, without the headers that the client sets itself. */
export function parametersOf(operation: Json, path: string, { lookup }: { lookup: Lookup }): WireParameter[] {
  const names = argumentNames(operation);
  const places = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const listed: readonly unknown[] = Array.isArray(operation.parameters) ? operation.parameters : [];
  return listed.filter(isRecord).flatMap((declared): WireParameter[] => {
    const parameter = typeof declared.$ref === 'string' ? { ...lookup(declared.$ref), ...declared } : declared;
    const { in: where, name } = parameter;
    if (typeof where !== 'string' || typeof name !== 'string') return [];
    if (where === 'header' && isClientHeader(name)) return [];
    const at = where === 'path' ? places.indexOf(name) : -1;
    return [
      {
        argument: names.of(where, name),
        key: at >= 0 ? `path ${at}` : `${where} ${where === 'header' ? name.toLowerCase() : name}`,
        in: where,
        schema: schemaOf(parameter),
        isRequired: parameter.required === true || where === 'path',
        parameter: declared,
      },
    ];
  });
}

function schemaOf({ content, schema }: Json): unknown {
  const media = isRecord(content) ? Object.values(content).find(isRecord) : undefined;
  return (media ? media.schema : schema) ?? {};
}
