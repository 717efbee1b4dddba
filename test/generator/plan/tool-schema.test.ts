import { expect, test } from 'vitest';
import type { ToolFacts } from '../../../generator/facts/tool-facts.ts';
import type { Field } from '../../../generator/ir/ir.ts';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';
import { toolSchema } from '../../../generator/plan/tool-schema.ts';
import { field } from '../support/fixture.ts';

const closed = { type: 'object', additionalProperties: false };
const text = { type: 'string' };
const cursor = { type: 'string', description: 'From the page before' };
const filter = { enum: ['a'] };

test.each<[string, { given: [Field[], ToolFacts?]; want: JsonSchema }]>([
  ['no argument', { given: [[]], want: closed }],
  [
    'arguments',
    {
      given: [[field('id', 'path', { required: true }), field('q', 'query')]],
      want: { ...closed, properties: { id: text, q: text }, required: ['id'] },
    },
  ],
  [
    'a constant is no argument',
    { given: [[field('type', 'body', { required: true, constant: 'user' })]], want: closed },
  ],
  [
    'a list',
    {
      given: [[], { pagination: { style: 'page', items: 'data' } }],
      want: { ...closed, properties: { limit: { type: 'integer' }, next_cursor: cursor } },
    },
  ],
  [
    'a list with a largest page',
    {
      given: [[], { pagination: { style: 'page', items: 'data', max: 150 } }],
      want: {
        ...closed,
        properties: { limit: { type: 'integer', description: 'At most 150' }, next_cursor: cursor },
      },
    },
  ],
  [
    'definitions stand once at the top',
    {
      given: [[field('query', 'body', { schema: { $ref: '#/$defs/filter', $defs: { filter } } })]],
      want: { ...closed, properties: { query: { $ref: '#/$defs/filter' } }, $defs: { filter } },
    },
  ],
])('%s', (_name, { given: [fields, facts = {}], want }) => {
  expect(toolSchema({ facts, fields })).toEqual(want);
});
