import { pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { entryName, namedSteps, pathsOfTarget, withEntryName, withNames } from '../load/overlay-target.ts';
import type { TargetName } from '../load/plain-target.ts';
import { shapeOf } from '../text/path-shape.ts';
import type { Moves } from './find-moves.ts';
import { METHOD_KEYS } from './find-operation-moves.ts';
import { movedTarget } from './move-target.ts';
import { bestOf, contentOf, overlap, wordsOf } from './similar.ts';

/** What a target is looked for with. */
export interface Suggesting {
  readonly moves: Moves;
  /** The description that the target was written for, without overlays; none where it is not known. */
  readonly before: Json | undefined;
  readonly after: Json;
}

/** How alike two paths or names must be where nothing else tells that they are one. */
const LEAST = 0.5;

/** The target that most likely stands for one that matches nothing any more; undefined where there is none. */
export function suggestTarget(target: string, { moves, before, after }: Suggesting): string | undefined {
  const moved = before && movedTarget(target, { moves, before, spellings: new Map() });
  if (moved !== undefined) return moved;
  const inPaths = pathsOfTarget(target);
  const [path] = inPaths?.paths ?? [];
  const isOnePath = inPaths?.paths.length === 1 && path !== undefined;
  const there = isOnePath ? spelledIn(after, path.name) : undefined;
  if (isOnePath && there === undefined) {
    const isGone = before !== undefined && spelledIn(before, path.name) !== undefined;
    return isGone ? undefined : likelyPath(target, { path, keys: inPaths.keys, after });
  }
  const spelled = there === undefined || path === undefined ? target : withNames(target, new Map([[path, there]]));
  const old = there === undefined || before === undefined ? before : withPath(before, there);
  const named = parameterName(spelled, old, after) ?? stepName(spelled, old, after);
  return named === undefined || path === undefined || there === undefined ? named : named.replace(there, path.name);
}

/** A path of the description by its shape. */
function spelledIn({ paths }: Json, path: string): string | undefined {
  if (!isRecord(paths)) return undefined;
  return Object.hasOwn(paths, path) ? path : Object.keys(paths).find((each) => shapeOf(each) === shapeOf(path));
}

/** A description whose path of this shape is spelled so. */
function withPath(document: Json, path: string): Json {
  const own = spelledIn(document, path);
  if (own === undefined || own === path || !isRecord(document.paths)) return document;
  return { ...document, paths: { ...document.paths, [path]: document.paths[own] } };
}

/** The path whose words are most alike and that has the operations of the target. */
function likelyPath(
  target: string,
  { path, keys, after }: { path: TargetName; keys: readonly TargetName[] | undefined; after: Json },
): string | undefined {
  const methods = (keys ?? []).map(({ name }) => name).filter((name) => METHOD_KEYS.includes(name));
  const candidates = Object.entries(isRecord(after.paths) ? after.paths : {}).filter(
    ([, item]) => isRecord(item) && methods.every((method) => isRecord(item[method])),
  );
  const words = wordsOf(path.name);
  const best = bestOf(candidates, ([each]) => overlap(words, wordsOf(each)), LEAST);
  return best === undefined ? undefined : withNames(target, new Map([[path, best[0]]]));
}

/** The target with the name of the parameter, or of the field of a search, that most likely took another's place. */
function parameterName(target: string, before: Json | undefined, after: Json): string | undefined {
  const name = entryName(target);
  if (name === undefined) return undefined;
  const place = pointerTo(namedSteps(target).map(([step]) => step?.name ?? ''));
  const [old, now] = [entriesIn(before, place), entriesIn(after, place)];
  if (now.has(name)) return undefined;
  const fresh = new Map([...now].filter(([each]) => !old.has(each)));
  const other = before === undefined ? likelyName(name, fresh) : successor(name, { was: old.get(name), fresh });
  return other === undefined ? undefined : withEntryName(target, other);
}

/** The entries of a list that have a name, by it, references of parameters followed. */
function entriesIn(document: Json | undefined, place: string): ReadonlyMap<string, unknown> {
  const list = valueAt(document, place);
  return new Map(
    (Array.isArray(list) ? list : []).flatMap((entry: unknown): [string, unknown][] => {
      const target = isRecord(entry) && typeof entry.$ref === 'string' ? valueAt(document, entry.$ref) : entry;
      if (!isRecord(target) || typeof target.name !== 'string') return [];
      const { name, ...rest } = target;
      return [[name, rest]];
    }),
  );
}

/** The target with the first of its names that is gone replaced by what most likely took its place. */
function stepName(target: string, before: Json | undefined, after: Json): string | undefined {
  const steps = namedSteps(target);
  for (const [at, names] of steps.entries()) {
    const place = pointerTo(steps.slice(0, at).map(([step]) => step?.name ?? ''));
    const [old, now] = [valueAt(before, place), valueAt(after, place)];
    if (!isRecord(now)) return undefined;
    const gone = names.find(({ name }) => !Object.hasOwn(now, name));
    if (gone !== undefined) {
      const known = isRecord(old) ? old : {};
      const fresh = new Map(Object.entries(now).filter(([name]) => !Object.hasOwn(known, name)));
      const other =
        before === undefined ? likelyName(gone.name, fresh) : successor(gone.name, { was: known[gone.name], fresh });
      return other === undefined ? undefined : withNames(target, new Map([[gone, other]]));
    }
    if (names.length > 1) return undefined;
  }
  return undefined;
}

/** What took the place of a name: the only new one of the same content, or else the most alike of the same type. */
function successor(
  name: string,
  { was, fresh }: { was: unknown; fresh: ReadonlyMap<string, unknown> },
): string | undefined {
  const same = [...fresh].filter(([, value]) => contentOf(value) === contentOf(was)).map(([each]) => each);
  if (same.length === 1) return same[0];
  const typed = [...fresh].filter(([, value]) => typeOf(value) === typeOf(was));
  return likelyName(name, new Map(typed)) ?? (typed.length === 1 && fresh.size === 1 ? typed[0]?.[0] : undefined);
}

function likelyName(name: string, candidates: ReadonlyMap<string, unknown>): string | undefined {
  return bestOf([...candidates.keys()], (each) => overlap(wordsOf(name), wordsOf(each)), LEAST);
}

function typeOf(value: unknown): unknown {
  if (!isRecord(value)) return typeof value;
  const schema = isRecord(value.schema) ? value.schema : value;
  return schema.type ?? schema.$ref;
}
