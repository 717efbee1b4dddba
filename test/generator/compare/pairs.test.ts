import { beforeAll, describe, expect, test } from 'vitest';
import { type Base, readBase } from './support/base.ts';
import type { Contract } from './support/edits.ts';
import { judgePair, pairsOf } from './support/pairs.ts';
import { contractOf } from './support/run-kinds.ts';

describe('the report of two edits is both reports', () => {
  let base: Base;
  let contract: Contract;
  beforeAll(async () => {
    base = await readBase();
    contract = contractOf(base);
  });

  test('fifty pairs of edits at different places', () => {
    const seed = 7;
    const pairs = pairsOf(contract, { count: 50, seed });
    expect(pairs).toHaveLength(50);
    expect(
      pairs.flatMap((pair) => judgePair(base, pair)),
      `seed ${seed}`,
    ).toEqual([]);
  });
});
