import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { SearchFacts } from '../../../generator/ir/ir.ts';
import { searchQuery } from '../../../generator/normalize/search-query.ts';
import { rosa } from '../../support/people.ts';
import { body, operationOf } from '../support/fixture.ts';

const facts: SearchFacts = {
  maxNesting: 2,
  maxFilters: 3,
  fields: [
    { name: 'id', type: 'string', operators: ['=', 'IN'] },
    { name: 'email', type: 'string', operators: ['=', 'IN'] },
    { name: 'created_at', type: 'date', operators: ['>', '<'] },
    { name: 'updated_at', type: 'date', operators: ['>'], extraOperators: ['<'] },
    { name: 'open', type: 'boolean', operators: ['='] },
    { name: 'score', type: 'number', operators: ['='] },
    { name: 'custom_attributes.{name}', type: 'string', prefix: 'custom_attributes.', operators: ['=', '~'] },
  ],
};

function oneOf(...values: string[]) {
  return { type: 'string', enum: values };
}
function filter(field: object, operators: string[], value: object) {
  return {
    type: 'object',
    properties: { field, operator: oneOf(...operators), value },
    required: ['field', 'operator', 'value'],
  };
}
function group(items: object) {
  return {
    type: 'object',
    properties: { operator: oneOf('AND', 'OR'), value: { type: 'array', minItems: 1, maxItems: 3, items } },
    required: ['operator', 'value'],
  };
}
const one = { $ref: '#/$defs/filter' };

test('fields by name beside the operators that their type allows, then prefixes', () => {
  expect(searchQuery(facts).$defs).toEqual({
    filter: {
      anyOf: [
        filter(oneOf('id', 'email'), ['=', 'IN'], {
          anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        }),
        filter(oneOf('created_at', 'updated_at'), ['>', '<'], {
          type: 'integer',
          description: 'Unix seconds, ISO or now-24h',
        }),
        filter(oneOf('open'), ['='], { type: 'boolean' }),
        filter(oneOf('score'), ['='], { type: 'number' }),
        filter({ type: 'string', pattern: '^custom_attributes\\.' }, ['=', '~'], {
          anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
        }),
      ],
    },
  });
});

test.each<[number, object]>([
  [0, one],
  [1, { anyOf: [one, { anyOf: [group(one)] }] }],
  [2, { anyOf: [one, { anyOf: [group({ anyOf: [one, { anyOf: [group(one)] }] })] }] }],
])('%i levels of groups, without recursion', (maxNesting, want) => {
  const { $defs, ...levels } = searchQuery({ ...facts, maxNesting });
  expect($defs).toBeDefined();
  expect(levels).toEqual(want);
});

describe('what the schema accepts', () => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(searchQuery(facts));
  const email = { field: 'email', operator: '=', value: rosa.email };
  const nested = { operator: 'OR', value: [email] };

  test.each<[string, { given: unknown; want: boolean }]>([
    ['a filter', { given: email, want: true }],
    ['a group', { given: { operator: 'AND', value: [email, email] }, want: true }],
    ['a group in a group', { given: { operator: 'AND', value: [email, nested] }, want: true }],
    ['a third level', { given: { operator: 'AND', value: [{ operator: 'AND', value: [nested] }] }, want: false }],
    ['no filter in a group', { given: { operator: 'AND', value: [] }, want: false }],
    ['too many filters', { given: { operator: 'AND', value: [email, email, email, email] }, want: false }],
    ['an unknown field', { given: { ...email, field: 'phone' }, want: false }],
    ['an operator of another type', { given: { ...email, operator: '>' }, want: false }],
    ['a value of another type', { given: { field: 'created_at', operator: '>', value: '2026-01-01' }, want: false }],
    ['a list for IN', { given: { ...email, operator: 'IN', value: ['a', 'b'] }, want: true }],
    ['a custom attribute', { given: { field: 'custom_attributes.plan', operator: '~', value: 'pro' }, want: true }],
    ['another prefix', { given: { field: 'custom_attributesXplan', operator: '~', value: 'pro' }, want: false }],
    ['an operator that joins in lower case', { given: { operator: 'and', value: [email] }, want: false }],
  ])('%s: $want', (_name, { given, want }) => {
    expect(validate(given)).toBe(want);
  });
});

test('the search language stands in for the query of the body, and nowhere else', () => {
  const requestBody = body({
    properties: { query: { type: 'object' }, sort: { type: 'string' } },
    required: ['query'],
  });
  const parameters = [{ name: 'query', in: 'query', schema: { type: 'string' } }];
  const { fields } = operationOf('POST', '/pets/search', { requestBody, parameters, 'x-search': facts });
  expect(fields.map(({ in: place, schema }) => [place, schema.$defs ? 'search' : schema.type])).toEqual([
    ['body', 'search'],
    ['query', 'string'],
    ['body', 'string'],
  ]);
});
