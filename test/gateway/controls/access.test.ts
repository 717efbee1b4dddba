import { describe, expect, test } from 'vitest';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { asker, eras } from '../support/eras.ts';
import { ADMIN_KEY, PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';

/** How long the address of what ended says so: 30 days. */
const MONTH = 30 * 24 * 3_600_000;

function path(account: string, server = '') {
  return `/integrated-account/${account}/mcp${server && `/${server}`}`;
}

describe.each(eras)('control 4: expiry and revocation hold at the next request, in $revision', (era) => {
  /** Status, headers and body of an answer: all that a client sees. */
  const whole = async ({ gateway }: TestGateway, url: string) => {
    const response = await gateway.fetch(era.request(url, 'tools/list'));
    return { status: response.status, headers: [...response.headers], text: await response.text() };
  };

  test('a server works to the last millisecond, then answers 410 with words, and is gone from the API', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const { row, url } = await made.server(account, {}, made.now() + 60_000);
    made.pass(59_999);
    expect((await whole(made, url)).status).toBe(200);
    made.pass(1);
    const gone = await whole(made, url);
    expect(gone.status).toBe(410);
    expect(Object.fromEntries(gone.headers)['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(gone.text).error.message).toMatch(/has expired.*Ask its operator/);
    expect((await made.api('GET', path(account, row.id))).status).toBe(404);

    await made.gateway.sweep();
    expect(await made.store.servers.getById(row.id)).toBeUndefined();
    expect((await made.api('GET', path(account))).body.result).toEqual([]);
    // A month later nobody remembers the moment before.
    made.gateway.context.changed();
    expect(await whole(made, url)).toEqual(gone);
    made.pass(MONTH - 1);
    await made.gateway.sweep();
    expect(await whole(made, url)).toEqual(gone);
    made.pass(1);
    await made.gateway.sweep();
    const forgotten = await whole(made, url);
    expect(forgotten.status).toBe(404);
    expect(forgotten).toEqual(await whole(made, `${PUBLIC_URL}/mcp/${newToken('server')}`));
    expect(forgotten).toEqual(await whole(made, `${PUBLIC_URL}/mcp/no-token-at-all`));
  });

  test('a revoked server, and those of a removed account, answer 410 with words', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const account = await made.account();
    const one = await made.server(account);
    const two = await made.server(account);
    expect((await ask(one.url, 'tools/list')).status).toBe(200);
    expect((await ask(two.url, 'tools/list')).status).toBe(200);
    expect((await made.api('DELETE', path(account, one.row.id))).status).toBe(204);
    const revoked = await ask(one.url, 'tools/list');
    expect(revoked).toMatchObject({
      status: 410,
      message: { error: { message: expect.stringMatching(/was revoked/) } },
    });
    expect((await ask(two.url, 'tools/list')).status).toBe(200);
    expect((await made.api('DELETE', `/integrated-account/${account}`)).status).toBe(204);
    expect((await ask(two.url, 'tools/list')).status).toBe(410);
  });

  test('after a rotation the new URL alone works', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const account = await made.account();
    const { row, url } = await made.server(account);
    expect((await ask(url, 'tools/list')).status).toBe(200);
    const { body } = await made.api('POST', `${path(account, row.id)}/rotate`);
    expect((await ask(url, 'tools/list')).status).toBe(410);
    expect((await ask(body.url, 'tools/list')).status).toBe(200);
  });

  test('another configuration, an earlier end and a removed API token hold', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const account = await made.account();
    const { row, url } = await made.server(account);
    const name = 'list_all_intercom_admins';
    expect((await ask(url, 'tools/call', { name, arguments: {} })).message.error).toBeUndefined();
    const change = (body: object) => made.api('PATCH', path(account, row.id), body);
    await change({ config: { tags: ['tags'] } });
    expect((await ask(url, 'tools/call', { name, arguments: {} })).message.error?.message).toMatch(/^Unknown tool/);

    await change({ config: { require_api_token_auth: true } });
    expect((await ask(url, 'tools/list')).status).toBe(401);
    const { body: token } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
    const headers = { authorization: `Bearer ${token.token}` };
    expect((await ask(url, 'tools/list', {}, { headers })).status).toBe(200);
    await made.api('DELETE', `/api-token/${token.id}`);
    expect((await ask(url, 'tools/list', {}, { headers })).status).toBe(401);

    await change({
      config: { require_api_token_auth: false },
      expires_at: new Date(made.now() + 60_000).toISOString(),
    });
    expect((await ask(url, 'tools/list')).status).toBe(200);
    made.pass(60_000);
    expect((await ask(url, 'tools/list')).status).toBe(410);
  });
});

describe.each(eras)('control 5: the second factor belongs to the same owner, in $revision', (era) => {
  test('every token against every server', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const [a, b] = [await made.account('A'), await made.account('B')];
    const factor = { require_api_token_auth: true };
    const servers = [await made.server(a, factor), await made.server(b, factor), await made.server(a)];
    const apiToken = async (of: object) =>
      (await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null, ...of })).body as {
        id: string;
        token: string;
      };
    const soon = new Date(made.now() + 60_000).toISOString();
    const expired = await apiToken({ expires_at: soon });
    const deleted = await apiToken({});
    const tokens: [string, string | undefined, number[]][] = [
      ['none', undefined, [401, 401, 200]],
      ['garbage', 'Bearer garbage', [401, 401, 200]],
      ['a token that was never given out', `Bearer ${newToken('api')}`, [401, 401, 200]],
      ['that of account A', `Bearer ${(await apiToken({ integrated_account_id: a })).token}`, [200, 401, 200]],
      ['that of account B', `Bearer ${(await apiToken({ integrated_account_id: b })).token}`, [401, 200, 200]],
      ['one for all accounts', `Bearer ${(await apiToken({})).token}`, [200, 200, 200]],
      ['one that has just expired', `Bearer ${expired.token}`, [401, 401, 200]],
      ['a deleted one', `Bearer ${deleted.token}`, [401, 401, 200]],
      ["A's own server", `Bearer ${servers[0]?.token}`, [401, 401, 200]],
      ['another server of A', `Bearer ${servers[2]?.token}`, [401, 401, 200]],
      ["the operator's key", `Bearer ${ADMIN_KEY}`, [401, 401, 200]],
      ["Intercom's token", 'Bearer sandbox', [401, 401, 200]],
    ];
    const headersOf = (authorization: string | undefined): Record<string, string> =>
      authorization === undefined ? {} : { authorization };
    const statuses = (authorization: string | undefined) =>
      Promise.all(
        servers.map(
          async ({ url }) => (await ask(url, 'tools/list', {}, { headers: headersOf(authorization) })).status,
        ),
      );
    expect(await statuses(`Bearer ${deleted.token}`)).toEqual([200, 200, 200]);
    expect(await statuses(`Bearer ${expired.token}`)).toEqual([200, 200, 200]);
    await made.api('DELETE', `/api-token/${deleted.id}`);
    made.pass(60_000);
    const found = await Promise.all(tokens.map(async ([name, token]) => [name, await statuses(token)]));
    expect(found).toEqual(tokens.map(([name, , wanted]) => [name, wanted]));
  });

  test('a refusal tells neither token nor reason, and a URL of a refused server is as good as one of any other', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const [a, b] = [await made.account('A'), await made.account('B')];
    const { url, row } = await made.server(a, { require_api_token_auth: true });
    const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: b });
    const refusals = [];
    for (const token of [body.token, newToken('api'), 'garbage'])
      refusals.push(await ask(url, 'tools/list', {}, { headers: { authorization: `Bearer ${token}` } }));
    const [first] = refusals.map(({ message, headers }) => [message, [...headers]]);
    expect(refusals.map(({ message, headers }) => [message, [...headers]])).toEqual([first, first, first]);
    const challenge = refusals[0]?.headers.get('www-authenticate');
    expect(challenge).toBe(
      `Bearer realm="intercom-mcp-gateway", error="invalid_token", resource_metadata="${PUBLIC_URL}/.well-known/oauth-protected-resource/mcp/${row.id}"`,
    );
  });

  test('a token in the one Authorization header leaves none for the second factor', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const account = await made.account();
    const open = await made.server(account);
    const factor = await made.server(account, { require_api_token_auth: true });
    const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
    const at = async (token: string) =>
      (await ask(`${PUBLIC_URL}/mcp`, 'tools/list', {}, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await at(open.token), await at(factor.token), await at(body.token)]).toEqual([200, 401, 404]);
  });
});
