import { expect, test } from 'vitest';
import { createSandbox } from '../../../../sandbox/index.ts';
import { CALLBACK, HTTPS_URL, oauthGateway } from './support/oauth-client.ts';

const UNKNOWN = `imcp_oac_${'x'.repeat(43)}`;

const shown: [string, Record<string, string | undefined>][] = [
  ['no client', { client_id: undefined }],
  ['an unknown client', { client_id: UNKNOWN }],
  ['a client that is no id', { client_id: "' or 1=1 --\u0000" }],
  ['no redirect URI', { redirect_uri: undefined }],
  ['an empty redirect URI', { redirect_uri: '' }],
  ['another host', { redirect_uri: 'https://evil.example/callback' }],
  ['a host behind a user', { redirect_uri: 'https://client.example@evil.example/callback' }],
  ['a host that begins alike', { redirect_uri: 'https://client.example.evil.example/callback' }],
  ['another scheme', { redirect_uri: 'http://client.example/callback' }],
  ['a port', { redirect_uri: 'https://client.example:8443/callback' }],
  ['a longer path', { redirect_uri: `${CALLBACK}/../../evil` }],
  ['a query', { redirect_uri: `${CALLBACK}?next=https://evil.example` }],
  ['a fragment', { redirect_uri: `${CALLBACK}#` }],
  ['a backslash', { redirect_uri: 'https://client.example\\@evil.example/callback' }],
  ['no scheme', { redirect_uri: '//client.example/callback' }],
  ['a script', { redirect_uri: 'javascript:alert(1)//https://client.example/callback' }],
  ['a line break', { redirect_uri: `${CALLBACK}\r\nSet-Cookie: a=b` }],
  ['an upper case path', { redirect_uri: 'https://client.example/CALLBACK' }],
  ['another loopback path', { redirect_uri: 'http://127.0.0.1:1/other' }],
  ['another loopback name', { redirect_uri: 'http://localhost:1/cb' }],
];

/** Where the only link of a page leads. */
function wayBackOf({ document }: { readonly document: Document }): string {
  const links = Array.from(document.querySelectorAll('a'));
  expect(links).toHaveLength(1);
  return links[0]?.getAttribute('href') ?? '';
}

test.each(shown)('%s: a page, and no way out of it', async (_, parameters) => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register({ redirect_uris: [CALLBACK, 'http://127.0.0.1:4711/cb'] });
  const url = await gateway.authorizeUrl({ client_id, ...parameters });
  const page = await gateway.open(url);
  expect(page.response.status).toBe(400);
  expect(page.response.headers.get('content-type')).toContain('text/html');
  expect(page.response.headers.has('location')).toBe(false);
  expect(page.html).not.toMatch(/evil|<form|<a /);
  // Posting the same is no way around it.
  const good = await gateway.open(await gateway.authorizeUrl({ client_id }));
  const { response } = await gateway.submit(
    { ...good, fields: { ...Object.fromEntries(url.searchParams), csrf_token: good.fields.csrf_token ?? '' } },
    { api_token: gateway.apiToken, decision: 'allow' },
  );
  expect([400, 403]).toContain(response.status);
  expect(response.headers.has('location')).toBe(false);
});

test('a parameter that stands there twice is not chosen from', async () => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register();
  for (const name of ['client_id', 'redirect_uri']) {
    const url = await gateway.authorizeUrl({ client_id });
    url.searchParams.append(name, url.searchParams.get(name) ?? '');
    expect((await gateway.open(url)).response.status).toBe(400);
  }
  for (const name of ['state', 'response_type', 'code_challenge', 'code_challenge_method']) {
    const url = await gateway.authorizeUrl({ client_id });
    url.searchParams.append(name, 'more');
    const page = await gateway.open(url);
    expect([name, page.response.status, page.response.headers.has('location')]).toEqual([name, 400, false]);
    expect(wayBackOf(page)).toMatch(/^https:\/\/client\.example\/callback\?error=invalid_request&/);
  }
});

const returned: [string, Record<string, string | undefined>, string][] = [
  ['no response type', { response_type: undefined }, 'invalid_request'],
  ['an implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
  ['a hybrid', { response_type: 'code id_token' }, 'unsupported_response_type'],
  ['a form as the answer', { response_mode: 'form_post' }, 'invalid_request'],
  ['no challenge', { code_challenge: undefined }, 'invalid_request'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a challenge of no method, which is plain', { code_challenge_method: undefined }, 'invalid_request'],
  ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
  [
    'the URL of another server',
    { resource: `${HTTPS_URL}/mcp/00000000-0000-4000-8000-000000000000` },
    'invalid_target',
  ],
  ['the URL with the token of another server', { resource: `${HTTPS_URL}/mcp/imcp_srv_x` }, 'invalid_target'],
  ['the resource of somebody else', { resource: 'https://other.example/mcp' }, 'invalid_target'],
  ['a resource that begins alike', { resource: `${HTTPS_URL}/mcp-other` }, 'invalid_target'],
  ['a resource beside it', { resource: `${HTTPS_URL}/mcp/../integrated-account` }, 'invalid_target'],
  ['a resource with a fragment', { resource: `${HTTPS_URL}/mcp/x#y` }, 'invalid_target'],
  ['a resource that is no URL', { resource: 'mcp' }, 'invalid_target'],
];

test.each(returned)('%s: told on a page, and to the client by a click', async (_, parameters, error) => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register({ redirect_uris: [`${CALLBACK}?tenant=1`] });
  const redirect_uri = `${CALLBACK}?tenant=1`;
  const page = await gateway.open(await gateway.authorizeUrl({ client_id, redirect_uri, ...parameters }));
  const { response } = page;
  expect([response.status, response.headers.has('location'), response.headers.has('refresh')]).toEqual([
    ...[400, false, false],
  ]);
  // Nothing on the page goes there by itself.
  expect(page.html).not.toMatch(/<script|<form|<img|http-equiv|\sonload/i);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.document.querySelector('a')?.textContent).toBe('Go to client.example');
  const location = new URL(wayBackOf(page));
  expect(location.origin + location.pathname).toBe(CALLBACK);
  expect(Object.fromEntries(location.searchParams)).toEqual({
    tenant: '1',
    error,
    error_description: expect.any(String),
    state: 'a state',
    iss: gateway.issuer,
  });
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('a link to an app or to this machine says what it leads to', async () => {
  await using gateway = await oauthGateway();
  const uris = {
    'http://127.0.0.1:4711/cb': /127\.0\.0\.1:4711, a program on/,
    'com.example.app:/cb': /app:, an app on/,
  };
  const client_id = await gateway.register({ redirect_uris: Object.keys(uris) });
  for (const [redirect_uri, shown] of Object.entries(uris)) {
    const url = await gateway.authorizeUrl({ client_id, redirect_uri, response_type: 'token' });
    const page = await gateway.open(url);
    expect(page.document.querySelector('a')?.textContent).toMatch(shown);
    expect(wayBackOf(page).startsWith(`${redirect_uri}?error=unsupported_response_type&`)).toBe(true);
  }
});

test('what was changed in the form leads nowhere without a click either', async () => {
  await using gateway = await oauthGateway();
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  const { response, html } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'perhaps' });
  expect([response.status, response.headers.has('location')]).toEqual([400, false]);
  expect(html).toContain('decision has to be');
  const forged = await gateway.submit(page, { decision: 'deny', csrf_token: '' });
  expect([forged.response.status, forged.response.headers.has('location')]).toEqual([403, false]);
  expect(forged.html).not.toContain('<a ');
});

test('a client that names itself by a URL is told to register, and nothing is fetched', async () => {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const fetched: string[] = [];
  await using gateway = await oauthGateway({
    sandbox,
    fetch: (input, init) => {
      const request = new Request(input, init);
      fetched.push(new URL(request.url).host);
      return sandbox.fetch(request);
    },
  });
  const url = await gateway.authorizeUrl({ client_id: 'https://client.example/metadata.json' });
  const page = await gateway.open(url);
  expect(page.response.status).toBe(400);
  expect(page.html).toContain('It has to register at the registration_endpoint');
  expect(page.html).not.toMatch(/client\.example|<a /);
  const form = { client_id: 'https://client.example/metadata.json', grant_type: 'refresh_token', refresh_token: 'x' };
  const { status, body } = await gateway.post('token', form);
  expect([status, body.error, body.error_description]).toEqual([
    ...[400, 'invalid_client', expect.stringContaining('has to register')],
  ]);
  expect(new Set(fetched)).toEqual(new Set(['localhost:1']));
});

const accepted: [string, Record<string, string | undefined>][] = [
  ['the resource', { resource: `${HTTPS_URL}/mcp` }],
  ['no state', { state: undefined }],
  ['a scope, which means nothing here', { scope: 'offline_access' }],
  ['another port on loopback', { redirect_uri: 'http://127.0.0.1:61234/cb' }],
  ['no port on loopback', { redirect_uri: 'http://127.0.0.1/cb' }],
];

test('the URLs of the server are taken as the resource', async () => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register();
  const { url, token } = gateway.server;
  for (const resource of [url, `${url}/`, `${HTTPS_URL}/mcp/${token}`, `${HTTPS_URL}/mcp/`]) {
    const page = await gateway.open(await gateway.authorizeUrl({ client_id, resource }));
    expect([resource, page.response.status]).toEqual([resource, 200]);
  }
});

test.each(accepted)('%s is taken', async (_, parameters) => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register({ redirect_uris: [CALLBACK, 'http://127.0.0.1:4711/cb'] });
  const page = await gateway.open(await gateway.authorizeUrl({ client_id, ...parameters }));
  expect(page.response.status).toBe(200);
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' });
  const location = response.headers.get('location') ?? '';
  expect(location.startsWith(parameters.redirect_uri ?? CALLBACK)).toBe(true);
  expect(new URL(location).searchParams.has('state')).toBe('state' in parameters === false);
});
