import { expect, test } from 'vitest';
import { filterType } from '../../../generator/inputs/search-type.ts';
import { searchQuery } from '../../../generator/normalize/search-query.ts';
import { searchRules } from '../../../generator/normalize/search-rules.ts';
import { prepareSearch } from '../../../runtime/search/prepare-search.ts';
import { compileSearch } from '../../../sandbox/search/compile-search.ts';

const operators = ['=', '!=', 'IN', '>', '~'];
const search = {
  maxNesting: 2,
  maxFilters: 15,
  operators: {},
  fields: [
    { name: 'plan', type: 'any', operators },
    { name: 'level', type: ['string', 'integer'], operators },
    { name: 'custom_attributes.{name}', type: 'any', operators, prefix: 'custom_attributes.' },
  ],
};

test('a field of no known type takes any value as it is given, in schemas, types, the client and the sandbox', () => {
  const rules = searchRules(search);
  expect(rules.kinds).toEqual([
    { type: 'any', operators, fields: ['plan', 'level'] },
    { prefix: 'custom_attributes.', operators },
  ]);
  const one = { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
  const value = { anyOf: [...one.anyOf, { type: 'array', items: one }] };
  expect(searchQuery(search).$defs?.filter?.anyOf?.map(({ properties }) => properties?.value)).toEqual([value, value]);
  expect(filterType(search)).toContain(
    'SearchFilter<"plan" | "level", "=" | "!=" | "IN" | ">" | "~", string | number | boolean>',
  );
  for (const given of ['gold', 7, true, '2026-01-01']) {
    for (const field of ['plan', 'level', 'custom_attributes.plan']) {
      const query = { field, operator: '=', value: given };
      expect(prepareSearch(rules, query, { now: 0 })).toMatchObject({ query, repairs: [] });
      const matches = compileSearch(search, query, { timezone: 'UTC' });
      expect(matches((name) => (name === field ? given : undefined))).toBe(true);
    }
  }
});
