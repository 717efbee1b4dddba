import { randomUUID } from 'node:crypto';
import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { CALLBACK, HTTPS_URL, oauthGateway, opens, statuses } from './support/oauth-client.ts';

const HOUR = 3_600_000;

describe('a code', () => {
  const refusals: [string, Record<string, string>, string][] = [
    ['another verifier', { code_verifier: generateRandomCodeVerifier() }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'https://client.example/other' }, 'invalid_grant'],
    ['no redirect URI', { redirect_uri: '' }, 'invalid_request'],
    ['an unknown code', { code: `imcp_cod_${'x'.repeat(43)}` }, 'invalid_grant'],
    ['no code', { code: '' }, 'invalid_request'],
    ['a text that is no code', { code: "'\u0000" }, 'invalid_grant'],
    ['another kind of grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    ['no kind of grant', { grant_type: '' }, 'invalid_request'],
    ['the URL of another server', { resource: `${HTTPS_URL}/mcp/${randomUUID()}` }, 'invalid_target'],
    ['the resource of somebody else', { resource: 'https://other.example/mcp' }, 'invalid_target'],
  ];
  test.each(refusals)('with %s is refused, and still good', async (_, changes, error) => {
    await using gateway = await oauthGateway();
    const authorized = await gateway.authorize();
    const refused = await gateway.exchange(authorized, changes);
    expect([refused.status, refused.body]).toEqual([400, { error, error_description: expect.any(String) }]);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect((await gateway.exchange(authorized, { resource: `${HTTPS_URL}/mcp` })).status).toBe(200);
  });

  test('its challenge is no verifier', async () => {
    await using gateway = await oauthGateway();
    const authorized = await gateway.authorize();
    const code_verifier = await calculatePKCECodeChallenge(authorized.verifier);
    expect((await gateway.exchange(authorized, { code_verifier })).body.error).toBe('invalid_grant');
  });

  test('of another client, and of a client with a secret, is refused', async () => {
    await using gateway = await oauthGateway();
    const authorized = await gateway.authorize();
    const other = await gateway.register();
    expect((await gateway.exchange(authorized, { client_id: other })).body.error).toBe('invalid_grant');
    for (const changes of [{ client_id: `imcp_oac_${'x'.repeat(43)}` }, { client_secret: 'secret' }]) {
      const refused = await gateway.exchange(authorized, changes);
      expect([refused.status, refused.body.error]).toEqual([401, 'invalid_client']);
    }
    const basic = { authorization: `Basic ${btoa(`${authorized.clientId}:`)}` };
    const form = { grant_type: 'authorization_code', client_id: authorized.clientId, code: authorized.code };
    expect((await gateway.post('token', form, basic)).body.error).toBe('invalid_client');
    expect((await gateway.exchange(authorized)).status).toBe(200);
  });

  test('lives for a minute', async () => {
    await using gateway = await oauthGateway();
    const late = await gateway.authorize();
    gateway.test.pass(60_000);
    expect((await gateway.exchange(late)).body.error).toBe('invalid_grant');
    const inTime = await gateway.authorize();
    gateway.test.pass(59_999);
    expect((await gateway.exchange(inTime)).status).toBe(200);
  });

  test('that is used again revokes all that came from it', async () => {
    await using gateway = await oauthGateway();
    const authorized = await gateway.authorize();
    const bystander = await gateway.exchange(await gateway.authorize());
    const first = await gateway.exchange(authorized);
    const refreshed = await gateway.refresh(authorized.clientId, first.body.refresh_token);
    expect(await opens(gateway, refreshed.body.access_token)).toBe(true);
    // A thief knows the code and no verifier.
    const replay = await gateway.exchange(authorized, { code_verifier: generateRandomCodeVerifier() });
    expect(replay.body.error).toBe('invalid_grant');
    for (const { body } of [first, refreshed]) expect(await opens(gateway, body.access_token)).toBe(false);
    expect((await gateway.refresh(authorized.clientId, refreshed.body.refresh_token)).body.error).toBe('invalid_grant');
    expect(await opens(gateway, bystander.body.access_token)).toBe(true);
    expect(await statuses(gateway, 'oauth.token')).toContain('replayed');
  });
});

describe('an access token', () => {
  test('lives for an hour', async () => {
    await using gateway = await oauthGateway();
    const { body } = await gateway.exchange(await gateway.authorize());
    gateway.test.pass(HOUR - 1);
    expect(await opens(gateway, body.access_token)).toBe(true);
    gateway.test.pass(1);
    expect(await opens(gateway, body.access_token)).toBe(false);
  });

  test('opens its own server alone, and no other kind of token opens any', async () => {
    await using gateway = await oauthGateway();
    const other = await gateway.test.server(gateway.accountId, { require_api_token_auth: true });
    const authorized = await gateway.authorize();
    const { body } = await gateway.exchange(authorized);
    expect(await opens(gateway, body.access_token)).toBe(true);
    expect(await opens(gateway, body.access_token, other.row.id)).toBe(false);
    const others = [body.refresh_token, authorized.code, authorized.clientId, gateway.apiToken, ''];
    for (const bearer of others) expect(await opens(gateway, bearer)).toBe(false);
  });

  test("another server's endpoints know nothing of it", async () => {
    await using gateway = await oauthGateway();
    const other = await gateway.test.server(gateway.accountId, { require_api_token_auth: true });
    const authorized = await gateway.authorize();
    const elsewhere = async (name: string, form: Record<string, string>): Promise<unknown> => {
      const url = `${HTTPS_URL}/oauth/mcp/${other.row.id}/${name}`;
      const response = await gateway.fetch(url, { method: 'POST', body: new URLSearchParams(form) });
      return [response.status, (await response.text()).slice(0, 24)];
    };
    const refused = [400, '{"error":"invalid_grant"'];
    const client_id = authorized.clientId;
    const code = {
      ...{ grant_type: 'authorization_code', client_id, code: authorized.code },
      ...{ code_verifier: authorized.verifier, redirect_uri: CALLBACK },
    };
    expect(await elsewhere('token', code)).toEqual(refused);
    const { body } = await gateway.exchange(authorized);
    const refresh = { grant_type: 'refresh_token', client_id, refresh_token: body.refresh_token };
    expect(await elsewhere('token', refresh)).toEqual(refused);
    expect(await elsewhere('revoke', { client_id, token: body.access_token })).toEqual([200, '']);
    expect(await opens(gateway, body.access_token)).toBe(true);
  });

  test('ends with its API token', async () => {
    await using gateway = await oauthGateway();
    const { store, pass, now } = gateway.test;
    const doomed = await gateway.addApiToken({ id: 'doomed' });
    const authorized = await gateway.authorize(doomed);
    const unused = await gateway.authorize(doomed);
    const { body } = await gateway.exchange(authorized);
    await store.apiTokens.remove('doomed');
    expect(await opens(gateway, body.access_token)).toBe(false);
    expect((await gateway.refresh(authorized.clientId, body.refresh_token)).body.error).toBe('invalid_grant');
    expect((await gateway.exchange(unused)).body.error).toBe('invalid_grant');

    const shortened = await gateway.addApiToken({ id: 'shortened' });
    const lasting = await gateway.authorize(shortened);
    const { body: long } = await gateway.exchange(lasting);
    await store.db.updateTable('api_tokens').set({ expires_at: now() }).where('id', '=', 'shortened').execute();
    expect(await opens(gateway, long.access_token)).toBe(false);
    expect((await gateway.refresh(lasting.clientId, long.refresh_token)).body.error).toBe('invalid_grant');

    const short = await gateway.addApiToken({ expires_at: now() + 90_000 });
    const ending = await gateway.authorize(short);
    const { body: brief } = await gateway.exchange(ending);
    expect(brief.expires_in).toBe(90);
    pass(89_999);
    expect(await opens(gateway, brief.access_token)).toBe(true);
    pass(1);
    expect(await opens(gateway, brief.access_token)).toBe(false);
    expect((await gateway.refresh(ending.clientId, brief.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('never outlives its server, which then has no authorization server either', async () => {
    const expiresAt = Date.UTC(2026, 10, 25, 12, 10);
    await using gateway = await oauthGateway({ expiresAt });
    const authorized = await gateway.authorize();
    const { body } = await gateway.exchange(authorized);
    expect(body.expires_in).toBe(600);
    gateway.test.pass(600_000);
    expect(await opens(gateway, body.access_token)).toBe(false);
    const { status, body: told } = await gateway.refresh(authorized.clientId, body.refresh_token);
    expect([status, told.error.code]).toEqual([404, 'not_found']);
  });
});

test('nothing that was given out is in the store as it was given out', async () => {
  await using gateway = await oauthGateway();
  const authorized = await gateway.authorize();
  const { body } = await gateway.exchange(authorized);
  const rows = await gateway.test.store.db.selectFrom('oauth_grants').selectAll().execute();
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['access', 'code', 'refresh']);
  const audit = await gateway.test.store.db.selectFrom('audit').selectAll().execute();
  for (const secret of [authorized.code, body.access_token, body.refresh_token, gateway.apiToken])
    expect(JSON.stringify([rows, audit])).not.toContain(secret);
});
