import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { serveGateway } from '../../gateway/index.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { serveLoopback } from '../support/serve-loopback.ts';
import { hasBrowser, startBrowser } from './support/browser.ts';
import { ADMIN_KEY, KEYS } from './support/gateway.ts';
import { openTestStore } from './support/open-test-store.ts';

/** A gateway and a sample workspace that listen, with one server that asks for a second factor. */
async function startAll() {
  await using opened = new AsyncDisposableStack();
  const workspace = opened.use(await listenSandbox(createSandbox()));
  const store = opened.use(await openTestStore(':memory:'));
  const { url, gateway } = opened.use(
    await serveGateway({
      store,
      keys: KEYS,
      adminKey: ADMIN_KEY,
      apis: [
        hostIntercom({
          addresses: { sandbox: workspace.url },
          login: {
            ...{ clientId: 'app', clientSecret: 'secret', field: 'access_token' },
            ...{ authorizeUrl: `${workspace.url}/oauth`, tokenUrl: `${workspace.url}/auth/eagle/token` },
          },
        }),
      ],
    }),
  );
  const { context } = gateway;
  const account = await connectAccount(
    context,
    { region: 'sandbox', credential: { access_token: 'sandbox' }, source: 'access_token' },
    BY_SYSTEM,
  );
  const config = serverConfig.parse({ methods: ['read', 'write'], tags: ['support'], require_api_token_auth: true });
  const given = { accountId: account.id, name: 'Support desk', config, expiresAt: null };
  const { row } = await createServer(context, given, BY_SYSTEM);
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  const everything = opened.move();
  return { url, store, row, post, [Symbol.asyncDispose]: () => everything.disposeAsync() };
}

/** A client's program that waits for its user to come back. */
async function startCallback() {
  const came = Promise.withResolvers<URL>();
  const server = await serveLoopback(({ url = '' }, response) => {
    response.end('You can close this page.');
    if (url.startsWith('/callback')) came.resolve(new URL(url, 'http://127.0.0.1'));
  });
  return { ...server, uri: `${server.url}/callback`, came: came.promise };
}

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  /** A fresh page, and what its console complains of. */
  async function openPage(): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext()).newPage();
    const complaints: string[] = [];
    // A page that answers 401 is told there as well, and meant.
    page.on('console', (message) => {
      if (!/status of 40[01]/.test(message.text())) complaints.push(message.text());
    });
    return { page, complaints };
  }

  test('an operator allows a client after a wrong API token, and it gets a token for its code', async () => {
    await using made = await startAll();
    await using callback = await startCallback();
    const { page, complaints } = await openPage();
    const issuer = `${made.url}/oauth/mcp/${made.row.id}`;
    const { client_id } = await made.post(`/oauth/mcp/${made.row.id}/register`, {
      client_name: 'Claude <img src=x>',
      redirect_uris: [callback.uri],
      token_endpoint_auth_method: 'none',
    });
    const verifier = generateRandomCodeVerifier();
    const asked = new URLSearchParams({
      client_id: client_id ?? '',
      redirect_uri: callback.uri,
      response_type: 'code',
      state: 'of the client',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    await page.goto(`${issuer}/authorize?${asked}`);
    await expect.poll(() => page.title()).toBe('Allow access?');
    await expect
      .poll(() => page.innerText('main'))
      .toMatch(/Claude <img src=x>[\s\S]*Support desk[\s\S]*can change data/);

    await page.fill('input[type=password]', 'imcp_api_wrong');
    await page.click('button[value=allow]');
    await expect.poll(() => page.innerText('.error')).toContain('no valid API token');

    const { token = '' } = await made.post('/api-token', { name: 'of the operator', integrated_account_id: null });
    await page.fill('input[type=password]', token);
    await page.click('button[value=allow]');
    const back = await callback.came;
    expect([back.searchParams.get('state'), back.searchParams.get('iss')]).toEqual(['of the client', issuer]);
    const exchanged = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        code_verifier: verifier,
        client_id: client_id ?? '',
        redirect_uri: callback.uri,
      }),
    });
    expect(await exchanged.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(complaints).toEqual([]);
  });

  test('a request that is wrong leads to the client by a click alone, and Deny does', async () => {
    await using made = await startAll();
    await using callback = await startCallback();
    const { page, complaints } = await openPage();
    const { client_id = '' } = await made.post(`/oauth/mcp/${made.row.id}/register`, { redirect_uris: [callback.uri] });
    const asked = new URLSearchParams({ client_id, redirect_uri: callback.uri, response_type: 'token', state: 'x' });
    const address = `${made.url}/oauth/mcp/${made.row.id}/authorize?${asked}`;
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect.poll(() => page.url()).toBe(address);
    await expect
      .poll(() => page.innerText('main'))
      .toMatch(/response_type has to be code[\s\S]*Go to 127\.0\.0\.1:\d+, a program/);
    await page.click('a');
    expect((await callback.came).searchParams.get('error')).toBe('unsupported_response_type');

    const good = { response_type: 'code', code_challenge_method: 'S256', code_challenge: 'x'.repeat(43) };
    await page.goto(
      `${made.url}/oauth/mcp/${made.row.id}/authorize?${new URLSearchParams({ ...Object.fromEntries(asked), ...good })}`,
    );
    await page.click('button[value=deny]');
    await page.waitForURL(`${callback.uri}?**`);
    await expect.poll(() => new URL(page.url()).searchParams.get('error')).toBe('access_denied');
    expect(complaints).toEqual([]);
  });

  test('an admin of a workspace connects it by a link, which works once', async () => {
    await using made = await startAll();
    const { page, complaints } = await openPage();
    const { url = '' } = await made.post('/oauth/intercom/link', { region: 'sandbox', label: 'By login' });
    await page.goto(url);
    await page.click('text=Authorize access');
    await expect.poll(() => page.innerText('h1')).toBe('Fernhill is connected');
    const { rows } = await made.store.accounts.list({ limit: 1 });
    expect(rows).toMatchObject([{ label: 'By login', source: 'oauth', status: 'active' }]);

    await page.goto(url);
    await expect.poll(() => page.innerText('h1')).toBe('Nothing was connected');
    expect(complaints).toEqual([]);
  });
});
