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

/** An operation, where it stands, and what is compared of it: read once, since each is compared with many. */
interface Placed extends OperationPlace {
  readonly id: string;
  readonly words: ReadonlySet<string>;
  readonly idWords: ReadonlySet<string>;
  /** Its tags, its body and its answers as text. */
  readonly contents: readonly string[];
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
    const to = isUnique(from.id) ? fresh.find(({ id }) => id === from.id) : undefined;
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
      return isRecord(operation) ? [placed({ path, method }, operation)] : [];
    }),
  );
}

function placed(place: OperationPlace, operation: Json): Placed {
  const { operationId, tags, requestBody, responses } = operation;
  const id = typeof operationId === 'string' ? operationId : '';
  return {
    ...place,
    id,
    words: wordsOf(place.path),
    idWords: wordsOf(id),
    contents: [tags, requestBody, responses].map(contentOf),
  };
}

function move(from: Placed, to: Placed, isCertain: boolean): OperationMove {
  const place = ({ path, method }: Placed): OperationPlace => ({ path, method });
  return { from: place(from), to: place(to), isCertain };
}

function countIds(operations: readonly Placed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of operations) if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** From 0 to 1: what two operations have in common of words, method, tags, arguments and answers. */
function likeness(a: Placed, b: Placed): number {
  const same = a.contents.filter((content, at) => content === b.contents[at]).length;
  return (
    0.4 * overlap(a.words, b.words) +
    0.15 * overlap(a.idWords, b.idWords) +
    0.15 * Number(a.method === b.method) +
    0.1 * same
  );
}
