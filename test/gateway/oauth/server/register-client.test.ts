import { expect, test } from 'vitest';
import { CALLBACK, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

const send = async (gateway: OAuthGateway, body: string) => {
  const headers = { 'content-type': 'application/json' };
  const response = await gateway.fetch(`${gateway.issuer}/register`, { method: 'POST', body, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

test('answers what was registered, and leaves out what means nothing here', async () => {
  await using gateway = await oauthGateway();
  const { status, headers, body } = await send(
    gateway,
    JSON.stringify({
      client_name: 'Claude',
      redirect_uris: [CALLBACK, 'http://localhost:1/cb', 'cursor://x/cb'],
      grant_types: ['authorization_code', 'refresh_token', 'implicit'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      scope: 'everything',
      logo_uri: 'https://evil.example/logo.png',
      application_type: 'native',
    }),
  );
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    client_id: expect.stringMatching(/^imcp_oac_[\w-]{43}$/),
    client_id_issued_at: Math.floor(gateway.test.now() / 1000),
    client_name: 'Claude',
    redirect_uris: [CALLBACK, 'http://localhost:1/cb', 'cursor://x/cb'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  });
  expect((await send(gateway, JSON.stringify({ redirect_uris: [CALLBACK] }))).body).not.toHaveProperty('client_name');
});

const uri = { redirect_uris: [CALLBACK] };
const refusals: [string, unknown, string, RegExp][] = [
  ['a text', 'text', 'invalid_client_metadata', /JSON object/],
  ['a list', [], 'invalid_client_metadata', /JSON object/],
  ['no redirect URIs', {}, 'invalid_client_metadata', /redirect_uris/],
  ['an empty list', { redirect_uris: [] }, 'invalid_client_metadata', /redirect_uris/],
  ['eleven of them', { redirect_uris: Array(11).fill(CALLBACK) }, 'invalid_client_metadata', /redirect_uris/],
  ['a long one', { redirect_uris: [`${CALLBACK}/${'x'.repeat(1000)}`] }, 'invalid_client_metadata', /redirect_uris/],
  [
    'many long ones',
    { redirect_uris: Array.from({ length: 5 }, (_, index) => `${CALLBACK}/${'x'.repeat(900)}${index}`) },
    'invalid_client_metadata',
    /4000 in all/,
  ],
  ['a program of the system', { redirect_uris: ['ms-msdt:/id'] }, 'invalid_redirect_uri', /known MCP client/],
  ['an install link', { redirect_uris: ['vscode:mcp/install?x'] }, 'invalid_redirect_uri', /known MCP client/],
  ['plain http', { redirect_uris: [CALLBACK, 'http://client.example/cb'] }, 'invalid_redirect_uri', /loopback/],
  ['a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri', /private-use/],
  ['a fragment', { redirect_uris: [`${CALLBACK}#x`] }, 'invalid_redirect_uri', /fragment/],
  ['a long name', { ...uri, client_name: 'x'.repeat(101) }, 'invalid_client_metadata', /client_name/],
  ...[
    '\u202e',
    '\u2067',
    '\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u200b',
    '\u00ad',
    '\u{e0041}',
    '\ufe0f',
    '\u3164',
    '\ud800',
  ].map((char): [string, unknown, string, RegExp] => [
    `a name with U+${char.codePointAt(0)?.toString(16)}`,
    { ...uri, client_name: `Claude${char}b` },
    ...(['invalid_client_metadata', /all visible/] as const),
  ]),
  ['a name that is no text', { ...uri, client_name: { toString: 'x' } }, 'invalid_client_metadata', /client_name/],
  [
    'a secret',
    { ...uri, token_endpoint_auth_method: 'client_secret_post' },
    'invalid_client_metadata',
    /public clients/,
  ],
  ['another grant', { ...uri, grant_types: ['client_credentials'] }, 'invalid_client_metadata', /grant_types/],
  ['another response', { ...uri, response_types: ['token'] }, 'invalid_client_metadata', /response_types/],
];
test.each(refusals)('refuses %s', async (_, metadata, error, description) => {
  await using gateway = await oauthGateway();
  const { status, body } = await send(gateway, JSON.stringify(metadata));
  expect([status, body]).toEqual([400, { error, error_description: expect.stringMatching(description) }]);
  expect(await gateway.test.store.db.selectFrom('oauth_clients').select('id').execute()).toEqual([]);
});

test('refuses what is no JSON and what is too large', async () => {
  await using gateway = await oauthGateway();
  expect((await send(gateway, '{')).body).toMatchObject({ error: 'invalid_client_metadata' });
  const large = await send(gateway, JSON.stringify({ ...uri, software_statement: 'x'.repeat(40_000) }));
  expect([large.status, large.body.error.code]).toEqual([413, 'too_large']);
});

test('an address registers sixty in a minute, and others their own', async () => {
  await using gateway = await oauthGateway();
  gateway.comeFrom('2001:db8:0:1::1');
  for (let count = 0; count < 60; count++) expect((await send(gateway, JSON.stringify(uri))).status).toBe(201);
  gateway.comeFrom('2001:db8:0:1:ffff::2');
  const { status, headers, body } = await send(gateway, JSON.stringify(uri));
  expect([status, headers.get('retry-after'), body.error]).toEqual([429, '60', 'temporarily_unavailable']);
  gateway.comeFrom('2001:db8:0:2::1');
  expect((await send(gateway, JSON.stringify(uri))).status).toBe(201);
  gateway.comeFrom('2001:db8:0:1::1');
  gateway.test.pass(60_000);
  expect((await send(gateway, JSON.stringify(uri))).status).toBe(201);
});

const clients = async ({ test: { store } }: OAuthGateway): Promise<string[]> =>
  (await store.db.selectFrom('oauth_clients').select('id').execute()).map(({ id }) => id);

test('ends after fifteen minutes without a look at its consent page', async () => {
  await using gateway = await oauthGateway();
  const { pass, gateway: within } = gateway.test;
  const [unused, shown] = [await gateway.register(), await gateway.register()];
  pass(14 * 60_000);
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: shown }));
  pass(60_000);
  await within.sweep();
  expect(await clients(gateway)).toEqual([shown]);
  const gone = await gateway.open(await gateway.authorizeUrl({ client_id: unused }));
  expect([gone.response.status, gone.html.includes('is not registered here')]).toEqual([400, true]);
  // The person had the page open all the time.
  pass(13 * 60_000);
  await within.sweep();
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' });
  expect(response.status).toBe(302);
});

test('of a client that somebody agreed to lasts for ninety days after its last token', async () => {
  await using gateway = await oauthGateway();
  const { pass, gateway: within } = gateway.test;
  const day = 24 * 3_600_000;
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  pass(29 * day);
  const { body: next } = await gateway.refresh(clientId, body.refresh_token);
  await gateway.post('revoke', { client_id: clientId, token: next.refresh_token });
  pass(90 * day - 1);
  await within.sweep();
  expect((await gateway.open(await gateway.authorizeUrl({ client_id: clientId }))).response.status).toBe(200);
  pass(15 * 60_000);
  await within.sweep();
  expect(await clients(gateway)).toEqual([]);
});

test('of a thousand that nobody agreed to, a further one ends the one that was seen the longest ago', async () => {
  await using gateway = await oauthGateway();
  const { store, now, pass } = gateway.test;
  const { clientId } = await gateway.authorize();
  pass(1000);
  const shown = await gateway.register();
  const row = { name: '', redirect_uris: '[]', created_at: now(), expires_at: now() + 15 * 60_000 };
  const ids = Array.from({ length: 999 }, (_, index) => `flood ${index}`);
  await store.db
    .insertInto('oauth_clients')
    .values(ids.map((id) => ({ ...row, id })))
    .execute();
  pass(2000);
  await gateway.open(await gateway.authorizeUrl({ client_id: shown }));
  const last = await gateway.register();
  const left = await clients(gateway);
  expect(left).toHaveLength(1001);
  for (const id of [clientId, shown, last]) expect(left).toContain(id);
});
