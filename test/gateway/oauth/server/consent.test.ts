import { expect, test } from 'vitest';
import { serverConfig } from '../../../../gateway/servers/server-config.ts';
import { catalog } from '../../../../intercom/catalog.ts';
import { CALLBACK, HTTPS_URL, oauthGateway } from './support/oauth-client.ts';

test('control 19: pages have SameSite=Strict cookies, a CSRF token and a CSP, and show a secret once', async () => {
  await using gateway = await oauthGateway();
  const clientId = await gateway.register();
  const secret = `${HTTPS_URL}/mcp/${gateway.server.token}`;
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: clientId, resource: secret }));
  const { headers } = page.response;
  expect(headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-imcp_consent=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  expect(page.fields.csrf_token).toMatch(/^[\w-]{43}$/);
  const policy = (headers.get('content-security-policy') ?? '').split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("form-action 'self' https://client.example");
  expect(policy.join()).not.toMatch(/unsafe|\*|script-src/);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
  expect(page.html).not.toMatch(/<script|\son\w+=/i);

  // The page shows no secret, not even one that its own address holds or that was typed before.
  expect(page.html).not.toContain(gateway.server.token);
  const wrong = await gateway.submit(page, { api_token: 'a-wrong-token', decision: 'allow' });
  expect(wrong.response.status).toBe(401);
  expect(wrong.html).not.toContain('a-wrong-token');
  // The code is in the answer's address this one time, and leads to a token this one time.
  const { response } = await gateway.submit(wrong, { api_token: gateway.apiToken, decision: 'allow' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('location')).not.toContain(gateway.apiToken);
});

test('the page says who asks, where the answer goes and what would be opened', async () => {
  await using gateway = await oauthGateway();
  const { test: within, accountId } = gateway;
  const clientId = await gateway.register({ client_name: 'Example' });
  const text = async (): Promise<string> => {
    const { document } = await gateway.open(await gateway.authorizeUrl({ client_id: clientId }));
    return [...document.querySelectorAll('dt, dd')].map((element) => element.textContent?.trim()).join(' | ');
  };
  const listed = await within.mcp(
    gateway.server.url,
    'tools/list',
    {},
    { authorization: `Bearer ${gateway.apiToken}` },
  );
  expect(await text()).toBe(
    [
      'The client calls itself | Example (its own claim, not verified)',
      'The answer goes to | client.example',
      'MCP server | Support',
      'Integrated account | Fernhill',
      `Tools | ${[listed.message.result?.tools].flat().length}, none of which can change anything`,
    ].join(' | '),
  );
  const nameOf = (wanted: string): string => catalog.find(({ access }) => access === wanted)?.name ?? '';
  const changed = serverConfig.parse({
    methods: ['read', 'write', 'destructive'],
    tools: [nameOf('read'), nameOf('write')],
    require_api_token_auth: true,
  });
  await within.store.servers.update(accountId, gateway.server.row.id, { config: JSON.stringify(changed) });
  expect(await text()).toContain('Tools | 2, of which 1 can change data in Intercom');
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; </dd></dl><form action=https://evil.example>",
  '&lt;b&gt; &amp; {{name}} <%= name %>',
];

test.each(hostile)('the client name %s is text', async (name) => {
  await using gateway = await oauthGateway();
  const clientId = await gateway.register({ client_name: name });
  const state = `"><b>${name}`;
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: clientId, state }));
  expect(page.document.querySelector('bdi')?.textContent).toBe(name);
  expect(page.fields.state).toBe(state);
  expect(page.document.querySelectorAll('script, img, b')).toHaveLength(0);
  expect(page.document.querySelectorAll('form')).toHaveLength(1);
});

test('a name from before that hides something shows it', async () => {
  await using gateway = await oauthGateway();
  const clientId = await gateway.register();
  const { db } = gateway.test.store;
  await db.updateTable('oauth_clients').set({ name: 'Claude\u202e\n\u200b' }).where('id', '=', clientId).execute();
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: clientId }));
  expect(page.document.querySelector('bdi')?.textContent).toBe('Claude⟨U+202E⟩⟨U+000A⟩⟨U+200B⟩');
});

const redirects: [string, string, RegExp][] = [
  [CALLBACK, "form-action 'self' https://client.example", /^client\.example$/],
  ['http://127.0.0.1:4711/cb', "form-action 'self' http://127.0.0.1:4711", /^127\.0\.0\.1:4711, a program on/],
  ['http://[::1]:4711/cb', "form-action 'self' http:", /^\[::1\]:4711, a program on/],
  ['cursor://anysphere.cursor/cb', "form-action 'self' cursor:", /^cursor:\/\/anysphere\.cursor, an app on/],
  ['com.example.app:/cb', "form-action 'self' com.example.app:", /^com\.example\.app:, an app on/],
];

test.each(redirects)('a form may lead on to %s', async (uri, directive, shown) => {
  await using gateway = await oauthGateway();
  const clientId = await gateway.register({ redirect_uris: [uri] });
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: clientId, redirect_uri: uri }));
  expect((page.response.headers.get('content-security-policy') ?? '').split('; ')).toContain(directive);
  expect(page.document.querySelectorAll('dd')[1]?.textContent).toMatch(shown);
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' });
  const back = response.headers.get('location') ?? '';
  expect(back.startsWith(`${uri}?code=imcp_cod_`)).toBe(true);
});

test('Deny leads back without a code, and needs no token', async () => {
  await using gateway = await oauthGateway();
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  const { response } = await gateway.submit(page, { decision: 'deny', api_token: '' });
  const { searchParams } = new URL(response.headers.get('location') ?? 'none:');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    error: 'access_denied',
    state: 'a state',
    iss: gateway.issuer,
  });
  expect(searchParams.has('code')).toBe(false);
});

test('a form is refused that was not shown to this browser', async () => {
  // Behind a proxy nothing else looks at the origin.
  await using gateway = await oauthGateway({ allowedHosts: 'any' });
  const clientId = await gateway.register();
  const url = await gateway.authorizeUrl({ client_id: clientId });
  const page = await gateway.open(url);
  const other = await gateway.open(url);
  const otherServer = await gateway.test.server(gateway.accountId, { require_api_token_auth: true });
  const elsewhere = await gateway.open(url.href.replace(gateway.server.row.id, otherServer.row.id));
  expect(elsewhere.response.status).toBe(200);
  const good = { api_token: gateway.apiToken, decision: 'allow' };
  const { csrf_token: _, ...unsigned } = page.fields;
  const tries: [string, Parameters<typeof gateway.submit>, number][] = [
    ['no cookie', [{ ...page, cookie: '' }, good], 403],
    ['an empty cookie', [{ ...page, cookie: '__Host-imcp_consent=' }, good], 403],
    ["another page's cookie", [{ ...page, cookie: other.cookie }, good], 403],
    ['a cookie without its prefix', [{ ...page, cookie: page.cookie.replace('__Host-', '') }, good], 403],
    ['no token', [{ ...page, fields: unsigned }, good], 403],
    ['an empty token', [page, { ...good, csrf_token: '' }], 403],
    ["another page's token", [page, { ...good, csrf_token: other.fields.csrf_token ?? '' }], 403],
    ["another server's token and cookie", [elsewhere, good], 403],
    ['another state', [page, { ...good, state: 'of somebody else' }], 403],
    ['another challenge', [page, { ...good, code_challenge: 'x'.repeat(43) }], 403],
    ['another origin', [page, good, { origin: 'https://evil.example' }], 403],
    ['another site', [page, good, { origin: 'null', 'sec-fetch-site': 'cross-site' }], 403],
    ['a sibling site', [page, good, { 'sec-fetch-site': 'same-site' }], 403],
    ['another decision', [page, { ...good, decision: 'perhaps' }], 400],
    ['no form', [page, good, { 'content-type': 'application/json' }], 400],
    ['the page itself', [page, good, { origin: HTTPS_URL, 'sec-fetch-site': 'same-origin' }], 302],
  ];
  for (const [what, given, status] of tries) {
    const { response } = await gateway.submit(...given);
    expect([what, response.status, response.headers.has('location')]).toEqual([what, status, status === 302]);
  }
});

// A browser tells no origin where a page tells no referrer (Fetch, "append a request Origin header").
test('a browser sends the form with the origin that the policy of the page leaves', async () => {
  await using gateway = await oauthGateway();
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  const origin = page.response.headers.get('referrer-policy') === 'no-referrer' ? 'null' : HTTPS_URL;
  const headers = { origin, 'sec-fetch-site': 'same-origin', host: 'gateway.test' };
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' }, headers);
  expect(response.status).toBe(302);
});

test('a gateway on the own machine has a cookie that browsers keep over http', async () => {
  await using gateway = await oauthGateway({ publicUrl: 'http://127.0.0.1:8080' });
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  expect(page.response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^imcp_consent=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Strict$/),
  ]);
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' });
  expect(response.status).toBe(302);
});

test('an API token must be known, valid now, and belong to the account', async () => {
  await using gateway = await oauthGateway();
  const { test: within } = gateway;
  const ends = within.now() + 90_000;
  const stranger = await within.account('Other');
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  const tokens: [string, string, number][] = [
    ['of the account', await gateway.addApiToken({ account_id: gateway.accountId }), 302],
    ['with a time to go', await gateway.addApiToken({ expires_at: ends }), 302],
    ['with blanks around it', ` ${gateway.apiToken}\n`, 302],
    ['of another account', await gateway.addApiToken({ account_id: stranger }), 401],
    ['over', await gateway.addApiToken({ expires_at: within.now() }), 401],
    ['unknown', gateway.apiToken.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 401],
    ["the server's own", gateway.server.token, 401],
    ['empty', '', 401],
  ];
  for (const [what, api_token, status] of tokens) {
    const { response } = await gateway.submit(page, { api_token, decision: 'allow' });
    expect([what, response.status]).toEqual([what, status]);
  }
});

test('after five wrong tokens in a minute none of that address is looked at, and those of others are', async () => {
  await using gateway = await oauthGateway();
  const { test: within } = gateway;
  gateway.comeFrom('192.0.2.1');
  const clientId = await gateway.register();
  const url = await gateway.authorizeUrl({ client_id: clientId });
  const page = await gateway.open(url);
  const right = { api_token: gateway.apiToken, decision: 'allow' };
  const status = async (fields: Record<string, string>): Promise<number> =>
    (await gateway.submit(page, fields)).response.status;
  // Right ones do not count.
  for (let count = 0; count < 6; count++) expect(await status(right)).toBe(302);
  within.pass(1000);
  const wrong = await Promise.all(Array.from({ length: 8 }, () => status({ ...right, api_token: 'wrong' })));
  expect(wrong.sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  gateway.comeFrom('192.0.2.2');
  expect(await status(right)).toBe(302);
  gateway.comeFrom('192.0.2.1');
  within.pass(59_999);
  const limited = await gateway.submit(page, right);
  expect([limited.response.status, limited.response.headers.get('retry-after')]).toEqual([429, '1']);
  expect(limited.html).toContain('Too many wrong API tokens');
  expect(limited.html).not.toContain('<a ');
  expect(limited.response.headers.has('location')).toBe(false);
  expect(limited.response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  within.pass(1);
  expect(await status(right)).toBe(302);
  const { rows } = await within.store.audit.list({ account_ids: [gateway.accountId] }, { limit: 100 });
  expect(rows.filter((row) => row.action === 'oauth.authorize' && row.status === 'refused')).toHaveLength(5);
});
