import { beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from './support/edits.ts';
import { judgePair, pairsOf } from './support/pairs.ts';
import { readContract } from './support/run-kinds.ts';

describe('the report of two edits is both reports', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await readContract();
  });

  test('twenty pairs of edits at different places', () => {
    const seed = 7;
    const pairs = pairsOf(contract, { count: 20, seed });
    expect(pairs).toHaveLength(20);
    expect(
      pairs.flatMap((pair) => judgePair(contract, pair)),
      `seed ${seed}`,
    ).toEqual([]);
  });
});
