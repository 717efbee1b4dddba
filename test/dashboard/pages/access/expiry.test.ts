import { expect, test } from 'vitest';
import { expiresAt } from '../../../../dashboard/pages/access/expiry.ts';

const now = new Date('2026-03-01T12:00:00Z');

test.each([
  ['never', '', null],
  ['day', '', '2026-03-02T12:00:00.000Z'],
  ['quarter', '2027-01-01T00:00', '2026-05-30T12:00:00.000Z'],
  ['date', 'soon', 'soon'],
] as const)('what ends %s (%s) ends at %s', (kind, date, want) => {
  expect(expiresAt({ kind, date }, now)).toBe(want);
});

test("a date is one of the reader's own zone", () => {
  expect(expiresAt({ kind: 'date', date: '2026-07-01T09:30' }, now)).toBe(new Date(2026, 6, 1, 9, 30).toISOString());
});
