import { expect, test } from 'vitest';
import type { Passed } from '../support/relay.ts';
import { judgeAddress, judgeContent } from './support/contract-judge.ts';

const request = {
  method: 'POST',
  pathname: '/conversations/1/reply',
  search: '',
  query: new URLSearchParams(),
  headers: {
    'intercom-version': '2.16',
    authorization: 'Bearer token',
    'content-type': 'application/json',
  },
  body: '{"message_type":"note","type":"admin","admin_id":"1","body":"Text"}',
  answer: { status: 200, headers: new Headers(), body: '' },
} satisfies Passed;
const reply = { method: 'POST', path: '/conversations/{conversation_id}/reply' } as const;
const search = { method: 'GET', path: '/content/search' } as const;
const visitor = { method: 'GET', path: '/visitors' } as const;
function withHeader(name: string, value: string): Passed['headers'] {
  return { ...request.headers, [name]: value };
}

test('accepts a request that is right', () => {
  const judged = { entry: reply, tool: {}, request };
  expect([...judgeAddress(judged), ...judgeContent(judged)]).toEqual([]);
});

test.each<[string, Partial<Passed>, string]>([
  ['another method', { method: 'PUT' }, 'PUT instead of POST'],
  ['another path', { pathname: '/conversations/1' }, '/conversations/1 is no /conversations/{conversation_id}/reply'],
  ['an id that leaves its segment', { pathname: '/conversations/1/2/reply' }, '/conversations/1/2/reply is no'],
  ['another version', { headers: withHeader('intercom-version', '2.15') }, 'Intercom-Version is 2.15'],
  ['no token', { headers: withHeader('authorization', '') }, 'no access token'],
  ['another content type', { headers: withHeader('content-type', 'text/plain') }, 'content type text/plain'],
])('finds %s', (_, change, fault) => {
  const faults = judgeAddress({ entry: reply, tool: {}, request: { ...request, ...change } });
  expect(faults).toEqual([expect.stringContaining(fault)]);
});

test('finds an operation that does not exist', () => {
  const entry = { method: 'PATCH', path: '/conversations/{conversation_id}/reply' } as const;
  expect(judgeAddress({ entry, tool: {}, request: { ...request, method: 'PATCH' } })).toEqual([
    'the contract has no PATCH /conversations/{conversation_id}/reply',
  ]);
});

test.each([
  ['a wrong key', '{"message_type":"note","type":"admin","admin":"1","body":"Text"}', 'body: admin is not declared'],
  ['a wrong type', '{"message_type":"note","type":"admin","admin_id":1,"body":"Text"}', 'admin_id must be string'],
  ['a value outside its enum', '{"message_type":"shout","type":"admin","admin_id":"1"}', 'must be equal to one of'],
  ['a missing body', '', 'the body is missing'],
])('finds %s', (_, body, fault) => {
  const faults = judgeContent({ entry: reply, tool: {}, request: { ...request, body } });
  expect(faults.join('\n')).toContain(fault);
});

test.each([
  ['an undeclared query', visitor, 'user_id=1&verbose=true', 'query verbose is not declared'],
  ['a missing query', visitor, '', 'query user_id is missing'],
  ['a query of another type', search, 'tag_ids=1,x', 'query tag_ids: data/value/1 must be integer'],
  ['a query outside its enum', search, 'states=published,gone', 'query states: data/value/1 must be equal to one of'],
  ['paging where there is none', visitor, 'user_id=1&page=2', 'query page is not declared'],
])('finds %s', (_, entry, query, fault) => {
  const bare = { ...request, method: 'GET', query: new URLSearchParams(query), body: '' };
  expect(judgeContent({ entry, tool: {}, request: bare })).toEqual([expect.stringContaining(fault)]);
});

test('finds a body where none is declared', () => {
  const given = { ...request, query: new URLSearchParams('user_id=1') };
  expect(judgeContent({ entry: visitor, tool: {}, request: given })).toEqual(['a body where none is declared']);
});
