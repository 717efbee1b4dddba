import { describe, expect, test } from 'vitest';
import { beginningsOf, inLongest, readPeriods } from '../../../../gateway/api/usage/periods.ts';
import { NOON } from '../../support/rows.ts';

const now = NOON + 30 * 60_000;

describe('periods', () => {
  test.for([
    ['hour', undefined, undefined, '2026-11-24T13', '2026-11-25T13', 24],
    ['day', undefined, undefined, '2026-10-27T00', '2026-11-26T00', 30],
    ['hour', '2026-11-25T10:59:59Z', undefined, '2026-11-25T10', '2026-11-25T13', 3],
    ['hour', '2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z', '2026-11-25T10', '2026-11-25T11', 1],
    ['hour', '2026-11-25T10:00:00Z', '2026-11-25T11:00:01Z', '2026-11-25T10', '2026-11-25T12', 2],
    ['hour', '2026-11-25T12:00:00+02:00', undefined, '2026-11-25T10', '2026-11-25T13', 3],
    ['day', '2026-11-24T23:00:00Z', '2026-11-25T01:00:00Z', '2026-11-24T00', '2026-11-26T00', 2],
    // What has not begun is left out.
    ['day', '2026-11-25T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-25T00', '2026-11-26T00', 1],
    ['hour', '2026-10-25T13:00:00Z', undefined, '2026-10-25T13', '2026-11-25T13', 744],
    ['day', undefined, '1970-01-03T00:00:00Z', '1970-01-01T00', '1970-01-03T00', 2],
  ] as const)('by %s from %s to %s', ([span, from, to, first, end, count]) => {
    const periods = readPeriods({ span, from, to }, now);
    expect({ ...periods, count: beginningsOf(periods).length }).toEqual({
      span,
      from: Date.parse(`${first}:00:00Z`),
      to: Date.parse(`${end}:00:00Z`),
      count,
    });
  });

  test.for([
    ['2026-11-24T05', '2026-11-24T09', [['hour', '2026-11-24T05', '2026-11-24T09']]],
    ['2026-11-24T00', '2026-11-25T00', [['day', '2026-11-24T00', '2026-11-25T00']]],
    [
      ...['2026-11-22T05', '2026-11-25T09'],
      [
        ['hour', '2026-11-22T05', '2026-11-23T00'],
        ['day', '2026-11-23T00', '2026-11-25T00'],
        ['hour', '2026-11-25T00', '2026-11-25T09'],
      ],
    ],
    [...['2026-11-24T23', '2026-11-25T01'], [['hour', '2026-11-24T23', '2026-11-25T01']]],
    [
      ...['2026-09-29T22', '2026-11-02T01'],
      [
        ['hour', '2026-09-29T22', '2026-09-30T00'],
        ['day', '2026-09-30T00', '2026-10-01T00'],
        ['month', '2026-10-01T00', '2026-11-01T00'],
        ['day', '2026-11-01T00', '2026-11-02T00'],
        ['hour', '2026-11-02T00', '2026-11-02T01'],
      ],
    ],
  ] as const)('the hours from %s to %s in as few spans as it takes', ([from, to, parts]) => {
    const at = (hour: string) => Date.parse(`${hour}:00:00Z`);
    expect(inLongest({ span: 'hour', from: at(from), to: at(to) })).toEqual(
      parts.map(([span, first, end]) => ({ span, from: at(first), to: at(end) })),
    );
  });

  test.for([
    ['2025-12-31', '2026-12-01', ['day 2025-12-31', 'month 2026-01-01']],
    ['2024-02-01', '2024-03-01', ['month 2024-02-01']],
    ['2026-11-02', '2026-12-31', ['day 2026-11-02']],
    ['2026-11-02', '2027-01-02', ['day 2026-11-02', 'month 2026-12-01', 'day 2027-01-01']],
  ] as const)('the days from %s to %s in as few spans as it takes', ([from, to, parts]) => {
    const found = inLongest({ span: 'day', from: Date.parse(from), to: Date.parse(to) });
    expect(found.map((part) => `${part.span} ${new Date(part.from).toISOString().slice(0, 10)}`)).toEqual(parts);
    expect(found.at(-1)?.to).toBe(Date.parse(to));
  });

  test.for([
    ['hour', '2026-11-25T13:00:00Z', undefined, 'is not before'],
    ['hour', '2026-11-25T12:00:00Z', '2026-11-25T12:00:00Z', 'is not before'],
    ['hour', '2026-10-25T12:00:00Z', undefined, '745 periods, and at most 744'],
    ['hour', '2026-10-25T11:00:00Z', '2026-10-25T13:00:00Z', 'hours are kept for 31 days'],
    ['day', '2020-01-01T00:00:00Z', undefined, 'at most 744'],
    ['day', '0000-01-01T00:00:00+14:00', '0000-01-02T00:00:00Z', 'is not before'],
  ] as const)('by %s from %s to %s are refused', ([span, from, to, says]) => {
    expect(() => readPeriods({ span, from, to }, now)).toThrow(says);
  });
});
