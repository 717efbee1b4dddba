import * as oauth from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { listenSandbox } from '../../../sandbox/index.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { testSandbox } from '../support/sandbox.ts';
import { ASKED, HOST, locationOf, me, press, query, tokenOf } from './support/fixture.ts';

describe('a client library', () => {
  test.for([
    ['in the body', oauth.ClientSecretPost],
    ['with HTTP Basic', oauth.ClientSecretBasic],
  ] as const)('goes from the page to an answer of the API, with its secret %s', async ([, authentication]) => {
    // What a form has to encode shows whether it is decoded.
    const oauthClient = { id: 'app 1/ü', secret: 'p:a+s%s &=' };
    const sandbox = testSandbox({ oauthClient, token: 'another' });
    await using listening = await listenSandbox(sandbox);
    const server = {
      issuer: listening.url,
      authorization_endpoint: `${listening.url}/oauth`,
      token_endpoint: `${listening.url}/auth/eagle/token`,
    };
    const client = { client_id: oauthClient.id };
    const redirectUri = 'http://127.0.0.1:1/callback?account=7';
    const asked = { client_id: oauthClient.id, redirect_uri: redirectUri, state: oauth.generateRandomState() };
    const back = locationOf(await press(sandbox, 'Authorize access', asked, listening.url));
    expect(back.href).toContain('http://127.0.0.1:1/callback?account=7&code=');
    const parameters = oauth.validateAuthResponse(server, client, back, asked.state);
    const request = () =>
      oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication(oauthClient.secret),
        parameters,
        redirectUri,
        oauth.nopkce,
        { [oauth.allowInsecureRequests]: true },
      );
    const token = await oauth.processAuthorizationCodeResponse(server, client, await request());
    expect(token).toMatchObject({ token_type: 'bearer', token: token.access_token });
    expect(token).not.toHaveProperty('expires_in');
    expect(token).not.toHaveProperty('refresh_token');
    const answer = await fetch(`${listening.url}/me`, { headers: { authorization: `Bearer ${token.access_token}` } });
    expect(await answer.json()).toMatchObject({ id: cast.admins.maya });
    await expect(oauth.processAuthorizationCodeResponse(server, client, await request())).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    });
  });

  test('learns that the person cancelled', async () => {
    const response = await press(testSandbox(), 'Cancel');
    expect(response.status).toBe(302);
    const back = locationOf(response);
    expect(back.origin + back.pathname).toBe(ASKED.redirect_uri);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: ASKED.state });
    expect(() =>
      oauth.validateAuthResponse({ issuer: HOST }, { client_id: ASKED.client_id }, back, ASKED.state),
    ).toThrow(expect.objectContaining({ error: 'access_denied' }));
  });
});

test('none of it spends requests, fails by chance or changes the workspace', async () => {
  const sandbox = testSandbox({ rateLimit: 1 });
  const headers = { authorization: 'Bearer sandbox' };
  for (const path of [`/oauth?${query(ASKED)}`, '/oauth'])
    expect((await sandbox.fetch(`${HOST}${path}`, { headers })).headers.has('x-ratelimit-limit')).toBe(false);
  expect((await me(sandbox, 'sandbox')).headers.get('x-ratelimit-remaining')).toBe('0');
  expect(sandbox.changes()).toEqual([]);
  expect(await tokenOf(testSandbox({ fail: 1 }))).toMatch(/^sandbox-/);
});
