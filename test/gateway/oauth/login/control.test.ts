import { expect, test } from 'vitest';
import { APP, accountsOf, auditOf, locationOf, loginGateway, PUBLIC_URL } from './support/login-fixture.ts';

const MINUTES = 60_000;

test('control 10: OAuth state is single-use, lives 10 minutes and is bound to a cookie; the redirect URI is exact', async () => {
  await using login = await loginGateway({ allowedHosts: 'any' });
  // Whatever name the browser used, Intercom is told the one that the operator set.
  const link = new URL(await login.link());
  const elsewhere = await login.browser().get(`https://evil.example${link.pathname}${link.search}`);
  expect(locationOf(elsewhere).searchParams.get('redirect_uri')).toBe('https://gateway.test/oauth/intercom/callback');

  const used = await login.begin();
  expect(Object.fromEntries(used.authorizeUrl.searchParams)).toEqual({
    client_id: APP.clientId,
    redirect_uri: 'https://gateway.test/oauth/intercom/callback',
    response_type: 'code',
    state: expect.stringMatching(/^imcp_log_[\w-]{43}$/),
  });
  const cookies = [...used.browser.cookies];
  expect(cookies).toEqual([['__Host-imcp_login', expect.stringMatching(/^imcp_log_[\w-]{43}$/)]]);
  expect((await used.browser.get(used.back)).status).toBe(200);
  expect(login.sent.forms.map((form) => form.get('redirect_uri'))).toEqual([
    'https://gateway.test/oauth/intercom/callback',
  ]);
  for (const [name, value] of cookies) used.browser.cookies.set(name, value);
  expect((await used.browser.get(used.back)).status).toBe(400);

  const late = await login.begin();
  login.pass(10 * MINUTES + 1);
  expect((await late.browser.get(late.back)).status).toBe(400);

  const foreign = await login.begin();
  expect((await login.browser().get(foreign.back)).status).toBe(403);
  // The attempt used it up, so that its own browser comes too late.
  expect((await foreign.browser.get(foreign.back)).status).toBe(400);

  expect(login.sent.forms).toHaveLength(1);
  expect(await accountsOf(login)).toHaveLength(1);
});

test('a login that comes back just in time is finished, and the same instant later is not', async () => {
  await using login = await loginGateway();
  const [inTime, late] = [await login.begin(), await login.begin()];
  login.pass(10 * MINUTES - 1);
  expect((await inTime.browser.get(inTime.back)).status).toBe(200);
  login.pass(1);
  const answered = await late.browser.get(late.back);
  expect(answered.status).toBe(400);
  expect(answered.body).toContain('longer than 10 minutes');
});

test('of many that come back with one state at once, one is let through', async () => {
  await using login = await loginGateway();
  const { browser, back } = await login.begin();
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => login.gateway.fetch(new Request(back, { headers: { cookie } }))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)]);
  expect(login.sent.forms).toHaveLength(1);
});

const cookies: [string, (own: string, other: string) => Record<string, string>][] = [
  ['no cookie', () => ({})],
  ['the cookie of another browser', (_, other) => ({ '__Host-imcp_login': other })],
  ['the cookie without its prefix', (own) => ({ imcp_login: own })],
  ['an empty cookie', () => ({ '__Host-imcp_login': '' })],
  ['a part of the cookie', (own) => ({ '__Host-imcp_login': own.slice(0, -1) })],
];
test.each(cookies)('%s is refused, and the state stays used up', async (_, cookiesOf) => {
  await using login = await loginGateway();
  const [mine, other] = [await login.begin(), await login.begin()];
  const secretOf = (begun: typeof mine) => begun.browser.cookies.get('__Host-imcp_login') ?? '';
  const visitor = login.browser();
  for (const [name, value] of Object.entries(cookiesOf(secretOf(mine), secretOf(other))))
    visitor.cookies.set(name, value);
  const answered = await visitor.get(mine.back);
  expect(answered.status).toBe(403);
  expect(answered.body).toContain('not begun in this browser');
  // What the browser had before is left to it: it may belong to a login of its own.
  expect(answered.headers.getSetCookie()).toEqual([]);
  expect((await mine.browser.get(mine.back)).status).toBe(400);
  expect(login.sent.forms).toEqual([]);
  const refusal = { account_id: null, actor: 'oauth', action: 'login.finish', status: 'other_browser' };
  expect(await auditOf(login)).toContainEqual(refusal);
  expect((await other.browser.get(other.back)).status).toBe(200);
});

const states: [string, (state: string, link: string) => string[]][] = [
  ['another last character', (state) => [state.slice(0, -1) + (state.endsWith('A') ? 'B' : 'A')]],
  ['nothing', () => []],
  ['the token of the link', (_, link) => [link]],
  ['a second state in front', (state) => ['imcp_log_x', state]],
  ['a second state behind', (state) => [state, 'imcp_log_x']],
  ['a long text', (state) => [state + 'x'.repeat(5000)]],
];
test.each(states)('a state that was changed to %s is refused', async (_, statesOf) => {
  await using login = await loginGateway();
  const { browser, back, state, link } = await login.begin();
  const changed = new URL(back);
  changed.searchParams.delete('state');
  for (const each of statesOf(state, new URL(link).searchParams.get('link') ?? ''))
    changed.searchParams.append('state', each);
  expect((await browser.get(changed)).status).toBe(400);
  expect(login.sent.forms).toEqual([]);
  expect(await accountsOf(login)).toEqual([]);
});

test.each([PUBLIC_URL, 'https://localhost:4000'])(
  'the cookie of %s is HttpOnly, Secure, of this host alone and Lax, and is taken away at the end',
  async (publicUrl) => {
    await using login = await loginGateway({ publicUrl });
    const browser = login.browser();
    const started = await browser.get(await login.link());
    expect(started.status).toBe(302);
    expect(started.headers.get('referrer-policy')).toBe('no-referrer');
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-imcp_login=imcp_log_[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const finished = await browser.get(await login.decide(locationOf(started)));
    expect(finished.headers.getSetCookie()).toEqual([
      '__Host-imcp_login=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  },
);
