import { beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { ADMIN_KEY, PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';
import { browserOf, signedIn, type TestBrowser } from '../support/signed-in.ts';

let gateway: TestGateway;
let browser: TestBrowser;
beforeAll(async () => {
  gateway = await testGateway({ allowedHosts: ['gateway.test', 'other.test', '127.0.0.1'] });
  browser = await signedIn(gateway, { key: ADMIN_KEY });
  return () => gateway[Symbol.asyncDispose]();
});

const made = { name: 'x', integrated_account_id: null };

describe('what changes something by a cookie', () => {
  test.for<[string, Readonly<Record<string, string>>, number]>([
    ['of a page of the gateway', {}, 201],
    ['of a program without Origin and Sec-Fetch-Site', { origin: 'absent', 'sec-fetch-site': 'absent' }, 201],
    ['of a page at another name of the gateway', { host: 'other.test', origin: 'http://other.test' }, 201],
    ['without a CSRF token', { 'x-csrf-token': '' }, 403],
    ['with a wrong CSRF token', { 'x-csrf-token': 'x'.repeat(43) }, 403],
    ['with the start of the CSRF token', { 'x-csrf-token': 'start' }, 403],
    ['of another port', { origin: `${PUBLIC_URL}:8080` }, 403],
    ['of another scheme', { origin: 'https://gateway.test' }, 403],
    ['of another port of this machine, which is of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of no page', { 'sec-fetch-site': 'none' }, 403],
    ['of a page with another name of the gateway in Origin', { origin: 'http://other.test' }, 403],
    ['of a page without an origin', { origin: 'null' }, 403],
  ])('%s: %j', async ([, headers, status]) => {
    const sent = Object.fromEntries(
      Object.entries({ origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin', 'x-csrf-token': browser.csrf, ...headers })
        .filter(([, value]) => value !== 'absent')
        .map(([name, value]) => [name, value === 'start' ? browser.csrf.slice(0, 42) : value]),
    );
    const before = (await gateway.store.apiTokens.list({ limit: 100 })).rows.length;
    const answered = await gateway.api('POST', '/api-token', made, {
      authorization: '',
      cookie: browser.cookie,
      ...sent,
    });
    expect(answered.status).toBe(status);
    if (status === 403) expect(answered.body.error.code).toMatch(/^csrf$|^forbidden_host$/);
    const after = (await gateway.store.apiTokens.list({ limit: 100 })).rows.length;
    expect(after - before).toBe(status === 201 ? 1 : 0);
  });

  test('by every method but GET and HEAD, the end of the session too', async () => {
    const { status } = await browser.ask('HEAD', '/session/current', undefined, { 'x-csrf-token': '' });
    expect(status).toBe(200);
    for (const [method, path] of [
      ...[
        ['DELETE', '/session/current'],
        ['DELETE', '/session/x'],
        ['PATCH', '/integrated-account/x'],
      ],
      ...[
        ['OPTIONS', '/api-token'],
        ['PUT', '/audit'],
      ],
    ] as const)
      expect([method, (await browser.ask(method, path, undefined, { 'x-csrf-token': '' })).body.error.code]).toEqual([
        method,
        'csrf',
      ]);
    expect((await browser.ask('GET', '/session/current')).status).toBe(200);
  });

  test('with the CSRF token of another session is refused', async () => {
    const other = await signedIn(gateway, { key: ADMIN_KEY });
    const answered = await browser.ask('POST', '/api-token', made, { 'x-csrf-token': other.csrf });
    expect(answered.body.error.code).toBe('csrf');
  });

  test('leaves a line where it is refused, with the name of the key', async () => {
    await gateway.gateway.context.audit.flush();
    const { body } = await gateway.api('GET', '/audit?status=csrf');
    expect(body.result[0]).toMatchObject({ action: 'refuse', actor_name: 'environment' });
  });
});

describe('what reads by a cookie', () => {
  test.for<[Readonly<Record<string, string>>, number]>([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: `${PUBLIC_URL}:8080` }, 403],
  ])('with %j', async ([headers, status]) => {
    const answered = await browser.ask('GET', '/audit', undefined, headers);
    expect(answered.status).toBe(status);
    expect(answered.headers.get('access-control-allow-origin')).toBeNull();
    expect(answered.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(answered.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('the cookie', () => {
  const statusWith = async (cookie: string) =>
    (await gateway.api('GET', '/session/current', undefined, { authorization: '', cookie })).status;

  test.for<[string, (own: string) => string, number]>([
    ['is found among others', (own) => `a=b; ${own}; imcp_login=x`, 200],
    ['is none with another one of its name before it', (own) => `imcp_session=${newToken('session')}; ${own}`, 401],
    ['is none with another one of its name behind it', (own) => `${own};imcp_session=x`, 401],
    ['is none that was never given out', () => `imcp_session=${newToken('session')}`, 401],
    ['is none with another token of the gateway', () => `imcp_session=${newToken('admin')}`, 401],
    ['is none with the admin key', () => `imcp_session=${ADMIN_KEY}`, 401],
    ['is none cut short', (own) => own.slice(0, -1), 401],
    ['is none with more behind', (own) => `${own}x`, 401],
    ['is none of nothing', () => 'imcp_session=', 401],
    ['is found in a megabyte', (own) => `${'a=b; '.repeat(200_000)}${own}`, 200],
    ['is none of a megabyte', () => `imcp_session=${'x'.repeat(1_000_000)}`, 401],
    ['is none by the name that https has', (own) => `__Host-${own}`, 401],
  ])('%s', async ([, cookie, status]) => {
    expect(await statusWith(cookie(browser.cookie))).toBe(status);
  });

  test('of another gateway opens nothing', async () => {
    await using other = await testGateway();
    expect(await statusWith((await signedIn(other, { key: ADMIN_KEY })).cookie)).toBe(401);
  });

  test('that a browser had before it signed in is not taken on', async () => {
    const planted = `imcp_session=${newToken('session')}`;
    const victim = browserOf(gateway);
    victim.cookie = planted;
    expect((await victim.ask('POST', '/session', { key: ADMIN_KEY })).status).toBe(201);
    expect(victim.cookie).not.toBe(planted);
    expect(await statusWith(planted)).toBe(401);
    expect(await statusWith(victim.cookie)).toBe(200);
  });

  test('counts where no Bearer is sent: a right one needs no CSRF token, a wrong one is refused', async () => {
    const { cookie } = browser;
    const ask = (authorization: string) => gateway.api('POST', '/api-token', made, { authorization, cookie });
    expect((await ask(`Bearer ${ADMIN_KEY}`)).status).toBe(201);
    expect((await ask('Bearer wrong')).status).toBe(401);
    expect((await ask('Basic YTpi')).body.error.code).toBe('csrf');
    const bearer = { authorization: `Bearer ${ADMIN_KEY}` };
    const { body } = await gateway.api('GET', '/session', undefined, { ...bearer, cookie });
    expect(body.result.map((session: { current: boolean }) => session.current)).not.toContain(true);
    expect((await gateway.api('GET', '/session/current', undefined, bearer)).body.error.code).toBe('no_session');
  });
});

describe('signing in', () => {
  test.for<[Readonly<Record<string, string>>]>([
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: `${PUBLIC_URL}:8080` }],
    [{ origin: 'null' }],
  ])('is refused to another page, which signs nobody in as somebody else: %j', async ([headers]) => {
    const answered = await browserOf(gateway).ask('POST', '/session', { key: ADMIN_KEY }, headers);
    expect(answered.status).toBe(403);
    expect(answered.headers.getSetCookie()).toEqual([]);
  });

  test('takes JSON alone, which a form of another page cannot send', async () => {
    const body = JSON.stringify({ key: ADMIN_KEY });
    const headers = { 'content-type': 'text/plain' };
    const response = await gateway.gateway.fetch(
      new Request(`${PUBLIC_URL}/session`, { method: 'POST', headers, body }),
    );
    expect([response.status, response.headers.getSetCookie()]).toEqual([415, []]);
  });
});
