import { describe, expect, test } from 'vitest';
import { CALLBACK, HTTPS_URL, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

function addressesOf(id: string, token: string): string[] {
  return [
    `/.well-known/oauth-authorization-server/oauth/mcp/${id}`,
    `/oauth/mcp/${id}/.well-known/oauth-authorization-server`,
    `/.well-known/openid-configuration/oauth/mcp/${id}`,
    `/oauth/mcp/${id}/.well-known/openid-configuration`,
    `/.well-known/oauth-protected-resource/oauth/mcp/${id}`,
    `/.well-known/oauth-protected-resource/mcp/${token}`,
  ];
}

test('metadata is where clients look for it, and names the issuer alone', async () => {
  await using gateway = await oauthGateway();
  const { row, token } = gateway.server;
  for (const path of addressesOf(row.id, token)) {
    const response = await gateway.fetch(HTTPS_URL + path);
    const text = await response.text();
    expect([path, response.status]).toEqual([path, 200]);
    expect(text).not.toContain(token);
    if (path.includes('protected-resource')) {
      expect(JSON.parse(text)).toMatchObject({ authorization_servers: [gateway.issuer], resource: `${HTTPS_URL}/mcp` });
      continue;
    }
    expect(JSON.parse(text)).toEqual({
      issuer: gateway.issuer,
      authorization_endpoint: `${gateway.issuer}/authorize`,
      token_endpoint: `${gateway.issuer}/token`,
      registration_endpoint: `${gateway.issuer}/register`,
      revocation_endpoint: `${gateway.issuer}/revoke`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      client_id_metadata_document_supported: false,
      revocation_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    });
  }
});

const absent: [string, (gateway: OAuthGateway) => Promise<{ id: string; token: string }>][] = [
  ['unknown', async () => ({ id: '00000000-0000-4000-8000-000000000000', token: `imcp_srv_${'x'.repeat(43)}` })],
  ['no id at all', async () => ({ id: "%00'", token: '%00' })],
  [
    'open without a second factor',
    async ({ test: { server }, accountId }) => {
      const { row, token } = await server(accountId, {});
      return { id: row.id, token };
    },
  ],
  [
    'over',
    async ({ test: { server, pass, now }, accountId }) => {
      const { row, token } = await server(accountId, { require_api_token_auth: true }, now() + 60_000);
      pass(60_000);
      return { id: row.id, token };
    },
  ],
  [
    'removed',
    async ({ test: { server, store }, accountId }) => {
      const { row, token } = await server(accountId, { require_api_token_auth: true });
      await store.transaction(({ servers }) => servers.remove(accountId, row.id, Number.MAX_SAFE_INTEGER));
      return { id: row.id, token };
    },
  ],
];

test.each(absent)('a server that is %s has no authorization server', async (_, make) => {
  await using gateway = await oauthGateway();
  const { id, token } = await make(gateway);
  const gets = [...addressesOf(id, token), `/oauth/mcp/${id}/authorize?client_id=x`];
  const posts = ['authorize', 'register', 'token', 'revoke'].map((name) => `/oauth/mcp/${id}/${name}`);
  const answers = await Promise.all([
    ...gets.map((path) => gateway.fetch(HTTPS_URL + path)),
    ...posts.map((path) => gateway.fetch(HTTPS_URL + path, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })),
  ]);
  // One answer for all of them: it tells nobody which servers exist.
  for (const response of answers) {
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: {
        code: 'not_found',
        message: 'There is no authorization server at this address.',
        help: 'Use the URL of an MCP server that requires an API token and has not expired.',
      },
    });
  }
});

test('the guesses of clients at the root are answered with 404 in JSON', async () => {
  await using gateway = await oauthGateway();
  for (const path of [
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-protected-resource/mcp',
    '/register',
    '/authorize',
    '/token',
  ]) {
    const response = await gateway.fetch(HTTPS_URL + path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  }
});

describe('registration', () => {
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
    pass(1000);
    await gateway.open(await gateway.authorizeUrl({ client_id: shown }));
    const last = await gateway.register();
    const left = await clients(gateway);
    expect(left).toHaveLength(1001);
    for (const id of [clientId, shown, last]) expect(left).toContain(id);
  });
});
