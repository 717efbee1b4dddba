import { describe, expect, test, vi } from 'vitest';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../support/gateway.ts';
import { describedApi } from './support/contract.ts';
import { everything } from './support/fixture.ts';

const gateway = await testGateway();
const api = await describedApi(gateway);
const account = `/integrated-account/${await gateway.account()}`;
const { body: server } = await api('POST', `${account}/mcp`, { name: 'Desk' });

describe('what is not there', () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const ids = [none, 'none', '%00', '..%2f..%2fapi-token', '%E0%A4%A', "1'--", 'x'.repeat(500), '__proto__'];
  test.for(ids)('the id %s', async (missing) => {
    for (const [method, path, body] of [
      ['GET', `/integrated-account/${missing}`],
      ['PATCH', `/integrated-account/${missing}`, { label: 'X' }],
      ['DELETE', `/integrated-account/${missing}`],
      ['GET', `/integrated-account/${missing}/mcp`],
      ['POST', `/integrated-account/${missing}/mcp`, { name: 'X' }],
      ['POST', `/integrated-account/${missing}/mcp/preview`, {}],
      ['GET', `/integrated-account/${missing}/audit`],
      ['GET', `/integrated-account/${missing}/usage`],
      ['POST', `/integrated-account/${missing}/try`, { tool: 'list_all_intercom_tags' }],
      ['GET', `/integrated-account/${missing}/mcp/${server.id}/unused-tools`],
      ['GET', `${account}/mcp/${missing}/unused-tools`],
      ['GET', `/audit/${missing}`],
      ['GET', `${account}/mcp/${missing}`],
      ['PATCH', `${account}/mcp/${missing}`, { name: 'X' }],
      ['DELETE', `${account}/mcp/${missing}`],
      ['POST', `${account}/mcp/${missing}/rotate`],
      ['GET', `/api-token/${missing}`],
      ['DELETE', `/api-token/${missing}`],
    ] as const) {
      const before = await everything(gateway);
      const { status, body: answer } = await api(method, path, body);
      expect({ method, path, status, code: answer.error?.code }).toEqual({
        method,
        path,
        status: 404,
        code: 'not_found',
      });
      expect(await everything(gateway)).toEqual(before);
    }
  });

  test('what no id can be is not looked up: PostgreSQL takes no text with a NUL', async () => {
    const { accounts, servers, apiTokens } = gateway.store;
    const spies = [vi.spyOn(accounts, 'get'), vi.spyOn(servers, 'get'), vi.spyOn(apiTokens, 'get')];
    for (const path of ['/integrated-account/%00', `${account}/mcp/%00`, '/api-token/%00'])
      expect((await api('GET', path)).status).toBe(404);
    expect(spies.flatMap(({ mock }) => mock.calls.flat()).filter((id) => id.includes('\u0000'))).toEqual([]);
    for (const spy of spies) spy.mockRestore();
  });

  test("a server of another account, under this account's address", async () => {
    const other = `/integrated-account/${await gateway.account('Other')}`;
    const before = await everything(gateway);
    for (const [method, path, body] of [
      ['GET', `${other}/mcp/${server.id}`],
      ['PATCH', `${other}/mcp/${server.id}`, { name: 'X' }],
      ['POST', `${other}/mcp/${server.id}/rotate`],
      ['DELETE', `${other}/mcp/${server.id}`],
    ] as const)
      expect({ method, status: (await api(method, path, body)).status }).toEqual({ method, status: 404 });
    expect(await everything(gateway)).toEqual(before);
    expect((await api('GET', `${account}/mcp/${server.id}`)).status).toBe(200);
  });
});

describe('bodies that are none', () => {
  const send = async (body: string | ReadableStream, headers: Readonly<Record<string, string>>) => {
    const response = await gateway.gateway.fetch(
      new Request(`${PUBLIC_URL}/api-token`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
        ...(typeof body !== 'string' && { duplex: 'half' }),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test.for([
    ['{"name": ', json, 400],
    ['', json, 400],
    ['{"name": "X"}', { 'content-type': 'text/plain' }, 415],
    ['name=X', form, 415],
    ['{"name": "X"}', { 'content-type': '' }, 415],
  ] as const)('%j %j', async ([body, headers, status]) => {
    expect(await send(body, headers)).toEqual({
      status,
      body: {
        error: { code: expect.any(String), message: expect.stringMatching(/\w/), help: expect.stringMatching(/\w/) },
      },
    });
  });

  test('one of more than 64 KiB, with its length told or not', async () => {
    const fits = JSON.stringify({ name: 'X', integrated_account_id: null }).padEnd(64 * 1024);
    const tooLarge = `${fits} `;
    const told = (text: string) => ({ ...json, 'content-length': String(text.length) });
    expect((await send(fits, told(fits))).status).toBe(201);
    expect((await send(new Blob([fits]).stream(), json)).status).toBe(201);
    for (const answer of [await send(tooLarge, told(tooLarge)), await send(new Blob([tooLarge]).stream(), json)])
      expect(answer).toMatchObject({ status: 413, body: { error: { code: 'body_too_large' } } });
  });
});

test('an account that is deleted while a server of it is created is missing as well', async () => {
  await using made = await testGateway();
  const id = await made.account();
  const { store } = made;
  const transaction = vi.spyOn(store, 'transaction').mockImplementationOnce(async (work) => {
    transaction.mockRestore();
    await store.transaction((within) => within.accounts.remove(id, made.now()));
    return store.transaction(work);
  });
  const { status, body } = await made.api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
  expect([status, body.error.code]).toEqual([404, 'not_found']);
});
