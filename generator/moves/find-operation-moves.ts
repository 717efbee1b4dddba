import { httpMethods } from '../facts/tool-facts.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { shapeOf } from '../text/path-shape.ts';
import { bestOf, contentOf, overlap, wordsOf } from './similar.ts';

/** Where an operation stands: its path as its description spells it, and its method as a key of that. */
export interface OperationPlace {
  readonly path: string;
  readonly method: string;
}

/** An operation that stands elsewhere now. */
export interface OperationMove {
  readonly from: OperationPlace;
  readonly to: OperationPlace;
  /** True where nothing else can be meant: its operationId stands once in both, its place is gone, the other is new. */
  readonly isCertain: boolean;
}

/** An operation and where it stands. */
interface Placed extends OperationPlace {
  readonly operation: Json;
}

/** How alike two operations must be to be taken for one that moved. */
const LEAST = 0.55;

/**
 * The operations that are gone from their place, each with the new place that fits best; none for those that fit no new one.
 * Paths of one shape are one place.
 */
export function findOperationMoves(before: Json, after: Json): OperationMove[] {
  const [old, now] = [operationsIn(before), operationsIn(after)];
  const [oldPlaces, nowPlaces] = [new Set(old.map(placeOf)), new Set(now.map(placeOf))];
  const gone = old.filter((each) => !nowPlaces.has(placeOf(each)));
  const fresh = now.filter((each) => !oldPlaces.has(placeOf(each)));
  const [oldIds, nowIds] = [countIds(old), countIds(now)];
  const isUnique = (id: string): boolean => oldIds.get(id) === 1 && nowIds.get(id) === 1;
  const certain = gone.flatMap((from): OperationMove[] => {
    const id = idOf(from);
    const to = isUnique(id) ? fresh.find((each) => idOf(each) === id) : undefined;
    return to === undefined ? [] : [move(from, to, true)];
  });
  const isTaken = (place: OperationPlace, side: 'from' | 'to'): boolean =>
    certain.some((known) => placeOf(known[side]) === placeOf(place));
  const open = fresh.filter((each) => !isTaken(each, 'to'));
  const likely = gone
    .filter((each) => !isTaken(each, 'from'))
    .flatMap((from): OperationMove[] => {
      const to = bestOf(open, (each) => likeness(from, each), LEAST);
      return to === undefined ? [] : [move(from, to, false)];
    });
  return [...certain, ...likely];
}

/** A place by its shape, the same for each spelling of its parameters. */
export function placeOf({ path, method }: OperationPlace): string {
  return `${method.toUpperCase()} ${shapeOf(path)}`;
}

/** The methods that become tools, as keys of a path. */
export const METHOD_KEYS: readonly string[] = Object.values(httpMethods).map((method) => method.toLowerCase());

/** All operations of a description. */
function operationsIn({ paths }: Json): Placed[] {
  return Object.entries(isRecord(paths) ? paths : {}).flatMap(([path, item]) =>
    METHOD_KEYS.flatMap((method) => {
      const operation = isRecord(item) ? item[method] : undefined;
      return isRecord(operation) ? [{ path, method, operation }] : [];
    }),
  );
}

function move(from: Placed, to: Placed, isCertain: boolean): OperationMove {
  const place = ({ path, method }: Placed): OperationPlace => ({ path, method });
  return { from: place(from), to: place(to), isCertain };
}

function idOf({ operation }: Placed): string {
  return typeof operation.operationId === 'string' ? operation.operationId : '';
}

function countIds(operations: readonly Placed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of operations.map(idOf)) if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** From 0 to 1: what two operations have in common of words, method, tags, arguments and answers. */
function likeness(a: Placed, b: Placed): number {
  const same = (key: string): number => Number(contentOf(a.operation[key]) === contentOf(b.operation[key]));
  return (
    0.4 * overlap(wordsOf(a.path), wordsOf(b.path)) +
    0.15 * overlap(wordsOf(idOf(a)), wordsOf(idOf(b))) +
    0.15 * Number(a.method === b.method) +
    0.1 * same('tags') +
    0.1 * same('requestBody') +
    0.1 * same('responses')
  );
}
