import { expect, test } from 'vitest';
import { rowsOf, showComparison } from '../../../bench/compare/show.ts';
import { createFigures } from '../../../bench/measures/figures.ts';
import type { Metric } from '../../../bench/measures/metrics.ts';

const metrics = {
  time: { title: 'time, ms', digits: 1, hasRatio: true, isSampled: true },
  tools: { title: 'tools' },
  bytes: { title: 'bytes' },
} as const satisfies Record<string, Metric>;

function comparison() {
  const figures = createFigures<keyof typeof metrics>();
  for (const sample of [10, 20, 12]) figures.add('floor', 'time', sample);
  for (const sample of [11, 44, 12]) figures.add('ours', 'time', sample);
  figures.add('ours', 'tools', 1231);
  figures.refuse('broken', 'time', new Error('it ended\n with 1'));
  figures.refuse('broken', 'tools', new Error('it ended with 1'));
  return { figures, metrics, contestants: ['floor', 'ours', 'broken'] };
}

test('a table has a column a contestant, ratios to the first, the spread below, and why what is missing is, once', () => {
  expect(showComparison(comparison())).toBe(`          floor  ours         broken
time, ms  12.0   12.0  1.10×  no
tools     –      1,231        no

least–most  floor      ours       broken
time, ms    10.0–20.0  11.0–44.0  –

broken: time, ms; tools: it ended with 1`);
});

test('a ratio is the middle of those turn by turn, as what else the machine did falls on all of a turn', () => {
  const figures = createFigures<'time'>();
  // The second turn was slow for both, and the middles would say 1.5.
  for (const [floor, ours] of [
    [10, 20],
    [40, 80],
    [12, 24],
  ] as const) {
    figures.add('floor', 'time', floor);
    figures.add('ours', 'time', ours);
  }
  const [row] = rowsOf({ figures, metrics: { time: metrics.time }, contestants: ['floor', 'ours'] });
  expect(row?.cells[1]?.ratio).toBe(2);
});

test('what failed once has no figure, whatever was measured before and after', () => {
  const figures = createFigures<'time'>();
  figures.add('ours', 'time', 1);
  figures.refuse('ours', 'time', new Error('gone'));
  figures.add('ours', 'time', 2);
  expect(figures.of('ours', 'time')).toEqual({ why: 'gone' });
});

test('metrics of which nothing is known have no row, and nothing at all no table', () => {
  const figures = createFigures<keyof typeof metrics>();
  expect(showComparison({ figures, metrics, contestants: ['floor'] })).toBe('');
  expect(rowsOf(comparison()).map(({ metric }) => metric.title)).toEqual(['time, ms', 'tools']);
});

test('colours are for terminals', () => {
  expect(showComparison(comparison())).not.toContain('\u001b');
});
