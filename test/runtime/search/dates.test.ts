import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateText } from '../../../runtime/search/date-text.ts';
import { isoOf } from '../../../runtime/search/moment.ts';

function seconds(text: string): number {
  return Date.parse(text) / 1000;
}

describe('a date as text', () => {
  test.each<[text: string, now: string, want: string]>([
    ['now', '2026-02-10T12:30:00Z', '2026-02-10T12:30:00Z'],
    ['NOW - 1 Day', '2026-02-10T12:30:00Z', '2026-02-09T12:30:00Z'],
    ['now-90s', '2026-02-10T12:30:00Z', '2026-02-10T12:28:30Z'],
    ['now-15mins', '2026-02-10T12:30:00Z', '2026-02-10T12:15:00Z'],
    ['now-24hrs', '2026-03-01T01:00:00Z', '2026-02-28T01:00:00Z'],
    ['now-2weeks', '2026-02-10T12:30:00Z', '2026-01-27T12:30:00Z'],
    ['now-1mo', '2026-03-31T08:00:00Z', '2026-02-28T08:00:00Z'],
    ['now-1mo', '2024-03-31T08:00:00Z', '2024-02-29T08:00:00Z'],
    ['1 month ago', '2026-01-15T08:00:00Z', '2025-12-15T08:00:00Z'],
    ['now-1y', '2024-02-29T08:00:00Z', '2023-02-28T08:00:00Z'],
    ['now+3d', '2026-12-30T08:00:00Z', '2027-01-02T08:00:00Z'],
    ['last 24 hours', '2026-02-10T12:30:00Z', '2026-02-09T12:30:00Z'],
    ['in the past 2 days', '2026-02-10T12:30:00Z', '2026-02-08T12:30:00Z'],
    ['a week ago', '2026-02-10T12:30:00Z', '2026-02-03T12:30:00Z'],
    ['-30m', '2026-02-10T12:30:00Z', '2026-02-10T12:00:00Z'],
    ['2026-02-10T23:59:59-00:30', '2026-01-01T00:00:00Z', '2026-02-11T00:29:59Z'],
    ['2024-02-29 00:00 UTC', '2026-01-01T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2026-02-10t09:00:00z', '2026-01-01T00:00:00Z', '2026-02-10T09:00:00Z'],
    ['2026-02-10T09:00:00+14:00', '2026-01-01T00:00:00Z', '2026-02-09T19:00:00Z'],
  ])('%s, at %s', (text, now, want) => {
    expect(readDateText(text, seconds(now))).toEqual({ seconds: seconds(want) });
  });

  test.each<[text: string, now: string, want: string]>([
    ['today', '2026-02-10T00:00:00Z', '2026-02-10T00:00:00Z'],
    ['Today', '2026-02-10T23:59:59Z', '2026-02-10T00:00:00Z'],
    ['yesterday', '2026-03-01T00:00:00Z', '2026-02-28T00:00:00Z'],
    ['tomorrow', '2026-12-31T12:00:00Z', '2027-01-01T00:00:00Z'],
    ['now/d', '2026-02-10T12:30:00Z', '2026-02-10T00:00:00Z'],
    ['now-7d/d', '2026-02-10T12:30:00Z', '2026-02-03T00:00:00Z'],
    ['2026-2-9', '2026-01-01T00:00:00Z', '2026-02-09T00:00:00Z'],
    ['2026/02/09', '2026-01-01T00:00:00Z', '2026-02-09T00:00:00Z'],
  ])('%s, at %s, is a whole day', (text, now, want) => {
    expect(readDateText(text, seconds(now))).toEqual({ seconds: seconds(want), day: true });
  });

  test.each([
    '',
    'soon',
    'next week',
    'last month',
    'monday',
    '7d',
    '24 hours',
    'now-',
    'now-d',
    'now-1q',
    'now-1M',
    '3M ago',
    'now - 99999999d',
    'now-60y',
    '2026',
    '2026-02',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29',
    '2026-00-10',
    '1969-12-31',
    '2026-02/10',
    '10.02.2026',
    '02/10/2026',
    '2026-02-10T24:00:00Z',
    '2026-02-10T09:60',
    '2026-02-10T09',
    '2026-02-10T09:00+15:00',
    '2026-02-10T09:00+01:75',
    'x'.repeat(100_000),
  ])('%s is none', (text) => {
    expect(readDateText(text, seconds('2026-02-10T12:30:00Z'))).toBeUndefined();
  });

  test('every second as ISO text, in every zone, is that second', () => {
    const zone = fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 59 }));
    const property = fc.property(
      fc.integer({ min: 60_000, max: 4_102_444_800 }),
      zone,
      (at, [sign, hours, minutes]) => {
        expect(readDateText(isoOf(at), 0)).toEqual({ seconds: at });
        const shift = (hours * 60 + minutes) * 60 * (sign === '+' ? 1 : -1);
        if (at + shift < 0) return;
        const two = (part: number): string => String(part).padStart(2, '0');
        const text = `${isoOf(at + shift).slice(0, 19)}${sign}${two(hours)}:${two(minutes)}`;
        expect(readDateText(text, 0)).toEqual({ seconds: at });
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
