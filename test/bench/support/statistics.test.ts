import { expect, test } from 'vitest';
import { median, quantile, summarize } from '../../../bench/support/statistics.ts';

test.each([
  [[3], 0.5, 3],
  [[2, 1], 0.5, 2],
  [[5, 1, 3], 0.5, 3],
  [[4, 3, 2, 1], 0, 1],
  [[4, 3, 2, 1], 1, 4],
  [Array.from({ length: 100 }, (_, index) => index), 0.99, 99],
  [[10, 9, 100], 0.5, 10],
])('the quantile of %j at %d is %d: numbers are sorted as numbers', (samples, part, expected) => {
  expect(quantile(samples, part)).toBe(expected);
});

test('nothing measured is no number', () => {
  expect(median([])).toBeNaN();
});

test('samples are not changed by being summarized', () => {
  const samples = [3, 1, 2];
  expect(summarize(samples)).toEqual({ median: 2, least: 1, most: 3, count: 3 });
  expect(samples).toEqual([3, 1, 2]);
});
