import { expect, test } from 'vitest';
import { fromLocal, toLocal } from '../../../../dashboard/pages/audit/local-moment.ts';

test('a moment comes back as it was, to the minute, in whatever zone', () => {
  for (const iso of ['2026-11-25T12:34:00.000Z', '2026-03-29T01:30:00.000Z', '2026-06-30T23:59:00.000Z'])
    expect(fromLocal(toLocal(iso))).toBe(iso);
});

test('what is no moment is an empty field, and an empty field no moment', () => {
  expect([toLocal(undefined), toLocal('x'), toLocal('')]).toEqual(['', '', '']);
  expect([fromLocal(''), fromLocal('x')]).toEqual([undefined, undefined]);
});
