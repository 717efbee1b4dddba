import { describe, expect, test } from 'vitest';
import { searchContacts } from '../../../generated/intercom/tools/contacts.ts';
import { getConversation, searchConversations } from '../../../generated/intercom/tools/conversations.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { toResult } from '../../../runtime/mcp/result.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { rosa } from '../../support/people.ts';
import { record } from '../../support/recorder.ts';
import { NOW, searches } from '../../support/search-corpus.ts';

const page = { type: 'conversation.list', conversations: [], pages: { next: null } };
const open = { field: 'state', operator: '=', value: 'open' };

describe('a search that is refused', () => {
  test.each(searches)('for $name sends nothing', async ({ tool, cases }) => {
    await using server = await record(() => ({ body: { ...page, data: [], tickets: [] } }));
    const client = server.connect({ now: () => NOW, names: false });
    for (const { given, refused } of cases.filter((one) => one.refused && one.given !== undefined)) {
      const error = await client.exchange(tool, { query: given }).catch((reason: unknown) => reason);
      if (!(error instanceof InputError)) throw new Error(`${JSON.stringify(given)} was not refused: ${String(error)}`);
      expect(error.message.split('\n')).toEqual(refused);
    }
    expect(server.requests).toEqual([]);
  });

  test('and one that is repaired is sent as it was repaired, and says so', async () => {
    await using server = await record(() => ({ body: page }));
    const query = { operator: 'and', value: [{ field: 'created_at', operator: '>', value: 'now-24h' }, open] };
    const exchange = await server.connect({ now: () => NOW }).exchange(searchConversations, { query });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
      query: { operator: 'AND', value: [{ field: 'created_at', operator: '>', value: 1770640200 }, open] },
    });
    expect(exchange.repairs).toEqual([
      'query.operator: "and" became "AND"',
      'query.value[0].value: "now-24h" became 1770640200 (2026-02-09T12:30:00Z)',
    ]);
    expect(exchange).not.toHaveProperty('hints');
  });

  test('a date of JavaScript is a moment, in a group as well, and an invalid one is refused', async () => {
    await using server = await record(() => ({ body: page }));
    const since = (value: Date) => ({ field: 'created_at', operator: '>', value }) as const;
    const day = new Date('2026-01-31T09:00:00.900Z');
    for (const query of [since(day), { operator: 'AND', value: [since(day)] } as const])
      await server.client.call(searchConversations, { query });
    for (const { body } of server.requests) expect(body).toContain('"value":1769850000');
    expect(server.requests).toHaveLength(2);
    const invalid = server.client.call(searchConversations, { query: since(new Date(Number.NaN)) });
    await expect(invalid).rejects.toThrow('is no date that can be read');
  });

  test('a correct one has no notes', async () => {
    await using server = await record(() => ({ body: page }));
    const exchange = await server.client.exchange(searchConversations, { query: open });
    expect(exchange).not.toHaveProperty('repairs');
    const { content, _meta } = await toResult({ tool: 'search', profile: intercomProfile }, exchange);
    expect(content).toHaveLength(1);
    expect(_meta).toBeUndefined();
  });
});

test('a model is told in a text of its own, behind the JSON', async () => {
  await using server = await record(() => ({ body: { ...page, data: [] } }));
  const query = { field: 'created_at', operator: '>=', value: '2026-01-31' };
  const exchange = await server.client.exchange(searchContacts, { query });
  const { content, _meta } = await toResult({ tool: 'search', profile: intercomProfile }, exchange);
  expect(content.map((part) => part.type)).toEqual(['text', 'text']);
  const [json, note] = content.map((part) => (part.type === 'text' ? part.text : ''));
  expect(JSON.parse(json ?? '')).toMatchObject({ result: [], next_cursor: null });
  expect(note?.split('\n')).toEqual([
    'Changed before it was sent:',
    ...(exchange.repairs ?? []).map((line) => `- ${line}`),
    'About these results:',
    expect.stringMatching(/^- Dates match whole days/),
  ]);
  expect(_meta).toEqual({ repairs: exchange.repairs, hints: exchange.hints });
});

test('the next page of a search by a relative date is asked for by the same words, while time goes on', async () => {
  await using server = await record(() => ({
    body: { ...page, conversations: [{ id: '1' }], pages: { next: { starting_after: 'abc' } } },
  }));
  let now = NOW;
  const client = server.connect({ now: () => now });
  const query = { field: 'created_at', operator: '>', value: 'now-24h' };
  const first = await client.exchange(searchConversations, { query });
  now += 90_000;
  await client.exchange(searchConversations, { query, next_cursor: first.output.next_cursor });
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]?.body).toContain('abc');
});

describe('arguments around the query', () => {
  const email = { field: 'email', operator: '=', value: rosa.email };

  test.each<[string, object, object, string[]]>([
    [
      'filters',
      { filters: [email] },
      { query: email },
      ['filters: taken as the query', 'query: a list of one became the filter itself'],
    ],
    ['a filter in parts', { ...email }, { query: email }, ['field, operator, value: taken as the query']],
    [
      'a group in parts',
      { operator: 'AND', filters: [email, email] },
      { query: { operator: 'AND', value: [email, email] } },
      ['operator, filters: taken as the query', 'query.filters: renamed to value'],
    ],
    [
      'fields and values',
      { email: rosa.email },
      { query: email },
      ['email: taken as the query', `query: read as ${JSON.stringify(email)}`],
    ],
    [
      'asc',
      { query: email, sort: { field: 'created_at', order: 'asc' } },
      { query: email, sort: { field: 'created_at', order: 'ascending' } },
      ['sort: {"field":"created_at","order":"asc"} became {"field":"created_at","order":"ascending"}'],
    ],
    [
      'DESC as a direction',
      { query: email, sort: { field: 'createdAt', direction: 'DESC' } },
      { query: email, sort: { field: 'created_at', order: 'descending' } },
      ['sort: {"field":"createdAt","direction":"DESC"} became {"field":"created_at","order":"descending"}'],
    ],
    [
      'sort as a text',
      { query: email, sort: '-last_seen_at' },
      { query: email, sort: { field: 'last_seen_at', order: 'descending' } },
      ['sort: "-last_seen_at" became {"field":"last_seen_at","order":"descending"}'],
    ],
    [
      'sort as words',
      { query: email, sort: 'name asc' },
      { query: email, sort: { field: 'name', order: 'ascending' } },
      ['sort: "name asc" became {"field":"name","order":"ascending"}'],
    ],
    ['sort as it should be', { query: email, sort: { field: 'name' } }, { query: email, sort: { field: 'name' } }, []],
    [
      'per_page',
      { query: email, per_page: 5 },
      { query: email, pagination: { per_page: 5 } },
      ['per_page: renamed to limit'],
    ],
    [
      'pagination',
      { query: email, pagination: { per_page: 5 } },
      { query: email, pagination: { per_page: 5 } },
      ['pagination.per_page: renamed to limit'],
    ],
  ])('%s', async (_, given, sent, repairs) => {
    await using server = await record(() => ({ body: { ...page, data: [] } }));
    const exchange = await server.client.exchange(searchContacts, given);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject(sent);
    expect(exchange.repairs ?? []).toEqual(repairs);
  });

  test.each<[string, object, RegExp]>([
    ['nothing', {}, /^query: is required: one filter, such as \{"field":"email"/],
    ['only a limit', { limit: 5 }, /^query: is required/],
    ['a mistyped query', { qury: email }, /qury: unknown argument\. Did you mean "query"\?/],
    [
      'a cursor of Intercom',
      { query: email, pagination: { per_page: 5, starting_after: 'x' } },
      /^pagination: unknown argument/,
    ],
    ['two page sizes', { query: email, limit: 5, per_page: 6 }, /^per_page: unknown argument/],
    [
      'an unknown order',
      { query: email, sort: { field: 'name', order: 'up' } },
      /^sort\.order: must be one of "ascending", "descending", not "up"/,
    ],
    ['sort as a number', { query: email, sort: 1 }, /^sort: must be an object, not 1/],
    ['query as null', { query: null }, /^query: must be a filter or a group of filters, not null/],
  ])('%s is refused', async (_, given, want) => {
    await using server = await record(() => ({ body: page }));
    await expect(server.client.exchange(searchContacts, given)).rejects.toThrow(want);
    expect(server.requests).toEqual([]);
  });

  test('a tool that is no search is left alone', async () => {
    await using server = await record(() => ({ body: {} }));
    await expect(server.client.exchange(getConversation, { query: open })).rejects.toThrow(
      /conversation_id: is required/,
    );
  });
});
