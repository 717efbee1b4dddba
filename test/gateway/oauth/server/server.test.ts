import { auth as auth2, extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import { auth as auth1 } from '@modelcontextprotocol/sdk/client/auth.js';
import * as oauth from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { findAccess, resourceMetadataUrl } from '../../../../gateway/oauth/server/find-access.ts';
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
  test('finds its way from the MCP URL, and again by refreshing', async () => {
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
    const options = { serverUrl: server.url, fetchFn };
    expect(await auth(provider, options)).toBe('REDIRECT');
    expect(kept.authorization.searchParams.get('resource')).toBe(`${HTTPS_URL}/mcp`);
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

test('an MCP endpoint says where its metadata is, and takes the access token', async () => {
  await using gateway = await oauthGateway();
  const { server, test: within } = gateway;
  const refused = await gateway.fetch(server.url, {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  });
  expect(refused.status).toBe(401);
  const { resourceMetadataUrl: told } = extractWWWAuthenticateParams(refused);
  expect(told?.href).toBe(resourceMetadataUrl(within.gateway.context, server.row.id));
  expect(told?.href).not.toContain(server.token);
  const metadata = await (await gateway.fetch(told ?? 'none:')).json();
  expect(metadata).toEqual({
    resource: `${HTTPS_URL}/mcp`,
    authorization_servers: [gateway.issuer],
    bearer_methods_supported: ['header'],
  });
  const { body } = await gateway.exchange(await gateway.authorize());
  const listed = await within.mcp(server.url, 'tools/list', {}, { authorization: `Bearer ${body.access_token}` });
  expect(listed.status).toBe(200);
});
