import { describe, expect, test } from 'vitest';
import { createSweepTime, type Hesitation } from '../../../gateway/clock/sweep-time.ts';
import { NOON } from '../support/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A gateway's clock, and what it may clear away by it. */
function gateway({ latest }: { latest?: number } = {}) {
  let passed = 0;
  let time = NOON;
  let kept = latest;
  const hesitations: Hesitation[] = [];
  const start = () =>
    createSweepTime({
      now: () => time,
      uptime: () => passed,
      sweeps: {
        latest: async () => kept,
        keep: async (until) => {
          kept = until;
        },
      },
      onHesitation: (hesitation) => hesitations.push(hesitation),
    });
  let started = start();
  return {
    hesitations,
    started: () => started,
    kept: () => kept,
    /** The time up to which is cleared away, after noon. */
    sweep: async () => (await (await started)()) - NOON,
    pass: (milliseconds: number) => {
      passed += milliseconds;
      time += milliseconds;
    },
    set: (by: number) => {
      time += by;
    },
    restart: () => {
      passed = 0;
      started = start();
    },
  };
}

describe('what is over is cleared away', () => {
  test('up to now, while the clock goes on as time does', async () => {
    const { sweep, pass, hesitations, kept } = gateway();
    expect(await sweep()).toBe(0);
    pass(10_000);
    expect(await sweep()).toBe(10_000);
    pass(5 * HOUR);
    expect(await sweep()).toBe(10_000 + 5 * HOUR);
    expect([kept(), hesitations]).toEqual([NOON + 10_000 + 5 * HOUR, []]);
  });

  test.each([2 * MINUTE, 2 * HOUR, 10_000 * HOUR])(
    'not up to a time to which the clock jumped (%d ms), until it has gone on from there for a quarter of an hour',
    async (jump) => {
      const { sweep, pass, set, hesitations } = gateway();
      await sweep();
      set(jump);
      expect(await sweep()).toBe(0);
      for (let minute = 1; minute < 15; minute += 1) {
        pass(MINUTE);
        expect(await sweep()).toBe(minute * MINUTE);
      }
      expect(hesitations).toEqual([{ ahead: jump, isStart: false }]);
      pass(MINUTE);
      expect(await sweep()).toBe(15 * MINUTE + jump);
      pass(MINUTE);
      expect(await sweep()).toBe(16 * MINUTE + jump);
      expect(hesitations).toHaveLength(1);
    },
  );

  test('as if nothing had been, where the clock is put right in between', async () => {
    const { sweep, pass, set, hesitations } = gateway();
    await sweep();
    for (let time = 0; time < 3; time += 1) {
      set(2 * HOUR);
      await sweep();
      pass(10 * MINUTE);
      expect(await sweep()).toBe((time + 1) * 10 * MINUTE);
      set(-2 * HOUR);
      expect(await sweep()).toBe((time + 1) * 10 * MINUTE);
    }
    expect(hesitations).toHaveLength(3);
  });

  test('later where a clock jumps again and again: each jump begins the quarter of an hour anew', async () => {
    const { sweep, pass, set, hesitations } = gateway();
    await sweep();
    for (let time = 1; time < 6; time += 1) {
      set(HOUR);
      await sweep();
      pass(14 * MINUTE);
      expect(await sweep()).toBe(time * 14 * MINUTE);
    }
    expect(hesitations).toHaveLength(5);
  });

  test('up to an earlier time at once where the clock steps back', async () => {
    const { sweep, set, pass, hesitations } = gateway();
    await sweep();
    set(-5 * HOUR);
    expect(await sweep()).toBe(-5 * HOUR);
    pass(1000);
    expect(await sweep()).toBe(1000 - 5 * HOUR);
    expect(hesitations).toEqual([]);
    // And not forward again without a word.
    set(5 * HOUR);
    expect(await sweep()).toBe(1000 - 5 * HOUR);
    expect(hesitations).toHaveLength(1);
  });

  test('after a start as before it: what was cleared away last is known to every process', async () => {
    const { sweep, set, pass, restart, hesitations } = gateway({ latest: NOON - 5000 });
    expect(await sweep()).toBe(0);
    set(2 * HOUR);
    restart();
    expect(await sweep()).toBe(0);
    pass(10 * MINUTE);
    await sweep();
    restart();
    expect(await sweep()).toBe(10 * MINUTE);
    expect(hesitations).toEqual([
      { ahead: 2 * HOUR, isStart: true },
      { ahead: 2 * HOUR, isStart: true },
    ]);
    pass(15 * MINUTE);
    expect(await sweep()).toBe(2 * HOUR + 25 * MINUTE);
  });

  test('as if it had not been, where a clock is wrong between a start and the first clearing', async () => {
    const { sweep, set, started, hesitations } = gateway();
    await started();
    set(2 * HOUR);
    expect(await sweep()).toBe(0);
    expect(hesitations).toEqual([{ ahead: 2 * HOUR, isStart: false }]);
  });

  test('after a start with a clock that is behind, up to what that says', async () => {
    const { sweep, hesitations } = gateway({ latest: NOON + HOUR });
    expect(await sweep()).toBe(0);
    expect(hesitations).toEqual([]);
  });
});
