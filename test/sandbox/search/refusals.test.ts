import { describe, expect, test } from 'vitest';
import { compileSearch, type SearchContext } from '../../../sandbox/search/index.ts';
import { searches } from '../../support/search-corpus.ts';
import { and, filter, or, refusal, type SearchName, tables } from './support/search-tables.ts';

describe('refusals', () => {
  const one = filter('id', '=', '1');
  const typed = { attributeType: (): 'date' => 'date' };

  test.each<
    [name: string, search: SearchName, query: unknown, status: number, code: string, context?: Partial<SearchContext>]
  >([
    ['no query', 'contacts', undefined, 400, 'parameter_not_found'],
    ['null', 'contacts', null, 400, 'parameter_not_found'],
    ['a bare list', 'contacts', [one], 400, 'parameter_invalid'],
    ['a text', 'contacts', 'open', 400, 'parameter_invalid'],
    ['an empty object', 'contacts', {}, 400, 'parameter_invalid'],
    ['an unknown field', 'contacts', filter('company_id', '=', '1'), 400, 'invalid_field'],
    ['a field of another search', 'tickets', filter('source.body', '=', '1'), 400, 'invalid_field'],
    ['a field of every object', 'tickets', filter('constructor', '=', '1'), 400, 'invalid_field'],
    ['attributes of conversations', 'conversations', filter('custom_attributes.a', '=', '1'), 400, 'invalid_field'],
    ['an attribute without a name', 'contacts', filter('custom_attributes.', '=', '1'), 400, 'invalid_field'],
    ['a field that is no text', 'contacts', { field: 1, operator: '=', value: '1' }, 400, 'parameter_invalid'],
    ['AND beside a field', 'conversations', filter('state', 'AND', 'open'), 500, 'server_error'],
    ['OR beside a field', 'conversations', { field: 'state', ...or(one) }, 500, 'server_error'],
    ['AND beside an unknown field', 'conversations', filter('x', 'AND', []), 500, 'server_error'],
    ['and in lower case', 'conversations', { operator: 'and', value: [one] }, 400, 'parameter_invalid'],
    ['in in lower case', 'conversations', filter('id', 'in', ['1']), 400, 'parameter_invalid'],
    ['no operator', 'conversations', { field: 'id', value: '1' }, 400, 'parameter_invalid'],
    ['no value', 'conversations', { field: 'id', operator: '=' }, 400, 'parameter_invalid'],
    ['no field', 'conversations', { operator: '=', value: '1' }, 400, 'parameter_invalid'],
    ['> on a text', 'conversations', filter('state', '>', 'a'), 400, 'parameter_invalid'],
    ['~ on an integer', 'conversations', filter('admin_assignee_id', '~', '1'), 400, 'parameter_invalid'],
    ['> on a boolean', 'conversations', filter('open', '>', false), 400, 'parameter_invalid'],
    ['>= on a date of contacts', 'contacts', filter('created_at', '>=', 1), 400, 'parameter_invalid'],
    ['<= on a date of contacts', 'contacts', filter('created_at', '<=', 1), 400, 'parameter_invalid'],
    ['!= on a date of contacts', 'contacts', filter('created_at', '!=', 1), 400, 'parameter_invalid'],
    ['IN on a date of contacts', 'contacts', filter('created_at', 'IN', [1]), 400, 'parameter_invalid'],
    [
      '!= on an attribute that is a date',
      'contacts',
      filter('custom_attributes.a', '!=', 1),
      400,
      'parameter_invalid',
      typed,
    ],
    [
      '~ on an attribute that is a date',
      'tickets',
      filter('ticket_attribute.1', '~', 1),
      400,
      'parameter_invalid',
      typed,
    ],
    ['IN on a tag of contacts', 'contacts', filter('tag_id', 'IN', ['1']), 400, 'parameter_invalid'],
    ['~ on a tag of contacts', 'contacts', filter('tag_id', '~', '1'), 400, 'parameter_invalid'],
    ['IN without a list', 'conversations', filter('id', 'IN', '1,2'), 400, 'parameter_invalid'],
    ['IN with an empty list', 'conversations', filter('id', 'IN', []), 400, 'parameter_invalid'],
    ['NIN without a list', 'conversations', filter('id', 'NIN', '1'), 400, 'parameter_invalid'],
    ['null in a list', 'conversations', filter('id', 'IN', ['1', null]), 400, 'parameter_invalid'],
    ['a list in a list', 'conversations', filter('id', 'IN', [['1']]), 400, 'parameter_invalid'],
    ['a list for =', 'conversations', filter('id', '=', ['1']), 400, 'parameter_invalid'],
    ['a list for ~', 'conversations', filter('id', '~', ['1']), 400, 'parameter_invalid'],
    ['an object for a text', 'conversations', filter('id', '=', {}), 400, 'parameter_invalid'],
    ['a boolean for a text', 'conversations', filter('state', '=', true), 400, 'parameter_invalid'],
    ['a text for a date', 'conversations', filter('created_at', '>', 'foobar'), 400, 'parameter_invalid'],
    ['an ISO date', 'contacts', filter('created_at', '>', '2026-01-31'), 400, 'parameter_invalid'],
    ['a date that no calendar has', 'contacts', filter('created_at', '=', 1e15), 400, 'parameter_invalid'],
    ['a text for an integer', 'conversations', filter('admin_assignee_id', '=', 'anna'), 400, 'parameter_invalid'],
    ['an empty text for an integer', 'conversations', filter('admin_assignee_id', '=', ''), 400, 'parameter_invalid'],
    ['a fraction for an integer', 'conversations', filter('admin_assignee_id', '=', 1.5), 400, 'parameter_invalid'],
    ['a number for a boolean', 'conversations', filter('open', '=', 1), 400, 'parameter_invalid'],
    ['null after >', 'conversations', filter('created_at', '>', null), 400, 'parameter_invalid'],
    ['null after ~', 'conversations', filter('state', '~', null), 400, 'parameter_invalid'],
    ['a text after > of an attribute', 'contacts', filter('custom_attributes.a', '>', 'b'), 400, 'parameter_invalid'],
    [
      'a boolean after ~ of an attribute',
      'contacts',
      filter('custom_attributes.a', '~', true),
      400,
      'parameter_invalid',
    ],
    ['an empty group', 'tickets', and(), 400, 'parameter_invalid'],
    ['a group of no list', 'tickets', { operator: 'AND', value: one }, 400, 'parameter_invalid'],
    ['a list in a group', 'tickets', and([one]), 400, 'parameter_invalid'],
    ['sixteen filters', 'tickets', or(...Array.from({ length: 16 }, () => one)), 400, 'parameter_invalid'],
    ['sixteen filters within', 'tickets', and(or(...Array.from({ length: 16 }, () => one))), 400, 'parameter_invalid'],
    ['three levels', 'tickets', and(or(and(one))), 400, 'parameter_invalid'],
    ['a fault within', 'tickets', and(one, or(one, filter('x', '=', '1'))), 400, 'invalid_field'],
  ])('%s', (_, search, query, status, code, context) => {
    const call = () => compileSearch(tables[search], query, { timezone: 'UTC', ...context });
    expect(refusal(call)).toMatch(new RegExp(`^${status} ${code}: .`));
  });

  test.each<[unknown, string]>([
    [filter('segment', '=', '1'), '400 invalid_field: segment is not a valid search field'],
    [filter('state', 'AND', 'open'), '500 server_error: Server Error'],
    [filter('tag_id', 'IN', ['1']), '400 parameter_invalid: operator must be one of =, != for tag_id'],
    [{ field: 'id', operator: '=' }, '400 parameter_invalid: value is required for id'],
    [filter('created_at', '>', null), '400 parameter_invalid: created_at must be a UNIX timestamp'],
    [filter('created_at', '=', 'x'), '400 parameter_invalid: created_at must be a UNIX timestamp'],
  ])('%j is said in words', (query, message) => {
    expect(refusal(() => compileSearch(tables.contacts, query, { timezone: 'UTC' }))).toBe(message);
  });

  test('two levels are taken, and the operators that prose grants', () => {
    for (const query of [and(or(one)), filter('created_at', '>=', 1), filter('updated_at', '<=', 1)])
      expect(refusal(() => compileSearch(tables.tickets, query, { timezone: 'UTC' }))).toBe('accepted');
  });

  test('operators that stand beside the table are taken', () => {
    const fields = [{ name: 'open', type: 'boolean', operators: ['='], extraOperators: ['!='] }];
    const call = (operator: string) => () =>
      compileSearch({ ...tables.tickets, fields }, filter('open', operator, true), { timezone: 'UTC' });
    expect(['=', '!='].map((operator) => refusal(call(operator)))).toEqual(['accepted', 'accepted']);
    expect(refusal(call('IN'))).toBe('400 parameter_invalid: operator must be one of =, != for open');
  });
});

describe.each(searches)('the corpus of $name', ({ name, cases }) => {
  const sent = cases.filter((one) => one.sent !== undefined);

  test.each(sent)('$name', ({ sent: query }) => {
    const table = Object.entries(tables).find(([key]) => key === name)?.[1];
    expect(table).toBeDefined();
    expect(refusal(() => table && compileSearch(table, query, { timezone: 'UTC' }))).toBe('accepted');
  });

  test('sends some', () => {
    expect(sent.length).toBeGreaterThan(20);
  });
});
