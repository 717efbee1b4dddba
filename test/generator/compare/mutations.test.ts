import { beforeAll, describe, expect, test } from 'vitest';
import { editKinds } from './support/edit-kinds.ts';
import type { Contract } from './support/edits.ts';
import { readContract, runKind } from './support/run-kinds.ts';

/** Few of each here; `node test/generator/compare/support/mutations.ts --instances 100` makes many. */
const count = 1;
const seed = 20_261_129;

describe('a report names an edit of the contract, with its weight, and nothing else', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await readContract();
  });

  test('there are kinds enough, each called once', () => {
    const names = editKinds.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(200);
  });

  test.each(editKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const { instances, faults } = runKind(contract, kind, { count, seed, most: 8 });
    expect(instances, 'the contract has no place for it').toBe(count);
    expect(faults, `seed ${seed}`).toEqual([]);
  });
});
