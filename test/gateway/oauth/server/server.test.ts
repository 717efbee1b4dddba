import { auth as auth2, extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import * as oauth from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { findAccess } from '../../../../gateway/oauth/server/find-access.ts';
import { auth as auth1 } from '../../../judges/legacy-sdk.ts';
import { CALLBACK, HTTPS_URL, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

/** Opens a page, allows, and answers where the browser is led. */
async function allow(gateway: OAuthGateway, url: URL): Promise<URL> {
  const page = await gateway.open(url);
  expect(page.response.status).toBe(200);
  const { response } = await gateway.submit(page, { api_token: gateway.apiToken, decision: 'allow' });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? 'none:');
}

test('oauth4webapi goes the whole way: discovery, registration, code, refresh, revocation', async () => {
  await using gateway = await oauthGateway();
  const { server, test: within } = gateway;
  const options = {
    [oauth.customFetch]: (url: string, init: object) => gateway.fetch(url, init),
  };
  const issuer = new URL(gateway.issuer);
  const as = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...options }),
  );
  const client = await oauth.processDynamicClientRegistrationResponse(
    await oauth.dynamicClientRegistrationRequest(as, { client_name: 'Example', redirect_uris: [CALLBACK] }, options),
  );
  expect(client).toMatchObject({ token_endpoint_auth_method: 'none', redirect_uris: [CALLBACK] });

  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(as.authorization_endpoint ?? 'none:');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    resource: `${HTTPS_URL}/mcp`,
  }).toString();
  const back = await allow(gateway, url);
  expect(back.origin + back.pathname).toBe(CALLBACK);

  // Judges state and iss.
  const callback = oauth.validateAuthResponse(as, client, back, state);
  const answer = await oauth.authorizationCodeGrantRequest(
    ...([as, client, oauth.None(), callback, CALLBACK, verifier] as const),
    options,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer);
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  const access = (bearer: string) => findAccess(within.gateway.context, { bearer, serverId: server.row.id });
  expect(await access(tokens.access_token)).toEqual({
    clientId: client.client_id,
    apiTokenId: (await within.store.apiTokens.find(within.gateway.context.digest(gateway.apiToken)))?.id,
    expiresAt: within.now() + 3_600_000,
  });

  const refreshed = await oauth.processRefreshTokenResponse(
    as,
    client,
    await oauth.refreshTokenGrantRequest(as, client, oauth.None(), tokens.refresh_token ?? '', options),
  );
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
  expect(await access(refreshed.access_token)).toBeDefined();

  await oauth.processRevocationResponse(
    await oauth.revocationRequest(as, client, oauth.None(), refreshed.refresh_token ?? '', options),
  );
  expect(await access(tokens.access_token)).toBeUndefined();
  expect(await access(refreshed.access_token)).toBeUndefined();

  const { rows } = await within.store.audit.list({ account_ids: [gateway.accountId] }, { limit: 100 });
  const told = rows.filter(({ action }) => action.startsWith('oauth.'));
  expect(told.map(({ action, actor, status }) => [action, actor.split(':')[0], status]).reverse()).toEqual([
    ['oauth.authorize', 'api_token', 'ok'],
    ['oauth.token', 'oauth_client', 'ok'],
    ['oauth.token', 'oauth_client', 'ok'],
    ['oauth.revoke', 'oauth_client', 'ok'],
  ]);
});

describe.each([
  ['2.x', auth2],
  ['1.x', auth1],
] as const)('the official client %s', (_, auth) => {
  test.each([
    ['the MCP URL', false],
    ['the MCP URL with the token', true],
  ])('finds its way from %s, and again by refreshing', async (_, isOld) => {
    await using gateway = await oauthGateway();
    const { test: within, server } = gateway;
    // biome-ignore lint/suspicious/noExplicitAny: two versions of the client keep values of two types
    const kept: Record<string, any> = {};
    const asked: string[] = [];
    const provider = {
      redirectUrl: CALLBACK,
      clientMetadata: { client_name: 'Example', redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none' },
      state: () => 'of-the-client',
      clientInformation: () => kept.client,
      saveClientInformation: (client: unknown) => {
        kept.client = client;
      },
      tokens: () => kept.tokens,
      saveTokens: (tokens: unknown) => {
        kept.tokens = tokens;
      },
      discoveryState: () => kept.discovery,
      saveDiscoveryState: (discovery: unknown) => {
        kept.discovery = discovery;
      },
      codeVerifier: () => kept.verifier,
      saveCodeVerifier: (verifier: string) => {
        kept.verifier = verifier;
      },
      redirectToAuthorization: async (url: URL) => {
        kept.authorization = url;
        kept.back = await allow(gateway, url);
      },
    };
    const fetchFn = (url: string | URL, init?: RequestInit): Promise<Response> => {
      asked.push(String(url));
      return gateway.fetch(url, init);
    };
    const options = { serverUrl: isOld ? `${HTTPS_URL}/mcp/${server.token}` : server.url, fetchFn };
    expect(await auth(provider, options)).toBe('REDIRECT');
    // Of the old URL the parent, so that no secret stands in an address; else the very URL that was called (RFC 9728).
    expect(kept.authorization.searchParams.get('resource')).toBe(isOld ? `${HTTPS_URL}/mcp` : server.url);
    expect(kept.authorization.href).not.toContain(server.token);
    const { searchParams } = kept.back;
    expect(searchParams.get('state')).toBe('of-the-client');
    const authorizationCode = searchParams.get('code');
    expect(await auth(provider, { ...options, authorizationCode, iss: searchParams.get('iss') })).toBe('AUTHORIZED');
    const first = kept.tokens.access_token;
    expect(await auth(provider, options)).toBe('AUTHORIZED');
    expect(kept.tokens.access_token).not.toBe(first);
    const { context } = within.gateway;
    expect(await findAccess(context, { bearer: kept.tokens.access_token, serverId: server.row.id })).toBeDefined();
    // It needed the addresses of its own server alone, and no guesses at the root.
    expect(asked.filter((url) => /\/(register|token|authorize)$/.test(url) && !url.startsWith(gateway.issuer))).toEqual(
      [],
    );
  });
});

/** A call without a second factor. */
const unknown = {
  method: 'POST',
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
};

test.each([
  ['its own URL', (gateway: OAuthGateway) => gateway.server.url, (url: string) => url, '/mcp/'],
  [
    'the URL with its token',
    ({ server }: OAuthGateway) => `${HTTPS_URL}/mcp/${server.token}`,
    () => `${HTTPS_URL}/mcp`,
    '/oauth/mcp/',
  ],
])(
  'an MCP endpoint says at %s where its metadata is, and takes the access token',
  async (_, urlOf, resourceOf, path) => {
    await using gateway = await oauthGateway();
    const { server, test: within } = gateway;
    const url = urlOf(gateway);
    const refused = await gateway.fetch(url, unknown);
    expect(refused.status).toBe(401);
    const { resourceMetadataUrl: told } = extractWWWAuthenticateParams(refused);
    expect(told?.href).toBe(`${HTTPS_URL}/.well-known/oauth-protected-resource${path}${server.row.id}`);
    const metadata = await (await gateway.fetch(told ?? 'none:')).json();
    expect(metadata).toEqual({
      resource: resourceOf(url),
      authorization_servers: [gateway.issuer],
      bearer_methods_supported: ['header'],
    });
    const { body } = await gateway.exchange(await gateway.authorize());
    const listed = await within.mcp(url, 'tools/list', {}, { authorization: `Bearer ${body.access_token}` });
    expect(listed.status).toBe(200);
  },
);

test('an id opens a server with a second factor alone, and tells of no other', async () => {
  await using gateway = await oauthGateway();
  const { accountId, apiToken, server, test: within } = gateway;
  const open = await within.server(accountId);
  const over = await within.server(accountId, { require_api_token_auth: true }, within.now() + 60_000);
  within.pass(60_000);
  const byId = (id: string) => `${HTTPS_URL}/mcp/${id}`;
  const bearer = { authorization: `Bearer ${apiToken}` };
  expect((await within.mcp(server.url, 'tools/list', {}, bearer)).status).toBe(200);
  const answers = [];
  for (const id of [open.row.id, over.row.id, '00000000-0000-4000-8000-000000000000', server.row.id.toUpperCase()]) {
    const { status, message } = await within.mcp(byId(id), 'tools/list', {}, bearer);
    answers.push([status, JSON.stringify(message)]);
  }
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
  // In the header an id is no secret that could stand for one.
  const { status } = await within.mcp(
    `${HTTPS_URL}/mcp`,
    'tools/list',
    {},
    { authorization: `Bearer ${server.row.id}` },
  );
  expect(status).toBe(404);
});

test('an access token of one server opens no other, by any URL', async () => {
  await using gateway = await oauthGateway();
  const { accountId, test: within } = gateway;
  const other = await within.server(accountId, { require_api_token_auth: true });
  const { body } = await gateway.exchange(await gateway.authorize());
  const bearer = { authorization: `Bearer ${body.access_token}` };
  for (const url of [other.url, `${HTTPS_URL}/mcp/${other.token}`])
    expect((await within.mcp(url, 'tools/list', {}, bearer)).status).toBe(401);
});
