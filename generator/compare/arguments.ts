import { isRecord, type Json } from '../json/json-schema.ts';
import { isClientHeader, isSpread } from '../normalize/parameters.ts';
import type { Description } from './description.ts';
import type { Found } from './schemas/difference.ts';

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
  /** The names of the arguments that its properties are, where they stand in the query by themselves. */
  readonly spread: ArgumentNames | undefined;
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

/** The parameters of an operation, without what the client sets itself: its headers, and credentials. */
export function parametersOf(
  operation: Json,
  path: string,
  { lookup, isCredential }: Pick<Description, 'lookup' | 'isCredential'>,
): WireParameter[] {
  const names = argumentNames(operation);
  const places = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const listed: readonly unknown[] = Array.isArray(operation.parameters) ? operation.parameters : [];
  return listed.filter(isRecord).flatMap((declared): WireParameter[] => {
    const parameter = typeof declared.$ref === 'string' ? { ...lookup(declared.$ref), ...declared } : declared;
    const { in: where, name } = parameter;
    if (typeof where !== 'string' || typeof name !== 'string') return [];
    if ((where === 'header' && isClientHeader(name)) || isCredential(parameter)) return [];
    const at = where === 'path' ? places.indexOf(name) : -1;
    return [
      {
        argument: names.of(where, name),
        key: at >= 0 ? `path ${at}` : `${where} ${where === 'header' ? name.toLowerCase() : name}`,
        in: where,
        schema: schemaOf(parameter),
        isRequired: parameter.required === true || where === 'path',
        parameter: declared,
        spread: where === 'query' && isSpread(parameter, lookup) ? names : undefined,
      },
    ];
  });
}

function schemaOf({ content, schema }: Json): unknown {
  const media = isRecord(content) ? Object.values(content).find(isRecord) : undefined;
  return (media ? media.schema : schema) ?? {};
}

/** A difference below an argument, by the name of that. */
export interface NamedDifference {
  /** Empty for one of all arguments. */
  readonly argument: string;
  readonly base: string;
  readonly found: Found;
}

/** A difference of a schema whose properties are arguments, or which is one as a whole. */
export function asArgument(
  { steps, difference }: Found,
  { place, names, former }: { place: 'body' | 'query'; names: ArgumentNames; former: ArgumentNames },
): NamedDifference {
  if (place === 'body' && names.body !== undefined)
    return { argument: names.body, base: names.body, found: { steps, difference } };
  const [first, ...rest] = steps;
  if (first?.kind === 'property') {
    const argument = names.of(place, first.name);
    return { argument, base: argument, found: { steps: rest, difference } };
  }
  const { step } = difference;
  if (first !== undefined || step === undefined) return { argument: '', base: '', found: { steps, difference } };
  // What is gone is called as it was.
  const argument = (difference.aspect === 'field removed' ? former : names).of(place, step.name);
  return { argument, base: '', found: { steps, difference: { ...difference, step: { ...step, name: argument } } } };
}
