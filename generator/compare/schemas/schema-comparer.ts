import type { Json } from '../../json/json-schema.ts';
import { compareShapes } from './compare-shapes.ts';
import type { Difference, Found, Step } from './difference.ts';
import type { ShapeReader } from './read-shape.ts';

/** A schema and what it was, compared once, however many others hold them. */
interface Pair {
  readonly before: Json;
  readonly after: Json;
  differences: readonly Difference[];
  inside: readonly { readonly step: Step; readonly pair: Pair }[];
  readonly holders: Set<Pair>;
  /** Whether there is a difference in it or anywhere inside. */
  differs: boolean;
}

/** Compares schemas of two descriptions to the bottom; recursive ones end. */
export type SchemaComparer = (before: unknown, after: unknown) => readonly Found[];

/**
 * A comparer that remembers every pair of schemas, so that a description costs what it is long, and not what its schemas
 * are written out. Each difference is found once in a pair, at the place with the fewest steps.
 */
export function schemaComparer(readers: { readonly before: ShapeReader; readonly after: ShapeReader }): SchemaComparer {
  const pairs = new Map<Json, Map<Json, Pair>>();
  const fresh: Pair[] = [];

  function pairOf(before: unknown, after: unknown): Pair {
    const [old, now] = [readers.before.resolve(before), readers.after.resolve(after)];
    const ofOld = pairs.get(old) ?? new Map<Json, Pair>();
    pairs.set(old, ofOld);
    const known = ofOld.get(now);
    if (known) return known;
    const pair: Pair = { before: old, after: now, differences: [], inside: [], holders: new Set(), differs: false };
    ofOld.set(now, pair);
    fresh.push(pair);
    return pair;
  }

  function compareFresh(): void {
    for (let pair = fresh.pop(); pair !== undefined; pair = fresh.pop()) {
      const { differences, inside } = compareShapes([pair.before, pair.after], readers);
      pair.differences = differences;
      if (differences.length > 0) mark(pair);
      const parts = inside.map(({ step, before, after }) => ({ step, pair: pairOf(before, after) }));
      pair.inside = parts;
      for (const part of parts) {
        part.pair.holders.add(pair);
        if (part.pair.differs) mark(pair);
      }
    }
  }

  return (before, after) => {
    const root = pairOf(before, after);
    compareFresh();
    return root.differs ? collect(root) : [];
  };
}

/** Notes that a pair differs, and all that hold it. */
function mark(pair: Pair): void {
  const open = [pair];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.differs) continue;
    next.differs = true;
    open.push(...next.holders);
  }
}

interface Reached {
  readonly pair: Pair;
  readonly from: Reached | undefined;
  readonly step: Step | undefined;
}

function collect(root: Pair): Found[] {
  const found: Found[] = [];
  const seen = new Set([root]);
  const queue: Reached[] = [{ pair: root, from: undefined, step: undefined }];
  // The list grows while it is walked: the nearest first.
  for (const reached of queue) {
    const { differences, inside } = reached.pair;
    if (differences.length > 0) {
      const steps = stepsTo(reached);
      found.push(...differences.map((difference) => ({ steps, difference })));
    }
    for (const { step, pair } of inside) {
      if (!pair.differs || seen.has(pair)) continue;
      seen.add(pair);
      queue.push({ pair, from: reached, step });
    }
  }
  return found;
}

function stepsTo(reached: Reached): Step[] {
  const steps: Step[] = [];
  for (let here: Reached | undefined = reached; here?.step !== undefined; here = here.from) steps.push(here.step);
  return steps.reverse();
}
