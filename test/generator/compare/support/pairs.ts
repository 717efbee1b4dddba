import type { Change } from '../../../../generator/compare/change.ts';
import { createRandom } from '../../../../sandbox/store/random.ts';
import { editKinds } from './edit-kinds.ts';
import type { Contract, Edit } from './edits.ts';
import { makeEdits } from './judge-edit.ts';
import { instancesOf } from './run-kinds.ts';

/** Two edits that do not touch the same place. */
export type Pair = readonly [Edit, Edit];

/** Tools that an edit reaches: one of what all tools answer takes the time of a hundred others. */
const most = 8;

/** Pairs of edits of any kinds at any places, the same for the same seed. */
export function pairsOf(contract: Contract, { count, seed }: { count: number; seed: number }): Pair[] {
  const random = createRandom(seed);
  const pairs: Pair[] = [];
  const kinds = editKinds.filter(({ name }) => !name.startsWith('neutral: '));
  for (let tries = 0; pairs.length < count && tries < count * 20; tries += 1) {
    const [first, second] = [0, 1].map(() => {
      const [edit] = instancesOf(contract, random.pick(kinds), { count: 1, seed: random.between(1, 1e9), most });
      return edit;
    });
    if (first && second && areApart(first, second)) pairs.push([first, second]);
  }
  return pairs;
}

/** The part of the description that an edit is made in: an operation, a schema, or what is of all. */
function roomOf({ what }: Edit): string | undefined {
  return /(^connection|\/paths\/[^/]+|\/components\/[^/]+\/[^/ :]+)/.exec(what)?.[1];
}

/** In different operations and schemas, and no tool has the place of one below the place of the other. */
function areApart(first: Edit, second: Edit): boolean {
  if (roomOf(first) === roomOf(second) || isBelowPath(first, second) || isBelowPath(second, first)) return false;
  return !first.expected.some((one) =>
    second.expected.some((other) => one.operation === other.operation && meet(one.places, other.places)),
  );
}

/** An edit of a whole operation, and one that reaches its tool. */
function isBelowPath({ expected, operations = [] }: Edit, { operations: others = [] }: Edit): boolean {
  return (
    expected.some(({ places }) => places.has('\u0000')) && operations.some((operation) => others.includes(operation))
  );
}

function meet(places: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (places.has('\u0000') || others.has('\u0000')) return true;
  return [...places].some((place) => [...others].some((other) => place.startsWith(other) || other.startsWith(place)));
}

/** What the report of both edits has that neither report has, and what it lacks; one line each. */
export function judgePair(contract: Contract, pair: Pair): string[] {
  const [first, second] = pair.map((edit) => linesOf(made(contract, pair, [edit])));
  const both = linesOf(made(contract, pair, pair));
  const each = new Set([...(first ?? []), ...(second ?? [])]);
  const what = pair.map((edit) => edit.what).join(' and ');
  return [
    ...[...each].filter((line) => !both.has(line)).map((line) => `${what}: lacks ${line}`),
    ...[...both].filter((line) => !each.has(line)).map((line) => `${what}: has ${line}`),
  ];
}

/** The report of some edits of a pair, in the part of the document that both reach. */
function made(contract: Contract, pair: Pair, edits: readonly Edit[]): readonly Change[] {
  const idle = pair.filter((edit) => !edits.includes(edit)).map((edit) => ({ ...edit, apply: () => {} }));
  return makeEdits(contract, [...edits, ...idle]).changes;
}

/** Without what is of all tools together. */
function linesOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes
      .filter(({ kind }) => kind !== 'tokens')
      .map(({ kind, label, tool, operation, place, message }) =>
        [kind, label, tool, operation, place, message].join(' | '),
      ),
  );
}
