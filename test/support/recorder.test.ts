import { request as send } from 'node:http';
import { expect, test } from 'vitest';
import { byRoute, record } from './recorder.ts';
import { startRelay } from './relay.ts';

test('a header that comes twice is kept with both of its values', async () => {
  await using server = await record(() => ({}));
  const headers = { 'x-twice': ['a', 'b'] };
  await new Promise((ended) => send(server.url, { headers }, (response) => response.resume().on('end', ended)).end());
  expect(server.requests).toMatchObject([{ method: 'GET', headers: { 'x-twice': 'a, b' }, body: '' }]);
});

test.each([
  ['GET /me', 200],
  ['POST /me', 404],
  ['GET /you', 404],
])('%s is answered with %i by its route', async (route, status) => {
  const [method = '', path = ''] = route.split(' ');
  await using server = await record(byRoute({ 'GET /me': { id: '1' } }));
  const response = await fetch(server.url + path, { method });
  const missing = { errors: [{ code: 'not_found', message: route }] };
  expect([response.status, await response.json()]).toMatchObject([status, status === 200 ? { id: '1' } : missing]);
});

test('a relay changes nothing on the way but what it is told to add, and keeps both sides', async () => {
  const teapot = { status: 418, headers: { 'x-answer': 'yes', location: '/elsewhere' }, body: 'no' };
  await using server = await record(() => teapot);
  await using relay = await startRelay(server.url, { prefer: 'dynamic=true' });
  const response = await fetch(`${relay.url}/a%2Fb?q=%20+&q=2`, { method: 'POST', body: '{"ü":1}' });
  expect([response.status, response.headers.get('x-answer'), await response.text()]).toEqual([418, 'yes', 'no']);
  const request = { method: 'POST', pathname: '/a%2Fb', search: '?q=%20+&q=2', body: '{"ü":1}' };
  expect(server.requests).toMatchObject([{ ...request, headers: { prefer: 'dynamic=true' } }]);
  const [passed, ...more] = relay.take();
  expect(passed).toMatchObject({ ...request, answer: { status: 418, body: 'no' } });
  expect(passed?.headers).not.toHaveProperty('prefer');
  expect([more, relay.take()]).toEqual([[], []]);
});

test('a relay adds no type to an answer that has none', async () => {
  await using server = await record(() => ({ status: 204 }));
  await using relay = await startRelay(server.url);
  const response = await fetch(relay.url);
  expect([response.status, response.headers.get('content-type')]).toEqual([204, null]);
});

test('a relay says that nobody is there', async () => {
  const gone = await record(() => ({}));
  await gone[Symbol.asyncDispose]();
  await using relay = await startRelay(gone.url);
  expect((await fetch(relay.url)).status).toBe(502);
});
