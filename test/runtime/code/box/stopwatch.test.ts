import { expect, test } from 'vitest';
import { createStopwatch } from '../../../../runtime/code/box/stopwatch.ts';

const limits = { memory: 0, cpu: 100, wall: 1000 };

/** A stopwatch whose clock a test sets. */
function watched() {
  let time = 5000;
  let turns = 0;
  const stopwatch = createStopwatch(limits, { now: () => time, onTurn: () => (turns += 1) });
  return { stopwatch, turns: () => turns, pass: (milliseconds: number) => (time += milliseconds) };
}

test('computing is measured from turn to turn, not as a whole', () => {
  const { stopwatch, pass } = watched();
  for (let turn = 0; turn < 5; turn += 1) {
    stopwatch.enter();
    pass(99);
    expect(stopwatch.isOver()).toBe(false);
    stopwatch.leave();
  }
  stopwatch.enter();
  pass(100);
  expect(stopwatch.isOver()).toBe(true);
  expect(stopwatch.reached()).toBe('cpu');
});

test('waiting counts to the time as a whole', () => {
  const { stopwatch, pass } = watched();
  pass(990);
  stopwatch.enter();
  expect(stopwatch.isOver()).toBe(false);
  pass(10);
  expect(stopwatch.isOver()).toBe(true);
  expect(stopwatch.reached()).toBe('wall');
});

test('nothing is over while nothing computes', () => {
  const { stopwatch, pass } = watched();
  pass(5000);
  expect(stopwatch.isOver()).toBe(false);
});

test('where the clock stands still, the questions are counted', () => {
  const { stopwatch } = watched();
  stopwatch.enter();
  let asked = 1;
  while (!stopwatch.isOver()) asked += 1;
  expect(asked).toBe(500);
});

test('each turn is told of at its two ends', () => {
  const { stopwatch, turns } = watched();
  stopwatch.enter();
  stopwatch.enter(50);
  expect(turns()).toBe(1);
  stopwatch.leave();
  stopwatch.leave();
  expect(turns()).toBe(2);
});
