import { expect, test } from 'vitest';
import { expectLinear } from './expect-linear.ts';

test('tells work in proportion to the square from work in proportion to the size', () => {
  // A run of spaces that nothing ends is looked at from each of its characters; so many that a fast machine needs long enough, too.
  const trim = (size: number) => () => / +$/.exec(`${' '.repeat(size)}x`);
  expect(() => expectLinear(8_000, trim)).toThrow();
  expectLinear(8_000, (size) => () => `${' '.repeat(size)}x`.trimEnd());
});
