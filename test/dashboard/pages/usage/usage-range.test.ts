import { describe, expect, test } from 'vitest';
import { daysBack, rangeProblem, rangeQuery, readRange } from '../../../../dashboard/pages/usage/usage-range.ts';

const NOW = Date.parse('2026-11-25T12:34:56Z');

function rangeOf(query: string) {
  return readRange(new URLSearchParams(query));
}

describe('the time of the page of usage', () => {
  test.each([
    ['', { span: 'hour', from: '2026-11-24T13:34:56.000Z' }],
    ['span=7d', { span: 'day', from: '2026-11-19T12:34:56.000Z' }],
    ['span=30d', { span: 'day', from: '2026-10-27T12:34:56.000Z' }],
    ['span=12m', { span: 'day', from: '2025-11-26T12:34:56.000Z' }],
    ['span=nonsense', { span: 'hour', from: '2026-11-24T13:34:56.000Z' }],
    ['span=constructor', { span: 'hour', from: '2026-11-24T13:34:56.000Z' }],
  ])('%j asks for what it says', (query, asked) => {
    expect(rangeQuery(rangeOf(query), NOW)).toEqual(asked);
  });

  test.each([
    ['2026-11-24', '2026-11-24', 'hour'],
    ['2026-11-22', '2026-11-24', 'hour'],
    ['2026-11-21', '2026-11-24', 'day'],
    // Hours of so long ago are not kept.
    ['2026-10-01', '2026-10-01', 'day'],
  ])('own days from %s to %s are counted by the %s, the last one included', (from, to, span) => {
    const query = rangeQuery(rangeOf(`span=own&from=${from}&to=${to}`), NOW);
    expect(query).toMatchObject({ span, from: `${from}T00:00:00.000Z` });
    expect(Date.parse(query?.to ?? '')).toBe(Date.parse(`${to}T00:00:00Z`) + 86_400_000);
  });

  test.each([
    ['span=own', 'from'],
    ['span=own&from=2026-11-01', 'to'],
    ['span=own&from=2026-02-31x&to=2026-11-02', 'from'],
    ['span=own&from=2026-11-02&to=2026-11-01', 'to'],
  ])('%j is not asked for, and the field is said', (query, field) => {
    expect(rangeProblem(rangeOf(query))?.field).toBe(field);
    expect(rangeQuery(rangeOf(query), NOW)).toBeUndefined();
  });

  test('tools are unused for a month at least, and for a year at most', () => {
    expect(daysBack(rangeOf(''), NOW)).toBe(30);
    expect(daysBack(rangeOf('span=own&from=2026-08-01&to=2026-08-02'), NOW)).toBe(117);
    expect(daysBack(rangeOf('span=own&from=2020-01-01&to=2020-01-02'), NOW)).toBe(366);
  });
});
