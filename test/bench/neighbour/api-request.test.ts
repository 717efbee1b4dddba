import { expect, test } from 'vitest';
import { type ApiRequest, requestApi } from '../../../bench/neighbour/api-request.ts';
import { textAt } from '../../../bench/tasks/workspace.ts';
import { createSandbox } from '../../../sandbox/index.ts';

const sandbox = createSandbox();
const request = (options: ApiRequest) => requestApi('http://sandbox.test/', options, sandbox.fetch);

test('query and body are sent, and the parsed body is the answer', async () => {
  const query = { per_page: 1, starting_after: undefined };
  expect(await request({ method: 'GET', path: '/contacts', query })).toMatchObject({ pages: { per_page: 1 } });
  const body = { query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } };
  expect(await request({ method: 'POST', path: '/contacts/search', body })).toMatchObject({ total_count: 1 });
});

test('a refusal is thrown with its status and what the API said', async () => {
  const body = { query: { field: 'nonsense', operator: '=', value: 1 } };
  await expect(request({ method: 'POST', path: '/tickets/search', body })).rejects.toThrow(/^400 .*nonsense is not/);
});

test.each(['https://other.example/contacts', '@other.example/contacts'])('%s reaches no other host', async (path) => {
  await expect(request({ method: 'GET', path })).rejects.toThrow('path has to begin with "/"');
});

test('a path of two slashes stays with the API', async () => {
  const hosts: string[] = [];
  await requestApi('http://sandbox.test', { method: 'GET', path: '//other.example/' }, async (input) => {
    hosts.push(new URL(textAt(input, 'href')).host);
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  });
  expect(hosts).toEqual(['sandbox.test']);
});
