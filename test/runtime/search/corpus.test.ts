import { describe, expect, test } from 'vitest';
import { searchProfile } from '../../../intercom/search-profile.ts';
import { prepareSearch } from '../../../runtime/search/prepare-search.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import type { SearchRules } from '../../../runtime/tool/tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { NOW, searches } from '../../support/search-corpus.ts';

/** What becomes of a query, in the form of the corpus. */
function outcome(rules: SearchRules, given: unknown): object {
  try {
    const { query, repairs, hints } = prepareSearch(rules, given, { now: NOW, profile: searchProfile });
    return { sent: query, ...(repairs.length > 0 && { repairs }), ...(hints.length > 0 && { hints }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message.split('\n') };
  }
}

describe.each(searches)('a search for $name', ({ tool, rules, cases }) => {
  test.each(cases)('$name', ({ name: _, given, ...want }) => {
    const before = JSON.stringify(given);
    expect(outcome(rules, given)).toEqual(want);
    expect(JSON.stringify(given)).toBe(before);
    if (want.refused) return;
    expect(objectSchema(tool).safeParse({ query: want.sent })).toMatchObject({
      success: true,
      data: { query: want.sent },
    });
    expect(prepareSearch(rules, want.sent, { now: NOW, profile: searchProfile })).toMatchObject({
      query: want.sent,
      repairs: [],
    });
  });

  test('has cases of every kind, each once', () => {
    const kinds = Object.groupBy(cases, (one) => (one.refused ? 'refused' : one.repairs ? 'repaired' : 'accepted'));
    expect(kinds.refused?.length).toBeGreaterThan(9);
    expect(kinds.repaired?.length).toBeGreaterThan(9);
    expect(kinds.accepted?.length).toBeGreaterThan(4);
    expect(new Set(cases.map(({ given }) => JSON.stringify(given))).size).toBe(cases.length);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

test('the corpus is large enough to mean something', () => {
  expect(searches.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(300);
});
