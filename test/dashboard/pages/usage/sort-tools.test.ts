import { expect, test } from 'vitest';
import { readSort, sortTools, type ToolUse, writeSort } from '../../../../dashboard/pages/usage/sort-tools.ts';

function row(tool: string, calls: number, p95_ms: number | null): ToolUse {
  return { tool, calls, errors: 0, p50_ms: null, p95_ms, p99_ms: null, periods: [] };
}

const ROWS = [row('b', 5, 10), row('a', 5, null), row('c', 9, 30)];

test.each([
  [null, ['c', 'a', 'b']],
  ['-calls', ['c', 'a', 'b']],
  ['calls', ['a', 'b', 'c']],
  // What has no latency comes last in either direction.
  ['p95', ['b', 'c', 'a']],
  ['-p95', ['c', 'b', 'a']],
  ['__proto__', ['c', 'a', 'b']],
])('sort=%s', (text, order) => {
  expect(sortTools(ROWS, readSort(text)).map(({ tool }) => tool)).toEqual(order);
});

test('what an address says is written as it is read, and the usual order not at all', () => {
  expect(['p50', '-errors', 'calls', '-calls', null].map((text) => writeSort(readSort(text)))).toEqual([
    ...['p50', '-errors', 'calls', undefined, undefined],
  ]);
});
