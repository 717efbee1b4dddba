import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSlidingCounter } from '../../../gateway/limits/sliding-counter.ts';

const steps = fc.array(fc.record({ pause: fc.nat(3000), requests: fc.nat(12) }), { maxLength: 40 });

/** A counter, and the times of what it let pass. */
function counting(limit: number, span: number, start = 0) {
  let time = start;
  const counter = createSlidingCounter({ limit, span, uptime: () => time });
  const passed: number[] = [];
  return {
    passed,
    spend: (): number => {
      const wait = counter.spend('key');
      if (wait === 0) passed.push(time);
      return wait;
    },
    pass: (milliseconds: number): void => {
      time += milliseconds;
    },
  };
}

describe('a sliding limit', () => {
  test('never lets more than the limit pass in any span of its length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 50, max: 5000 }),
        fc.nat(5000),
        steps,
        (limit, span, start, all) => {
          const { passed, spend, pass } = counting(limit, span, start);
          for (const { pause, requests } of all) {
            pass(pause);
            for (let count = 0; count < requests; count += 1) spend();
          }
          // Of limit + 1 in a row the last comes a whole span after the first.
          for (const [index, time] of passed.entries()) {
            const before = passed[index - limit];
            if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(span);
          }
        },
      ),
    );
  });

  test('at the edge of what was a window: 100 of 200', () => {
    const { passed, spend, pass } = counting(100, 60_000);
    pass(59_999);
    for (let count = 0; count < 100; count += 1) spend();
    pass(1);
    for (let count = 0; count < 100; count += 1) expect(spend()).toBeGreaterThan(0);
    expect(passed).toHaveLength(100);
  });

  test('says how long to wait: until then nothing passes, and then something does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 50, max: 5000 }), steps, (limit, span, all) => {
        const { spend, pass } = counting(limit, span);
        for (const { pause, requests } of all) {
          pass(pause);
          for (let count = 0; count < requests; count += 1) {
            const wait = spend();
            if (wait === 0) continue;
            expect(wait).toBeLessThanOrEqual(Math.ceil((span * 13) / 12));
            pass(wait - 1);
            expect(spend()).toBe(1);
            pass(1);
            expect(spend()).toBe(0);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('lets twelve thirteenths of the limit pass in the long run, however it is asked', () => {
    const { passed, spend, pass } = counting(60, 60_000);
    for (let second = 0; second < 6000; second += 1) {
      pass(1000);
      for (let count = 0; count < 5; count += 1) spend();
    }
    expect(passed.length).toBeGreaterThanOrEqual((6000 * 12) / 13 - 60);
  });

  test('counts each key for itself, and forgets those that came the longest ago', () => {
    const counter = createSlidingCounter({ limit: 1, span: 1000, uptime: () => 0, mostRemembered: 2 });
    expect([counter.spend('a'), counter.spend('b')]).toEqual([0, 0]);
    expect(counter.spend('a')).toBeGreaterThan(0);
    expect(counter.spend('b')).toBeGreaterThan(0);
    expect(counter.spend('c')).toBe(0);
    expect(counter.spend('b')).toBeGreaterThan(0);
    expect(counter.spend('a')).toBe(0);
  });
});
