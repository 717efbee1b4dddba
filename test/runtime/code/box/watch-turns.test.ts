import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTurns } from '../../../../runtime/code/box/watch-turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { memory: 0, cpu: 1000, wall: 10_000 };

/** A thread whose turns a test sets, and what was told of it. */
function watched() {
  let turns = 0;
  const told: string[] = [];
  const stop = watchTurns(
    () => turns,
    limits,
    (limit) => told.push(limit),
  );
  return { told, stop, turn: () => (turns += 1) };
}

test('one turn that lasts too long is told of, soon after its time and once', () => {
  const { told, turn } = watched();
  turn();
  vi.advanceTimersByTime(1100);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(75);
  expect(told).toEqual(['cpu']);
  vi.advanceTimersByTime(20_000);
  expect(told).toEqual(['cpu']);
});

test('many turns are not', () => {
  const { told, turn, stop } = watched();
  for (let i = 0; i < 20; i += 1) {
    turn();
    vi.advanceTimersByTime(450);
  }
  expect(told).toEqual([]);
  stop();
});

test('waiting ends with the time as a whole', () => {
  const { told } = watched();
  vi.advanceTimersByTime(10_100);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(75);
  expect(told).toEqual(['wall']);
});

test('nothing is told once nobody watches', () => {
  const { told, stop } = watched();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});
