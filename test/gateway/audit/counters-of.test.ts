import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countersOf } from '../../../gateway/audit/counters-of.ts';
import { latencyBuckets } from '../../../gateway/store/contract/counters.ts';
import { anEntry } from '../store/support/rows.ts';
import { NOON } from '../support/rows.ts';

test('a call is counted for the gateway, its account and its server, by hour, day and month', () => {
  const counted = countersOf([
    anEntry('1', { latency_ms: 12 }),
    anEntry('2', { latency_ms: 10 }),
    anEntry('3', { at: NOON + 3_600_000, latency_ms: null }),
    anEntry('4', { status: 'begun', call_id: 'c' }),
    anEntry('5', { server_id: null }),
    anEntry('6', { tool: null }),
  ]);
  const shown = counted.map(({ scope, account_id, start, tool, calls, latency_ms, upto_10, upto_25 }) => [
    ...[scope, account_id, start, tool, calls, latency_ms, upto_10, upto_25],
  ]);
  expect(shown).toEqual(
    (
      [
        ['account:a', 'a'],
        ['gateway', ''],
        ['server:s', 'a'],
      ] as const
    ).flatMap(([scope, account]) => [
      ...['', 'search'].map((tool) => [scope, account, '2026-11-25', tool, 3, 22, 1, 1]),
      ...['', 'search'].map((tool) => [scope, account, '2026-11-25T12', tool, 2, 22, 1, 1]),
      ...['', 'search'].map((tool) => [scope, account, '2026-11-25T13', tool, 1, 0, 0, 0]),
      ...['', 'search'].map((tool) => [scope, account, '2026-11', tool, 3, 22, 1, 1]),
    ]),
  );
});

test.for([
  [0, 'upto_10'],
  [10, 'upto_10'],
  [11, 'upto_25'],
  [30_000, 'upto_30000'],
  [30_001, 'longer'],
] as const)('%i ms are counted as %s', ([latency_ms, bucket]) => {
  const [counter] = countersOf([anEntry('1', { latency_ms })]);
  expect(latencyBuckets.filter((one) => counter?.[one] === 1)).toEqual([bucket]);
});

test('no two counters are of one key, each scope counts every call, and equal entries come in one order', () => {
  const entry = fc.record({
    at: fc.integer({ min: NOON, max: NOON + 5 * 3_600_000 }),
    account_id: fc.constantFrom('a', 'b'),
    server_id: fc.constantFrom('s', 't'),
    tool: fc.constantFrom('search', 'reply'),
    status: fc.constantFrom('ok', 'failed'),
    latency_ms: fc.option(fc.nat(40_000)),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (calls) => {
      const entries = calls.map((call, index) => anEntry(String(index), call));
      const counted = countersOf(entries);
      const keys = counted.map(({ scope, span, start, account_id, tool, status }) =>
        [scope, span, start, tool, account_id, status].join(' '),
      );
      expect(keys).toEqual([...new Set(keys)].sort());
      expect(countersOf(entries.toReversed())).toEqual(counted);
      for (const scope of ['gateway', 'account', 'server'])
        for (const span of ['hour', 'day', 'month']) {
          const own = counted.filter((counter) => counter.scope.startsWith(scope) && counter.span === span);
          for (const counters of [own.filter(({ tool }) => tool === ''), own.filter(({ tool }) => tool !== '')]) {
            expect(counters.reduce((sum, counter) => sum + counter.calls, 0)).toBe(calls.length);
            const timed = counters.flatMap((row) => latencyBuckets.map((bucket) => row[bucket]));
            expect(timed.reduce((sum, count) => sum + count, 0)).toBe(
              calls.filter(({ latency_ms }) => latency_ms !== null).length,
            );
          }
        }
    }),
  );
});
