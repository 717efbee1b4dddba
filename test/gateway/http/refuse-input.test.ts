import { expect, test } from 'vitest';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../support/gateway.ts';

const gateway = await testGateway();
const account = `/integrated-account/${await gateway.account()}`;
const { url } = await gateway.server(account.split('/').at(-1) ?? '');

/** Just under what a body may have. */
const LARGEST = 64_000;
const deep = '['.repeat(LARGEST / 2 - 50) + ']'.repeat(LARGEST / 2 - 50);
const deepObject = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
const many = `{${Array.from({ length: 6000 }, (_, index) => `"k${index}":1`).join(',')}}`;

async function send(method: string, path: string, body: string) {
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
  const answer = await gateway.gateway.fetch(new Request(new URL(path, PUBLIC_URL), { method, headers, body }));
  return { status: answer.status, text: await answer.text() };
}

const routes = [
  ['POST', '/integrated-account'],
  ['PATCH', account],
  ['POST', `${account}/mcp`],
  ['POST', '/api-token'],
  ['POST', '/oauth/intercom/link'],
] as const;

test.each(routes)('JSON of any depth is a refused input: %s %s', async (method, path) => {
  const name = path.startsWith('/integrated-account') ? 'label' : 'name';
  for (const body of [
    deep,
    deepObject,
    `{"${name}":${deep}}`,
    `{"${name}":"x","config":${deepObject}}`,
    `{"access_token":${deep}}`,
  ]) {
    const { status, text } = await send(method, path, body);
    expect([status, text.length < 3000]).toEqual([400, true]);
  }
});

test.each(routes)('of thousands of unknown keys the first are told: %s %s', async (method, path) => {
  const { status, text } = await send(method, path, many);
  expect(status).toBe(400);
  expect(text).toMatch(/and (59|60)\d\d more problems/);
  expect(text.length).toBeLessThan(5000);
});

test('of a hundred wrong names the first get a hint', async () => {
  for (const key of ['tools', 'methods', 'tags']) {
    const names = Array.from({ length: 100 }, (_, index) => `list_contacs_${index}`);
    const { status, text } = await send(
      'POST',
      `${account}/mcp`,
      JSON.stringify({ name: 'X', config: { [key]: names } }),
    );
    expect(status).toBe(400);
    expect(text).toContain('and 88 more problems');
    expect(text.length).toBeLessThan(12_000);
  }
});

test('a client that registers with JSON of any depth is refused', async () => {
  const { status } = await send('POST', '/oauth/register', `{"redirect_uris":${deep},"client_name":${deep}}`);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

const call = (argument: string) =>
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_all_intercom_teams","arguments":${argument},"_meta":` +
  '{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/clientInfo":{"name":"t","version":"1"}}}}';

async function mcp(body: string, params: object = { name: 'list_all_intercom_teams' }) {
  return readAnswer(await gateway.gateway.fetch(modernRequest('tools/call', params, { url, body })));
}

test('arguments of any depth, and any number of them, are refused as arguments', async () => {
  const levels = 500_000;
  const { message } = await mcp(call(`{"fields":${'['.repeat(levels)}${']'.repeat(levels)}}`));
  expect(JSON.stringify(message.result)).toContain('fields: is nested more than 100 levels deep');
  const keys = Array.from({ length: 100_000 }, (_, index) => `"unknown_${index}":1`).join(',');
  const { status, message: refused } = await mcp(call(`{${keys}}`));
  expect([status, refused.error?.message]).toEqual([413, expect.stringContaining('more than 1000 members')]);
  const fewer = Array.from({ length: 900 }, (_, index) => `"unknown_${index}":1`).join(',');
  expect(JSON.stringify((await mcp(call(`{${fewer}}`))).message.result)).toContain('and 888 more problems');
});

test.each([
  deep,
  `{"jsonrpc":"2.0","id":${deep},"method":"tools/call"}`,
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${deepObject}}`,
])('a message of any depth is no fault of the gateway: %.40s', async (body) => {
  const { status } = await mcp(body);
  expect(status).toBeLessThan(500);
});
