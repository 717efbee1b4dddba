import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchProfile } from '../../../intercom/search-profile.ts';
import { type PreparedSearch, prepareSearch } from '../../../runtime/search/prepare-search.ts';
import { isGroup, type SearchQuery } from '../../../runtime/search/search-query.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import type { SearchRules } from '../../../runtime/tool/tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { NOW, searches } from '../../support/search-corpus.ts';
import { queries } from './support/queries.ts';

/** The prepared query, or nothing for a refusal, which must be one that helps. */
function prepared(rules: SearchRules, given: unknown): PreparedSearch | undefined {
  try {
    return prepareSearch(rules, given, { now: NOW, profile: searchProfile });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    expect(error.problems.length).toBeLessThan(13);
    for (const { argument, message } of error.problems) {
      expect(argument).toMatch(/^query/);
      expect(message).toMatch(/\w{2}/);
    }
    return undefined;
  }
}

function groupsOf(query: SearchQuery): number {
  return isGroup(query) ? 1 + Math.max(...query.value.map(groupsOf)) : 0;
}
function widest(query: SearchQuery): number {
  return isGroup(query) ? Math.max(query.value.length, ...query.value.map(widest)) : 1;
}

describe.each(searches)('a search for $name', ({ tool, rules }) => {
  test('sends only what the schema allows, within the limits, and would not change it again', () => {
    let sent = 0;
    const property = fc.property(queries(rules), (given) => {
      const found = prepared(rules, given);
      if (found === undefined) return;
      sent += 1;
      const { query } = found;
      expect(objectSchema(tool).safeParse({ query })).toMatchObject({ success: true });
      expect(groupsOf(query)).toBeLessThanOrEqual(rules.maxNesting);
      expect(widest(query)).toBeLessThanOrEqual(rules.maxFilters);
      expect(prepared(rules, query)).toEqual({ ...found, repairs: [] });
    });
    fc.assert(property, { numRuns: 2000 });
    expect(sent).toBeGreaterThan(100);
  });

  test('of what is changed, something is told, and of what is not, nothing', () => {
    const property = fc.property(queries(rules), (given) => {
      const found = prepared(rules, given);
      if (found) expect(found.repairs.length === 0).toBe(JSON.stringify(found.query) === JSON.stringify(given));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test('refuses anything else, and never breaks', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(anything, (given) => void prepared(rules, given)),
      { numRuns: 1000 },
    );
    const inFilter = fc.property(anything, anything, anything, (field, operator, value) => {
      prepared(rules, { field, operator, value });
      prepared(rules, { operator: 'AND', value: [{ field: 'id', operator: '=', value }, field] });
    });
    fc.assert(inFilter, { numRuns: 1000 });
  });
});

describe('hostile queries', () => {
  const [{ rules }] = searches as [(typeof searches)[number]]; // There are three of them.
  const nest = (levels: number, wrap: (inner: unknown) => unknown): unknown =>
    Array.from({ length: levels }).reduce(wrap, { field: 'id', operator: '=', value: '1' });

  test.each<[string, (inner: unknown) => unknown]>([
    ['groups', (inner) => ({ operator: 'AND', value: [inner] })],
    ['groups by name', (inner) => ({ and: [inner] })],
    ['objects', (inner) => ({ a: inner })],
    ['lists', (inner) => [inner]],
    ['wrappers', (inner) => ({ query: inner })],
    ['values', (inner) => ({ field: 'id', operator: '=', value: inner })],
    ['lists of values', (inner) => ({ field: 'id', operator: 'IN', value: [inner] })],
  ])('%s in one another, 100,000 deep, are refused in a line', (_, wrap) => {
    for (const levels of [1000, 100_000])
      expect(() => prepareSearch(rules, nest(levels, wrap), { now: NOW, profile: searchProfile })).toThrow(
        /^query.{0,1000}$/,
      );
  });

  test('JSON text within JSON text comes to an end', () => {
    const text = nest(10, (inner) => JSON.stringify([inner])) as string;
    expect(() => prepareSearch(rules, text, { now: NOW, profile: searchProfile })).toThrow(InputError);
  });

  test('keys of prototypes are keys like others', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const hostile: unknown = JSON.parse(`{"field":"id","operator":"=","value":"1","${key}":{"polluted":1}}`);
      expect(() => prepareSearch(rules, hostile, { now: NOW, profile: searchProfile })).toThrow(
        `query.${key}: unknown key`,
      );
      for (const given of [
        { field: key, operator: '=', value: 'x' },
        { field: 'id', operator: key, value: 'x' },
      ])
        expect(() => prepareSearch(rules, given, { now: NOW, profile: searchProfile })).toThrow(InputError);
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('objects that are no text cannot be taken for one', () => {
    for (const part of [{ toString: 1, valueOf: 1 }, Object.create(null), [{ toString: null }]]) {
      for (const given of [part, { tags: part }, { unassigned: part }, { operator: part, value: part }])
        expect(() => prepareSearch(rules, given, { now: NOW, profile: searchProfile })).toThrow(InputError);
      for (const field of ['id', 'tags', 'created_at', 'role', 'unsubscribed_from_emails', 'custom_attributes.a', part])
        for (const operator of ['=', 'IN', part])
          expect(() =>
            prepareSearch(rules, { field, operator, value: part }, { now: NOW, profile: searchProfile }),
          ).toThrow(InputError);
    }
  });

  test('long texts and lists are cut in what is said', () => {
    const long = 'x'.repeat(100_000);
    for (const given of [
      { field: long, operator: '=', value: 1 },
      { field: 'id', operator: long, value: 1 },
      { field: 'role', operator: '=', value: long },
      { [long]: 1 },
      { field: 'role', operator: 'IN', value: Array.from({ length: 100_000 }, () => long.slice(0, 10)) },
      Array.from({ length: 100_000 }, () => ({ field: 'id', operator: '=', value: long.slice(0, 10) })),
    ]) {
      const text = String(refusal(given));
      expect(text.length).toBeLessThan(6000);
    }
  });

  function refusal(given: unknown): unknown {
    try {
      return prepareSearch(rules, given, { now: NOW, profile: searchProfile });
    } catch (error) {
      return error;
    }
  }
});
