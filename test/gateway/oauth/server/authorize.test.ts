import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRegistered, redirectTarget } from '../../../../gateway/oauth/server/redirect-uri.ts';
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
    const { response } = await gateway.open(url);
    expect(response.headers.get('location')).toMatch(/^https:\/\/client\.example\/callback\?error=invalid_request&/);
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
  ['the resource of somebody else', { resource: 'https://other.example/mcp' }, 'invalid_target'],
  ['a resource that begins alike', { resource: `${HTTPS_URL}/mcp-other` }, 'invalid_target'],
  ['a resource beside it', { resource: `${HTTPS_URL}/mcp/../integrated-account` }, 'invalid_target'],
  ['a resource with a fragment', { resource: `${HTTPS_URL}/mcp/x#y` }, 'invalid_target'],
  ['a resource that is no URL', { resource: 'mcp' }, 'invalid_target'],
];

test.each(returned)('%s: told to the client', async (_, parameters, error) => {
  await using gateway = await oauthGateway();
  const client_id = await gateway.register({ redirect_uris: [`${CALLBACK}?tenant=1`] });
  const redirect_uri = `${CALLBACK}?tenant=1`;
  const { response } = await gateway.open(await gateway.authorizeUrl({ client_id, redirect_uri, ...parameters }));
  expect(response.status).toBe(302);
  const location = new URL(response.headers.get('location') ?? 'none:');
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

const accepted: [string, Record<string, string | undefined>][] = [
  ['the resource', { resource: `${HTTPS_URL}/mcp` }],
  ['an MCP URL as the resource', { resource: `${HTTPS_URL}/mcp/imcp_srv_x` }],
  ['no state', { state: undefined }],
  ['a scope, which means nothing here', { scope: 'offline_access' }],
  ['another port on loopback', { redirect_uri: 'http://127.0.0.1:61234/cb' }],
  ['no port on loopback', { redirect_uri: 'http://127.0.0.1/cb' }],
];

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

describe('redirect URIs', () => {
  const table: [string, boolean][] = [
    ['https://client.example', true],
    ['https://client.example:8443/a?b=c', true],
    ['http://localhost/cb', true],
    ['http://[::1]:80/cb', true],
    ['http://LOCALHOST/cb', true],
    ['cursor://x/cb', true],
    ['com.example.app:/cb', true],
    ['http://client.example/cb', false],
    ['http://localhost.evil.example/cb', false],
    ['http://127.0.0.2/cb', false],
    ['https://user@client.example/cb', false],
    ['https://client.example/cb#', false],
    ['https://a;script-src/cb', false],
    ["https://a'b/cb", false],
    ['https://client.example/a b', false],
    ['https:///cb', true],
    ['https://', false],
    ['JavaScript:alert(1)', false],
    ['data:text/html,x', false],
    ['blob:https://client.example/x', false],
    ['file:///etc/passwd', false],
    ['view-source:https://client.example', false],
    ['/cb', false],
    ['', false],
  ];
  test.each(table)('%s', (text, isAllowed) => {
    expect(redirectTarget(text) !== undefined).toBe(isAllowed);
  });

  test('nothing is registered but what was, and whatever passes can be put into a header and a policy', () => {
    const uri = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.constant(CALLBACK),
    );
    fc.assert(
      fc.property(uri, fc.string({ maxLength: 3 }), (base, more) => {
        const text = base + more;
        expect(isRegistered(text, [CALLBACK])).toBe(text === CALLBACK);
        const target = redirectTarget(text);
        if (target !== undefined) expect(`${target.href} ${target.host}`).not.toMatch(/[\s"<>]{2}|[\r\n]/);
        if (target !== undefined) expect(target.origin).not.toMatch(/[;,' ]/);
      }),
    );
  });
});
