import { expect, test } from 'vitest';
import type { Step } from '../../../bench/tasks/record.ts';
import { compare, report } from '../../../bench/tasks/report.ts';

const nothing = { problems: [], wrongWrites: [] };

/** Two tasks: one solved by two calls of which one failed, one with a wrong write. */
const first: readonly Step[] = [
  { task: 'count', step: 'begin', list: 1000 },
  { task: 'count', step: 'call', tool: 'execute', failed: true, written: 30, read: 10 },
  { task: 'count', step: 'call', tool: 'execute', failed: false, written: 20, read: 40 },
  { task: 'count', step: 'end', ...nothing },
  { task: 'refund', step: 'begin', list: 1000 },
  { task: 'refund', step: 'call', tool: 'execute', failed: false, written: 50, read: 50 },
  { task: 'refund', step: 'end', problems: [], wrongWrites: ['contacts 1', 'tickets new'] },
];

test('a row a task, and one of all, with the list read by each task and once', () => {
  const rows = report(first).split('\n').map(cells);
  expect(rows).toEqual([
    [
      'task',
      'runs',
      'solved',
      'wrong writes',
      'calls',
      'failed',
      'list',
      'list once',
      'written',
      'read',
      'sum',
      'sum, list once',
    ],
    ['count', '1', '1', '0', '2', '1', '1000', '1000', '50', '50', '1100', '1100'],
    ['refund', '1', '0', '2', '1', '0', '1000', '1000', '50', '50', '1100', '1100'],
    ['all', '2', '1', '2', '3', '1', '2000', '1000', '100', '100', '2200', '1200'],
  ]);
});

test('a task that was begun and never ended is not solved', () => {
  expect(cells(report([{ task: 'count', step: 'begin', list: 5 }]).split('\n')[1] ?? '').slice(0, 3)).toEqual([
    'count',
    '1',
    '0',
  ]);
});

test('a column a record, and its ratio to the first by the run, so that more runs do not look dearer', () => {
  const half: readonly Step[] = [
    { task: 'count', step: 'begin', list: 500 },
    { task: 'count', step: 'call', tool: 'run_code', failed: false, written: 20, read: 30 },
    { task: 'count', step: 'end', ...nothing },
  ];
  const rows = compare([
    { name: 'neighbour', steps: first },
    { name: 'ours', steps: [...half, ...half, ...half, ...half] },
  ])
    .split('\n')
    .map(cells);
  expect(rows).toContainEqual(['neighbour', 'ours', '/ neighbour']);
  expect(rows).toContainEqual(['calls', '3', '4', '0.67']);
  expect(rows).toContainEqual(['sum', '2200', '2200', '0.50']);
  expect(rows).toContainEqual(['wrong writes', '2', '0', '0.00']);
  expect(rows).toContainEqual(['count', '1/1 in 2', '4/4 in 4']);
  expect(rows).toContainEqual(['refund', '0/1 in 1', '0/0 in 0']);
});

test('nothing by nothing is no ratio', () => {
  const idle: readonly Step[] = [{ task: 'count', step: 'begin', list: 1 }];
  const rows = compare([
    { name: 'a', steps: idle },
    { name: 'b', steps: idle },
  ]);
  expect(rows.split('\n').map(cells)).toContainEqual(['calls', '0', '0', '-']);
});

function cells(row: string): readonly string[] {
  return row.trim().split(/ {2,}/);
}
