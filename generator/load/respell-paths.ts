import { httpMethods } from '../facts/tool-facts.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import { parametersIn, shapeOf } from '../text/path-shape.ts';
import { type KnownPaths, takesAny } from './known-paths.ts';
import { renameParameters } from './rename-parameters.ts';

/** Pointers to what was spelled otherwise, and the same as the description spells it: `/paths/~1a~1{id}/get` for each. */
export type Spelling = ReadonlyMap<string, string>;

/** A document with its paths as the overlays spell them. */
export interface Respelled {
  readonly document: Json;
  readonly spelling: Spelling;
  /** Paths of overlays that are in the document by another spelling, which had to stay. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Gives the paths of a document, and the path parameters that they declare, the spelling that the overlays know: paths of
 * one shape are one address, and nothing of the parameters' names goes over the wire. What overlays spell as the document does
 * stays; of several spellings the one is taken whose operations they are about. Without overlays nothing changes.
 */
export function respellPaths(document: Json, known: KnownPaths): Respelled {
  const paths = isRecord(document.paths) ? document.paths : {};
  const choosing = { paths, known, byShape: Map.groupBy(known.keys(), shapeOf) };
  const wanted = new Map(Object.entries(paths).map(([path, item]) => [path, spellingOf(path, item, choosing) ?? path]));
  // Two spellings of one operation are told apart by nothing: they stay as they are.
  const clashing = [...wanted].filter(
    ([path, spelled]) => path !== spelled && clashes({ path, spelled, wanted, paths }),
  );
  for (const [path] of clashing) wanted.set(path, path);
  const changed = [...wanted].filter(([path, spelled]) => path !== spelled);
  const result = changed.length === 0 ? document : respelled(document, { paths, wanted, known });
  return {
    document: result,
    spelling: new Map(changed.flatMap(([path, spelled]) => pointersOf(path, spelled, paths[path]))),
    aliases: aliasesOf(isRecord(result.paths) ? result.paths : {}, known),
  };
}

interface Choosing {
  readonly paths: Json;
  readonly known: KnownPaths;
  /** The paths that are known by their shapes. */
  readonly byShape: ReadonlyMap<string, readonly string[]>;
}

/** The spelling of the overlays for a path; undefined where they have none, or where it is their own. */
function spellingOf(path: string, item: unknown, { paths, known, byShape }: Choosing): string | undefined {
  if (known.has(path) || !isRecord(item) || typeof item.$ref === 'string') return undefined;
  const shape = shapeOf(path);
  const candidates = byShape.get(shape) ?? [];
  if (candidates.length === 0) return undefined;
  let best: { spelled: string; count: number } | undefined;
  for (const spelled of candidates) {
    const taken = methodsOf(paths[spelled]);
    const count = methodsOf(item).filter(
      (method) => !taken.includes(method) && takesAny(known, spelled, [method]),
    ).length;
    if (count > (best?.count ?? 0)) best = { spelled, count };
  }
  if (best !== undefined) return best.spelled;
  const [only, ...others] = candidates;
  const isAlone = others.length === 0 && Object.keys(paths).filter((each) => shapeOf(each) === shape).length === 1;
  return isAlone ? only : undefined;
}

/** Whether another path of the document comes to the same spelling with an operation that this one has too. */
function clashes({
  path,
  spelled,
  wanted,
  paths,
}: {
  path: string;
  spelled: string;
  wanted: ReadonlyMap<string, string>;
  paths: Json;
}): boolean {
  const own = methodsOf(paths[path]);
  return [...wanted].some(
    ([other, otherSpelled]) =>
      other !== path && otherSpelled === spelled && methodsOf(paths[other]).some((method) => own.includes(method)),
  );
}

function respelled(
  document: Json,
  { paths, wanted, known }: { paths: Json; wanted: ReadonlyMap<string, string>; known: KnownPaths },
): Json {
  const lookup = lookupIn(document);
  const result = new Map<string, unknown>();
  for (const [path, item] of Object.entries(paths)) {
    const spelled = wanted.get(path) ?? path;
    const there = result.get(spelled);
    const names = new Map(parametersIn(path).map((name, at) => [name, parametersIn(spelled)[at] ?? name]));
    const entries = known.get(spelled)?.entries ?? new Set();
    const renamed = isRecord(item) ? renameParameters(item, { names, known: entries, lookup }) : item;
    const isMerged = isRecord(there) && isRecord(renamed);
    result.set(spelled, isMerged ? { ...withOwnParameters(there), ...withOwnParameters(renamed) } : renamed);
  }
  const pointers = new Map([...wanted].map(([path, spelled]) => [pointerTo([path]), pointerTo([spelled])]));
  return { ...document, ...moveReferences({ ...document, paths: Object.fromEntries(result) }, pointers) };
}

/** A path's object whose shared parameters stand in each of its operations. */
function withOwnParameters({ parameters, ...operations }: Json): Json {
  if (!Array.isArray(parameters)) return operations;
  return Object.fromEntries(
    Object.entries(operations).map(([key, operation]) => {
      if (!isRecord(operation) || !methodsOf({ [key]: operation }).length) return [key, operation];
      const own = Array.isArray(operation.parameters) ? operation.parameters : [];
      return [key, { ...operation, parameters: [...parameters, ...own] }];
    }),
  );
}

/** References into paths, by the new spelling of these. */
function moveReferences(value: Json, pointers: ReadonlyMap<string, string>): Json {
  if (!JSON.stringify(value).includes('"#/paths/')) return value;
  const move = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(move);
    if (!isRecord(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? movedReference(inner, pointers) : move(inner),
      ]),
    );
  };
  const moved = move(value);
  return isRecord(moved) ? moved : value;
}

function movedReference(ref: string, pointers: ReadonlyMap<string, string>): string {
  const [, path = '', rest = ''] = /^#\/paths(\/[^/]+)(.*)$/s.exec(ref) ?? [];
  const spelled = pointers.get(path.replaceAll('%7B', '{').replaceAll('%7D', '}'));
  return spelled === undefined ? ref : `#/paths${spelled}${rest}`;
}

function pointersOf(path: string, spelled: string, item: unknown): [string, string][] {
  const keys = isRecord(item) ? Object.keys(item) : [];
  return keys.map((key) => [pointerTo(['paths', spelled, key]), pointerTo(['paths', path, key])]);
}

/** Paths of overlays that are not in the document, by the path of their shape that has the operations they are about. */
function aliasesOf(paths: Json, known: KnownPaths): Map<string, string> {
  const aliases = new Map<string, string>();
  const byShape = Map.groupBy(Object.entries(paths), ([path]) => shapeOf(path));
  for (const spelled of known.keys()) {
    if (Object.hasOwn(paths, spelled)) continue;
    const ofShape = byShape.get(shapeOf(spelled)) ?? [];
    const [only, ...others] = ofShape.filter(([, item]) => takesAny(known, spelled, methodsOf(item)));
    if (only !== undefined && others.length === 0) aliases.set(spelled, only[0]);
  }
  return aliases;
}

const METHODS: readonly string[] = Object.values(httpMethods).map((method) => method.toLowerCase());

/** The methods of a path that become tools, as its keys. */
function methodsOf(item: unknown): string[] {
  return isRecord(item) ? METHODS.filter((method) => isRecord(item[method])) : [];
}

/** A pointer into a document whose paths were spelled anew, as the description has it. */
export function upstreamPointer(pointer: string, spelling: Spelling): string {
  const [, head = '', rest = ''] = /^(\/paths\/[^/]+\/[^/]+)(.*)$/s.exec(pointer) ?? [];
  const upstream = spelling.get(head);
  return upstream === undefined ? pointer : upstream + rest;
}
