import { expect, test } from 'vitest';
import { expectLinear } from './expect-linear.ts';

test('tells work in proportion to the square from work in proportion to the size', () => {
  // A run of spaces that nothing ends is looked at from each of its characters.
  const trim = (size: number) => () => / +$/.exec(`${' '.repeat(size)}x`);
  expect(() => expectLinear(4_000, trim)).toThrow();
  expectLinear(4_000, (size) => () => `${' '.repeat(size)}x`.trimEnd());
});
