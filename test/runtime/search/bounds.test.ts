import { describe, expect, test } from 'vitest';
import { searchConversations } from '../../../generated/intercom/tools/conversations.ts';
import { intercomProfile as profile } from '../../../intercom/profile.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';
import { expectLinear } from '../../support/expect-linear.ts';

const read = (args: Record<string, unknown>) => readArguments(searchConversations, args, { profile });
const wrong = { field: 'zzzzzz', operator: '=', value: 1 };

function nested(depth: number, width: number, leaf: unknown): unknown {
  if (depth === 0) return leaf;
  return { operator: 'AND', value: Array.from({ length: width }, () => nested(depth - 1, width, leaf)) };
}

const ids = Array.from({ length: 300_000 }, (_, index) => `tag${index}`);

describe('a query that no search takes is refused before it is read', () => {
  test.each<[string, unknown]>([
    ['filters in groups', nested(4, 14, wrong)],
    ['a list of values', { field: 'tag_ids', operator: 'IN', value: ids }],
    ['a list as a text', { field: 'tag_ids', operator: 'IN', value: ids.join(',') }],
    ['a list as JSON text', { field: 'tag_ids', operator: 'IN', value: JSON.stringify(ids) }],
    ['a long text', { field: 'source.body', operator: '~', value: 'a '.repeat(1_000_000) }],
    ['a long field', { field: 'a.'.repeat(1_000_000), operator: '~', value: 'a' }],
    ['a long key', { ['a.'.repeat(1_000_000)]: 'open' }],
    ['a long operator', { field: 'state', operator: `${' '.repeat(1_000_000)}=`, value: 'open' }],
    ['a long date', { field: 'created_at', operator: '>', value: `2026-${' '.repeat(1_000_000)}x` }],
  ])('%s', (_, query) => {
    expect(() => read({ query })).toThrow(/query: has more than 500 filters, 10000 values, or 20000 characters/);
  });
});

test('of hundreds of wrong filters the first are told', () => {
  const refused = () => read({ query: nested(2, 15, wrong) });
  expect(refused).toThrow(/"zzzzzz" is not a field/);
  expect(refused).toThrow(expect.toSatisfy((error: Error) => error.message.split('\n').length === 12));
});

test('of thousands of hints the first are told, and how many there are', () => {
  const { hints } = read({ query: { field: 'tag_ids', operator: 'IN', value: ids.slice(0, 9000) } });
  expect(hints).toHaveLength(41);
  expect(hints.at(-1)).toBe('and 8960 more of this kind');
});

test('any number of other arguments is refused as unknown', () => {
  expectLinear(10_000, (size) => {
    const others = Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, 1]));
    return () => expect(() => read(others)).toThrow(/and \d{4,5} more problems/);
  });
});
