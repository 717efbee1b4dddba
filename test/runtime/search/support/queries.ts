import * as fc from 'fast-check';
import { fieldNames } from '../../../../runtime/search/field-rule.ts';
import type { SearchRules } from '../../../../runtime/tool/tool.ts';
import { rosa } from '../../../support/people.ts';

const names = [
  'createdAt',
  'assignee_id',
  'tags',
  'body',
  'status',
  'custom_attributes.plan',
  'custom_attributes.',
  'ticket_attribute.7',
  'ticket_attributes.x',
  'unassigned',
  'contact.email',
  'plan',
  '__proto__',
  'constructor',
  '',
  'AND',
];
const operators = [
  '=',
  '!=',
  'IN',
  'NIN',
  '>',
  '<',
  '>=',
  '<=',
  '~',
  '!~',
  '^',
  '$',
  'and',
  'OR',
  'not',
  'eq',
  'not in',
  'contains',
  'is_null',
  'between',
  'after',
  '',
  '__proto__',
];
const values = [
  'open',
  'OPEN',
  'unassigned',
  'true',
  '1',
  '0',
  '',
  'null',
  'now-24h',
  'yesterday',
  '2 days ago',
  '2026-01-31',
  '2026-01-31T09:30:00+02:00',
  '1764000000',
  '1764000000000',
  rosa.email,
  'password reset',
  '1,2',
  '["1"]',
  '[',
  'x'.repeat(300),
];

const scalar = fc.oneof(
  fc.constantFrom(...values),
  fc.string({ maxLength: 12 }),
  fc.integer(),
  fc.constantFrom(0, 1, 1764000000, 1764000000000, 20260131, 1.5, Number.NaN, 1e300, 2 ** 60),
  fc.boolean(),
  fc.constant(null),
);

/** Queries as callers get them wrong and right: known and unknown parts in known and unknown shapes. */
export function queries(rules: SearchRules): fc.Arbitrary<unknown> {
  const field = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fieldNames(rules)) }, fc.constantFrom(...names));
  const operator = fc.constantFrom(...operators);
  const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }));
  const { query } = fc.letrec<{ query: unknown; group: unknown; filter: unknown }>((tie) => ({
    filter: fc.oneof(
      { weight: 6, arbitrary: fc.record({ field, operator, value }) },
      fc.record({ field, operator, value }, { requiredKeys: [] }),
      fc.record({ attribute: field, op: operator, values: value }),
      fc.dictionary(field, fc.oneof(value, fc.dictionary(operator, value, { maxKeys: 2 })), { maxKeys: 3 }),
      fc.tuple(field, operator, value),
    ),
    group: fc.oneof(
      fc.record({
        operator: fc.constantFrom('AND', 'OR', 'and', 'any', 'NOT'),
        value: fc.array(tie('query'), { maxLength: 4 }),
      }),
      fc.record({ filters: fc.array(tie('query'), { maxLength: 3 }) }),
      fc.dictionary(fc.constantFrom('$and', 'or', 'NOT'), tie('query'), { maxKeys: 2 }),
      fc.array(tie('query'), { maxLength: 17 }),
      tie('query').map((inner) => JSON.stringify(inner)),
    ),
    query: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('filter'), tie('group')),
  }));
  return query;
}
