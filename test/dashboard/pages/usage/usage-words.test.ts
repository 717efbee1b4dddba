import { expect, test } from 'vitest';
import { sayCalls, sayDuration, sayShare } from '../../../../dashboard/pages/usage/usage-words.ts';

test.each([
  [null, '–'],
  [0, '0 ms'],
  [999.4, '999 ms'],
  [1000, '1 s'],
  [1240, '1.2 s'],
  [31_000, '31 s'],
])('%j milliseconds are said as %j', (milliseconds, said) => {
  expect(sayDuration(milliseconds)).toBe(said);
});

test.each([
  [0, 0, '–'],
  [0, 10, '0%'],
  [1, 100_000, 'under 0.1%'],
  [1, 30, '3.3%'],
  [97, 100, '97%'],
  [5, 5, '100%'],
])('%d of %d is said as %j', (part, whole, said) => {
  expect(sayShare(part, whole)).toBe(said);
});

test('one call is no calls', () => {
  expect([sayCalls(1), sayCalls(0), sayCalls(1200)]).toEqual(['1 call', '0 calls', '1,200 calls']);
});
