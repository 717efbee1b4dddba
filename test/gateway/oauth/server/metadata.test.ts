import { expect, test } from 'vitest';
import { HTTPS_URL, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

function addressesOf(id: string, token: string): string[] {
  return [
    `/.well-known/oauth-authorization-server/oauth/mcp/${id}`,
    `/oauth/mcp/${id}/.well-known/oauth-authorization-server`,
    `/.well-known/openid-configuration/oauth/mcp/${id}`,
    `/oauth/mcp/${id}/.well-known/openid-configuration`,
    `/.well-known/oauth-protected-resource/oauth/mcp/${id}`,
    `/.well-known/oauth-protected-resource/mcp/${token}`,
    `/.well-known/oauth-protected-resource/mcp/${id}`,
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
      expect(JSON.parse(text)).toMatchObject({
        authorization_servers: [gateway.issuer],
        resource: path.endsWith(`resource/mcp/${row.id}`) ? gateway.server.url : `${HTTPS_URL}/mcp`,
      });
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
