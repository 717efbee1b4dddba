import { expect, test } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';

/** Pairs of neighbours at which something changes in a calendar: seconds, minutes, hours, days, weeks, months, years, clocks. */
const MOMENTS = [
  ['a Wednesday at noon', '2026-11-25T12:00:00Z'],
  ['a second later', '2026-11-25T12:00:01Z'],
  ['two minutes later', '2026-11-25T12:02:00Z'],
  ['the last second of an hour', '2026-11-25T12:59:59Z'],
  ['midnight', '2026-11-26T00:00:00Z'],
  ['a Sunday night before Monday', '2026-11-29T23:59:59Z'],
  ['the first of a month', '2026-12-01T00:00:00Z'],
  ['the last second of a year', '2026-12-31T23:59:59Z'],
  ['New Year', '2027-01-01T00:00:00Z'],
  ['the hour that summer time leaves out in Dublin', '2027-03-28T01:00:00Z'],
  ['the hour that Dublin has twice', '2026-10-25T00:30:00Z'],
  ['leap day', '2028-02-29T12:00:00Z'],
  ['another year', '2031-07-06T03:14:15Z'],
] as const;

function at(moment: string): number {
  return Date.parse(moment);
}

/** Any value with the times in it told as seconds from `start`; a day without a time as days. */
function relative(value: unknown, start: number): unknown {
  if (Array.isArray(value)) return value.map((part) => relative(part, start));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      // What an example of somebody's answer holds is a constant.
      Object.entries(value).map(([key, part]) => [key, key === 'example_value' ? part : relative(part, start)]),
    );
  if (typeof value === 'number' && Math.abs(value - start) < NEAR) return { seconds: value - start };
  if (typeof value !== 'string' || !ISO.test(value)) return value;
  const seconds = Date.parse(value) / 1000;
  if (Math.abs(seconds - start) > NEAR) return value;
  return value.length > 10
    ? { seconds: seconds - start }
    : { days: Math.floor(seconds / DAY) - Math.floor(start / DAY) };
}

const DAY = 86_400;
const NEAR = 1500 * DAY;
const ISO = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;

function stateOf(sandbox: Sandbox, moment: string): unknown {
  return relative(sandbox.snapshot(), at(moment) / 1000);
}

function stateAt(moment: string, options: SandboxOptions = {}): unknown {
  return stateOf(createSandbox({ ...options, now: () => at(moment) }), moment);
}

const first = MOMENTS[0][1];

/** As `toEqual`, which takes seconds for a whole workspace; used where there is a difference to show. */
function expectSame(state: unknown, expected: unknown): void {
  if (JSON.stringify(state) !== JSON.stringify(expected)) expect(state).toEqual(expected);
}

test.each(MOMENTS)('%s, the same seed gives the same data', (_name, moment) => {
  expectSame(stateAt(moment), stateAt(first));
});

test.each([
  ['another seed', { seed: 7 }],
  ['a larger workspace', { scale: 2 }],
  ['a smaller one', { scale: 0.1 }],
] as const)('%s does not look at the clock either', (_name, options) => {
  const usual = stateAt(first, options);
  for (const [, moment] of MOMENTS.slice(-5)) expectSame(stateAt(moment, options), usual);
});

test('a reset at another time gives the data that a start at that time gives', () => {
  for (const [, moment] of MOMENTS.slice(-3)) {
    let now = at(first);
    const sandbox = createSandbox({ now: () => now });
    now = at(moment);
    sandbox.reset();
    expect(sandbox.changes()).toEqual([]);
    expectSame(sandbox.snapshot(), createSandbox({ now: () => now }).snapshot());
  }
});

test('a fraction of a second has no part in it', () => {
  const fraction = createSandbox({ now: () => at(first) + 999 });
  expectSame(stateOf(fraction, first), stateAt(first));
});

test('what is compared here would tell a difference', () => {
  expect(stateAt(first, { seed: 2 })).not.toEqual(stateAt(first));
  expect(createSandbox({ now: () => at(MOMENTS[1][1]) }).snapshot()).not.toEqual(
    createSandbox({ now: () => at(first) }).snapshot(),
  );
  const text = JSON.stringify(stateAt(first));
  // All times are told relative to the start.
  expect(text).not.toMatch(/"(\w+_)?at":1[5-9]\d{8}|"(\w+_since|until)":1[5-9]\d{8}/);
});
