import { expect, test, vi } from 'vitest';
import { createGateway } from '../../../../gateway/index.ts';
import { credentialPlace } from '../../../../gateway/secrets/sealed-place.ts';
import { listenSandbox } from '../../../../sandbox/index.ts';
import { ADMIN_KEY, KEYS } from '../../support/gateway.ts';
import {
  APP,
  accountsOf,
  auditOf,
  locationOf,
  loginGateway,
  loginSandbox,
  PUBLIC_URL,
} from './support/login-fixture.ts';

test('a login creates an integrated account with the token that Intercom gave out', async () => {
  await using login = await loginGateway();
  const { browser, back } = await login.begin({ region: 'us', label: ' Support ' });
  const answered = await browser.get(back);
  expect(answered.status).toBe(200);
  expect(answered.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answered.body).toContain('Fernhill is connected');
  const [account, ...others] = await accountsOf(login);
  expect(others).toEqual([]);
  expect(account).toMatchObject({
    label: 'Support',
    region: 'us',
    source: 'oauth',
    status: 'active',
    workspace_name: 'Fernhill',
    created_at: login.now(),
  });
  const token = login.gateway.context.keyring.open(account?.credential ?? '', credentialPlace(account?.id ?? ''));
  expect(token).toMatch(/^sandbox-[\w-]{43}$/);
  expect(login.sent.tokens).toEqual([token]);
  expect(await auditOf(login)).toEqual([
    { account_id: null, actor: 'admin_key:environment', action: 'login.link', status: 'ok' },
    { account_id: account?.id, actor: 'oauth', action: 'account.create', status: 'ok' },
  ]);
  expect(browser.cookies.size).toBe(0);
  expect(answered.body).toContain(`href="${PUBLIC_URL}/dashboard/accounts/${account?.id}"`);
  expect(answered.body).not.toContain(account?.credential);
});

test('a login at a gateway without a dashboard leads to none', async () => {
  await using login = await loginGateway({ dashboard: false });
  const { browser, back } = await login.begin();
  const { status, body } = await browser.get(back);
  expect([status, body.includes('dashboard')]).toEqual([200, false]);
});

test('a login names the account after the workspace where no label was given', async () => {
  await using login = await loginGateway();
  const { browser, back } = await login.begin();
  await browser.get(back);
  expect(await accountsOf(login)).toMatchObject([{ label: 'Fernhill' }]);
});

test('a login renews an account whose token was revoked, and keeps everything else of it', async () => {
  await using login = await loginGateway();
  const id = await login.account('Old name', 'access-token');
  await login.store.accounts.update(id, { status: 'needs_reauth' });
  const before = await login.store.accounts.get(id);
  const revoke = { method: 'POST', body: JSON.stringify({ token: 'access-token' }) };
  expect((await login.sandbox.fetch('http://localhost:1/_sandbox/revoke', revoke)).status).toBe(200);
  login.pass(1000);
  const { browser, back } = await login.begin({ region: 'us', integrated_account_id: id });
  const changed = vi.spyOn(login.gateway.context, 'changed');
  expect((await browser.get(back)).status).toBe(200);
  expect(changed).toHaveBeenCalledOnce();
  expect(await accountsOf(login)).toEqual([
    { ...before, source: 'oauth', status: 'active', credential: expect.any(String), updated_at: login.now() },
  ]);
  const credential = (await login.store.accounts.get(id))?.credential ?? '';
  const token = login.gateway.context.keyring.open(credential, credentialPlace(id));
  const me = await login.sandbox.fetch('http://localhost:1/me', { headers: { authorization: `Bearer ${token}` } });
  expect(me.status).toBe(200);
  const renewal = { account_id: id, actor: 'oauth', action: 'account.renew', status: 'ok' };
  expect(await auditOf(login)).toContainEqual(renewal);
});

test('a login begins at one process and ends at another, and is over for both', async () => {
  await using login = await loginGateway();
  const { gateway, store, now } = login;
  const { apis, fetch } = gateway.context;
  const settings = { store, keys: KEYS, adminKey: ADMIN_KEY, publicUrl: PUBLIC_URL, now };
  await using other = await createGateway({ ...settings, apis: apis.all, fetch });
  const { browser, back } = await login.begin();
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const asked = () => new Request(back, { headers: { cookie } });
  expect((await other.fetch(asked())).status).toBe(200);
  expect((await gateway.fetch(asked())).status).toBe(400);
  expect(await accountsOf(login)).toHaveLength(1);
});

test('a login works over sockets with http on this machine, where the cookie is not Secure', async () => {
  const sandbox = loginSandbox();
  await using listening = await listenSandbox(sandbox);
  const app = { ...APP, authorizeUrl: `${listening.url}/oauth`, tokenUrl: `${listening.url}/auth/eagle/token` };
  const publicUrl = 'http://127.0.0.1:1/gate';
  await using login = await loginGateway({
    publicUrl: `${publicUrl}/`,
    app,
    sandbox,
    upstreams: { eu: listening.url },
    fetch,
  });
  const created = await login.api('POST', 'http://127.0.0.1:1/oauth/intercom/link', { region: 'eu' });
  const url = new URL(created.body.url);
  expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:1\/gate\/oauth\/intercom\/start\?link=imcp_log_[\w-]{43}$/);
  const browser = login.browser();
  // A proxy takes the path of the gateway away.
  const started = await browser.get(`http://127.0.0.1:1/oauth/intercom/start${url.search}`);
  expect(started.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^imcp_login=imcp_log_[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  const back = await login.decide(locationOf(started));
  expect(back.origin + back.pathname).toBe(`${publicUrl}/oauth/intercom/callback`);
  expect((await browser.get(`http://127.0.0.1:1/oauth/intercom/callback${back.search}`)).status).toBe(200);
  expect(await accountsOf(login)).toMatchObject([{ region: 'eu', workspace_name: 'Fernhill' }]);
});

test('a login that nobody began, and a link that is none, leave a line with the address', async () => {
  await using login = await loginGateway();
  for (const path of ['callback?state=imcp_log_none&code=x', 'start?link=imcp_log_none'])
    await login.gateway.fetch(
      new Request(`http://gateway.test/oauth/intercom/${path}`, { headers: { 'sec-fetch-mode': 'navigate' } }),
      '192.0.2.5',
    );
  await login.gateway.context.audit.flush();
  const { rows } = await login.store.audit.list({ action: 'refuse' }, { limit: 9 });
  expect(rows).toMatchObject([{ status: 'unknown_login', address: '192.0.2.5', times: 1 }]);
});
