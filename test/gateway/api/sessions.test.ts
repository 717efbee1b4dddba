import { describe, expect, test, vi } from 'vitest';
import { ADMIN_KEY, type TestGateway, testGateway } from '../support/gateway.ts';
import { browserOf, keyOf, signedIn } from '../support/signed-in.ts';
import { startApi } from './support/fixture.ts';

const HOUR = 3_600_000;

describe('a session', () => {
  test('begins by an admin key, opens the API, is read again, and ends with its cookie', async () => {
    await using gateway = await startApi();
    const browser = browserOf(gateway);
    const made = await browser.ask('POST', '/session', { key: `  ${ADMIN_KEY}\n` });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      admin: { id: 'environment', name: 'environment', role: 'admin', integrated_account_ids: null },
      csrf_token: expect.stringMatching(/^[\w-]{43}$/),
      ...{ created_at: '2026-11-25T12:00:00.000Z', expires_at: '2026-11-26T00:00:00.000Z' },
    });
    const [cookie = ''] = made.headers.getSetCookie();
    expect(cookie).toMatch(/^imcp_session=imcp_ses_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const [, token = ''] = browser.cookie.split('=');
    const rows = await gateway.store.db.selectFrom('sessions').selectAll().execute();
    expect(rows).toMatchObject([{ id: made.body.id, address: 'unknown' }]);
    for (const secret of [token, made.body.csrf_token, ADMIN_KEY]) expect(JSON.stringify(rows)).not.toContain(secret);

    const again = await browser.ask('GET', '/session/current');
    expect([again.status, again.body]).toEqual([200, made.body]);
    expect((await browser.ask('GET', '/integrated-account')).status).toBe(200);
    expect((await browser.ask('POST', '/api-token', { name: 'x', integrated_account_id: null })).status).toBe(201);

    const kept = browser.cookie;
    const ended = await browser.ask('DELETE', '/session/current');
    expect([ended.status, ended.headers.getSetCookie()]).toEqual([
      204,
      ['imcp_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict'],
    ]);
    for (const sent of [kept, ''])
      for (const method of ['GET', 'DELETE']) {
        browser.cookie = sent;
        const refused = await browser.ask(method, '/session/current');
        expect([refused.status, refused.body.error.code]).toEqual([401, 'no_session']);
      }
    const { body: log } = await gateway.api('GET', '/audit');
    const by = { actor: 'admin_key:environment', actor_name: 'environment', target: made.body.id, status: 'ok' };
    const lines = log.result.filter(({ action }: { action: string }) => action.startsWith('session.'));
    expect(lines).toMatchObject([
      { ...by, action: 'session.delete' },
      { ...by, action: 'session.create' },
    ]);
  });

  test('has a cookie for this host name and https alone, where the public URL is https', async () => {
    await using gateway = await testGateway({ publicUrl: 'https://gateway.test', allowedHosts: 'any' });
    const browser = browserOf(gateway, 'https://gateway.test');
    const made = await browser.ask('POST', '/session', { key: ADMIN_KEY });
    expect(made.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-imcp_session=imcp_ses_\S+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    expect((await browser.ask('GET', '/session/current')).status).toBe(200);
    // Without the prefix it could be another page's.
    browser.cookie = browser.cookie.replace('__Host-', '');
    expect((await browser.ask('GET', '/session/current')).status).toBe(401);
  });

  test('lasts 12 hours, and 2 without a request; a sweep removes it, not before', async () => {
    await using gateway = await startApi();
    const busy = await signedIn(gateway, { key: ADMIN_KEY });
    const idle = await signedIn(gateway, { key: ADMIN_KEY });
    const statusOf = async (browser: typeof busy) => (await browser.ask('GET', '/session/current')).status;
    const left = async () => (await gateway.store.sessions.list({ limit: 9 })).rows.length;
    for (let hour = 1; hour < 12; hour += 1) {
      gateway.pass(HOUR - (hour === 2 ? 1 : 0));
      // An hour later nobody remembers the moment before.
      gateway.gateway.context.changed();
      expect([hour, await statusOf(busy)]).toEqual([hour, 200]);
      if (hour === 1) expect(await left()).toBe(2);
      if (hour !== 2) continue;
      await gateway.gateway.sweep();
      expect(await left()).toBe(2);
      gateway.pass(1);
      expect(await statusOf(idle)).toBe(401);
      await gateway.gateway.sweep();
      expect(await left()).toBe(1);
    }
    gateway.pass(HOUR - 1);
    expect(await statusOf(busy)).toBe(200);
    gateway.pass(1);
    expect(await statusOf(busy)).toBe(401);
    expect((await gateway.api('GET', '/session')).body.result).toEqual([]);
    await gateway.gateway.sweep();
    expect(await left()).toBe(0);
  });

  test('ends with its key, when that is revoked and when its time is over', async () => {
    await using gateway = await startApi();
    const revoked = await keyOf(gateway, { name: 'revoked', role: 'auditor' });
    const short = await keyOf(gateway, { name: 'short', role: 'auditor', expires_at: '2026-11-25T13:00:00Z' });
    const browsers = [await signedIn(gateway, { key: revoked.key }), await signedIn(gateway, { key: short.key })];
    const statuses = async () => {
      const answers = await Promise.all(browsers.map((browser) => browser.ask('GET', '/audit')));
      return answers.map(({ status }) => status);
    };
    expect((await browsers[1]?.ask('GET', '/session/current'))?.body.expires_at).toBe('2026-11-25T13:00:00.000Z');
    expect(await statuses()).toEqual([200, 200]);
    expect((await gateway.api('DELETE', `/admin-key/${revoked.id}`)).status).toBe(204);
    expect(await statuses()).toEqual([401, 200]);
    gateway.pass(HOUR);
    expect(await statuses()).toEqual([401, 401]);
    expect((await gateway.api('GET', '/session')).body.result).toEqual([]);
  });

  test('of the key of the environment is none for a process with another, and goes on in one with the same', async () => {
    await using gateway = await testGateway();
    const browser = await signedIn(gateway, { key: ADMIN_KEY });
    const { store } = gateway;
    await using other = await testGateway({ store, adminKey: 'Qm7bV2kX9sRt4LnC8wYh3PdJ6gFz5aUe' });
    await using same = await testGateway({ store });
    const at = async ({ api }: TestGateway) => {
      const asked = { ...browserOf({ api }), cookie: browser.cookie };
      return (await api('GET', '/session/current', undefined, { authorization: '', cookie: asked.cookie })).status;
    };
    expect([await at(other), await at(same), await at(gateway)]).toEqual([401, 200, 200]);
  });

  test('goes by a clock that is set: refused while it is over by it, and no longer than it was to last', async () => {
    await using gateway = await testGateway();
    const browser = await signedIn(gateway, { key: ADMIN_KEY });
    const statusAfter = async (milliseconds: number): Promise<number> => {
      gateway.pass(milliseconds);
      gateway.gateway.context.changed();
      return (await browser.ask('GET', '/session/current')).status;
    };
    expect(await statusAfter(13 * HOUR)).toBe(401);
    expect(await statusAfter(-13 * HOUR)).toBe(200);
    expect(await statusAfter(-24 * HOUR)).toBe(200);
    expect(await statusAfter(36 * HOUR)).toBe(401);
  });

  test('that was ended in one process is refused by another without a word to it', async () => {
    await using gateway = await testGateway();
    await using other = await testGateway({ store: gateway.store });
    const browser = await signedIn(gateway, { key: ADMIN_KEY });
    const elsewhere = Object.assign(browserOf(other), { cookie: browser.cookie });
    expect((await elsewhere.ask('GET', '/session/current')).status).toBe(200);
    await browser.ask('DELETE', '/session/current');
    await vi.waitFor(async () => expect((await elsewhere.ask('GET', '/session/current')).status).toBe(401), 5000);
  });

  test('of a browser that signs in anew takes the place of the one before', async () => {
    await using gateway = await startApi();
    const browser = await signedIn(gateway, { key: ADMIN_KEY });
    const { cookie } = browser;
    await browser.ask('POST', '/session', { key: ADMIN_KEY });
    expect(browser.cookie).not.toBe(cookie);
    expect((await gateway.api('GET', '/session')).body.result).toHaveLength(1);
    browser.cookie = cookie;
    expect((await browser.ask('GET', '/session/current')).status).toBe(401);
  });

  test('more than a hundred of one key push out the oldest, and none of another key', async () => {
    await using gateway = await testGateway();
    const { key } = await keyOf(gateway, { name: 'other', role: 'auditor' });
    const other = await signedIn(gateway, { key });
    const first = await signedIn(gateway, { key: ADMIN_KEY });
    gateway.pass(1);
    for (let index = 0; index < 99; index += 1) await signedIn(gateway, { key: ADMIN_KEY });
    expect((await first.ask('GET', '/session/current')).status).toBe(200);
    await signedIn(gateway, { key: ADMIN_KEY });
    expect((await first.ask('GET', '/session/current')).status).toBe(401);
    expect((await other.ask('GET', '/session/current')).status).toBe(200);
  });

  test.for<[string, unknown, string | undefined]>([
    ['nothing', {}, undefined],
    ['a key and a code', { key: 'a', code: 'b' }, undefined],
    ['no text', { key: 5 }, 'key'],
    ['an empty key', { key: ' ' }, 'key'],
    ['a key of a megabyte', { key: 'x'.repeat(1001) }, 'key'],
    ['an unknown field', { key: 'secret-of-mine', more: 1 }, 'more'],
  ])('is not begun by %s', async ([, body, field]) => {
    await using gateway = await startApi();
    const answered = await browserOf(gateway).ask('POST', '/session', body);
    expect([answered.status, answered.body.error.field]).toEqual([400, field]);
    expect(JSON.stringify(answered.body)).not.toContain('secret-of-mine');
  });
});
