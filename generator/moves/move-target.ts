import { isRecord, type Json } from '../json/json-schema.ts';
import { namedSteps, pathsOfTarget, type TargetPaths, withNames } from '../load/overlay-target.ts';
import type { TargetName } from '../load/plain-target.ts';
import { shapeOf } from '../text/path-shape.ts';
import type { Moves } from './find-moves.ts';
import { METHOD_KEYS, type OperationMove, type OperationPlace, placeOf } from './find-operation-moves.ts';

/** What a target is moved by. */
export interface Moving {
  readonly moves: Moves;
  /** The description that the target was written for, without overlays. */
  readonly before: Json;
  /** The overlays' own spelling of a new path, by its shape. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** The target of an overlay where what it names stands now; undefined where nothing moved, or where no one target is left. */
export function movedTarget(target: string, moving: Moving): string | undefined {
  const replacements = replacementsOf(target, moving);
  return replacements === undefined || replacements.size === 0 ? undefined : withNames(target, replacements);
}

type Replacements = Map<TargetName, string>;

function replacementsOf(target: string, moving: Moving): Replacements | undefined {
  const inPaths = pathsOfTarget(target);
  return inPaths === undefined ? schemaReplacements(target, moving) : pathReplacements(inPaths, moving);
}

function schemaReplacements(target: string, { moves: { schemas } }: Moving): Replacements {
  const [components, kind, names = []] = namedSteps(target);
  const isSchema = components?.[0]?.name === 'components' && kind?.length === 1 && kind[0]?.name === 'schemas';
  const moved = isSchema ? names : [];
  return new Map(
    moved.flatMap((each): [TargetName, string][] => {
      const move = schemas.find(({ from }) => from === each.name);
      return move === undefined ? [] : [[each, move.to]];
    }),
  );
}

/** Undefined where the operations of a target went to several places, which no one target names. */
function pathReplacements({ paths, keys }: TargetPaths, moving: Moving): Replacements | undefined {
  const replacements: Replacements = new Map();
  for (const path of paths) {
    const places = placesOf(path.name, keys, moving.before);
    const moves = places.map((place) => moveOf(place, moving.moves.operations));
    if (moves.every((move) => move === undefined)) continue;
    const [first] = moves;
    const isOne = moves.every((move) => move !== undefined && move.to.path === first?.to.path);
    if (first === undefined || !isOne) return undefined;
    const to = moving.spellings.get(shapeOf(first.to.path)) ?? first.to.path;
    if (shapeOf(to) !== shapeOf(path.name)) replacements.set(path, to);
    const changed = moves.filter((move) => move !== undefined && move.from.method !== move.to.method);
    if (changed.length === 0) continue;
    const [key, ...otherKeys] = keys ?? [];
    if (key === undefined || otherKeys.length > 0 || paths.length > 1) return undefined;
    replacements.set(key, first.to.method);
  }
  return replacements;
}

function moveOf(place: OperationPlace, moves: readonly OperationMove[]): OperationMove | undefined {
  return moves.find(({ from }) => placeOf(from) === placeOf(place));
}

/** The operations of a path that a target is about, as the description before had them. */
function placesOf(path: string, keys: TargetPaths['keys'], { paths }: Json): OperationPlace[] {
  const wanted = keys?.map(({ name }) => name).filter((name) => METHOD_KEYS.includes(name));
  return Object.entries(isRecord(paths) ? paths : {})
    .filter(([each]) => shapeOf(each) === shapeOf(path))
    .flatMap(([, item]) => METHOD_KEYS.filter((method) => isRecord(item) && isRecord(item[method])))
    .filter((method) => wanted === undefined || wanted.length === 0 || wanted.includes(method))
    .map((method) => ({ path, method }));
}
