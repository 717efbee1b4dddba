import { describe, expect, test } from 'vitest';
import { BY_SYSTEM } from '../../../gateway/audit/audit-entry.ts';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { createSignInLink } from '../../../gateway/sessions/sign-in-link.ts';
import { ADMIN_KEY, PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';
import { browserOf, signedIn } from '../support/signed-in.ts';
import { startApi } from './support/fixture.ts';

const MINUTE = 60_000;

/** The code of a new link, by the first key unless another is named. */
async function codeOf({ gateway: { context } }: TestGateway, name?: string): Promise<string> {
  const key = name === undefined ? undefined : await context.store.adminKeys.findByName(name);
  const link = new URL(await createSignInLink(context, BY_SYSTEM, key));
  expect(link.href).toMatch(`${PUBLIC_URL}/dashboard/#sign-in=imcp_sig_`);
  return link.hash.replace('#sign-in=', '');
}

describe('a sign-in link', () => {
  test('signs in once, by the key of the environment, and is kept as a hash', async () => {
    await using gateway = await startApi();
    const code = await codeOf(gateway);
    expect(JSON.stringify(await gateway.store.db.selectFrom('sign_in_codes').selectAll().execute())).not.toContain(
      code,
    );
    const browser = browserOf(gateway);
    const made = await browser.ask('POST', '/session', { code });
    expect([made.status, made.body.admin.name]).toEqual([201, 'environment']);
    const again = await browserOf(gateway).ask('POST', '/session', { code });
    expect([again.status, again.body.error]).toEqual([
      401,
      {
        code: 'wrong_sign_in_code',
        message: expect.stringMatching(/was used before, is older than 10 minutes/),
        help: expect.stringContaining('sign-in-link'),
      },
    ]);
    const { body } = await gateway.api('GET', '/audit?action=session.link');
    expect(body.result).toMatchObject([{ actor: 'system', status: 'ok', target: null }]);
  });

  test('works for ten minutes, to the last millisecond, and is swept', async () => {
    await using gateway = await testGateway();
    const [first, second] = [await codeOf(gateway), await codeOf(gateway)];
    gateway.pass(10 * MINUTE - 1);
    await signedIn(gateway, { code: first });
    await gateway.gateway.sweep();
    gateway.pass(1);
    expect((await browserOf(gateway).ask('POST', '/session', { code: second })).status).toBe(401);
    await gateway.gateway.sweep();
    expect(await gateway.store.db.selectFrom('sign_in_codes').selectAll().execute()).toEqual([]);
  });

  test('signs in by the stored first key, by a named one, and by none that has ended', async () => {
    await using gateway = await testGateway({ adminKey: undefined });
    const { createdAdminKey = '' } = gateway.gateway;
    const own = (method: string, path: string, body?: object) =>
      gateway.api(method, path, body, { authorization: `Bearer ${createdAdminKey}` });
    const { body: made } = await own('POST', '/admin-key', { name: 'auditor', role: 'auditor' });
    const nameAt = async (code: string) => {
      const { body } = await browserOf(gateway).ask('POST', '/session', { code });
      return body.admin?.name ?? body.error.code;
    };
    expect(await nameAt(await codeOf(gateway))).toBe('admin');
    expect(await nameAt(await codeOf(gateway, 'auditor'))).toBe('auditor');
    const late = await codeOf(gateway, 'auditor');
    await own('DELETE', `/admin-key/${made.id}`);
    expect(await nameAt(late)).toBe('sign_in_key_ended');
  });

  test('that two processes redeem at once signs in one of twenty', async () => {
    await using one = await testGateway();
    await using two = await testGateway({ store: one.store });
    const code = await codeOf(one);
    const asked = Array.from({ length: 20 }, (_, index) =>
      browserOf(index % 2 === 0 ? one : two).ask('POST', '/session', { code }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    expect((await one.store.sessions.list({ limit: 50 })).rows).toHaveLength(1);
  });
});

/** A sign-in from an address. */
async function from({ gateway }: TestGateway, address: string, key: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ key });
  return gateway.fetch(new Request(`${PUBLIC_URL}/session`, { method: 'POST', headers, body }), address);
}

describe('sign-ins that fail', () => {
  test('are ten of a network in a quarter of an hour: then a right key waits as well, and the API goes on', async () => {
    await using gateway = await testGateway();
    const statuses = async (address: string, keys: readonly string[]) => {
      const seen = [];
      for (const key of keys) seen.push((await from(gateway, address, key)).status);
      return seen;
    };
    const wrong = Array.from({ length: 9 }, () => newToken('admin'));
    expect(await statuses('2001:db8::1', wrong)).toEqual(wrong.map(() => 401));
    // What succeeds counts for nothing, and takes nothing back.
    expect(await statuses('2001:db8::2', [ADMIN_KEY, ADMIN_KEY, 'wrong', ADMIN_KEY])).toEqual([201, 201, 401, 429]);
    const locked = await from(gateway, '2001:db8::3', ADMIN_KEY);
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
    expect(await locked.json()).toMatchObject({
      error: { code: 'too_many_sign_ins', help: expect.stringContaining('15 minutes') },
    });
    expect(locked.headers.getSetCookie()).toEqual([]);
    expect((await from(gateway, '2001:db8:0:1::1', ADMIN_KEY)).status).toBe(201);
    const api = new Request(`${PUBLIC_URL}/audit`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
    expect((await gateway.gateway.fetch(api, '2001:db8::1')).status).toBe(200);
    gateway.pass(15 * MINUTE);
    expect((await from(gateway, '2001:db8::1', ADMIN_KEY)).status).toBe(201);

    gateway.gateway.context.refusals.close();
    await gateway.gateway.context.audit.flush();
    const { body } = await gateway.api('GET', '/audit?action=refuse&limit=100');
    const times = (status: string) =>
      body.result
        .filter((line: { status: string }) => line.status === status)
        .reduce((sum: number, line: { times: number }) => sum + line.times, 0);
    expect([times('wrong_admin_key'), times('too_many_sign_ins')]).toEqual([10, 2]);
  });

  test('count where they come at once: of a hundred no more than ten are judged', async () => {
    await using gateway = await testGateway();
    const answers = await Promise.all(Array.from({ length: 100 }, () => from(gateway, '192.0.2.1', newToken('admin'))));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(90);
  });

  test('of codes count as well, and what the store could not judge does not', async () => {
    await using gateway = await testGateway();
    const wrong = () => browserOf(gateway).ask('POST', '/session', { code: newToken('signIn') });
    // Of callers without an address nobody can say that they are one.
    for (let index = 0; index < 12; index += 1) expect((await wrong()).status).toBe(401);
    const send = (code: string) =>
      gateway.gateway.fetch(
        new Request(`${PUBLIC_URL}/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code }),
        }),
        '192.0.2.2',
      );
    for (let index = 0; index < 10; index += 1) expect((await send(newToken('signIn'))).status).toBe(401);
    expect((await send(await codeOf(gateway))).status).toBe(429);
  });
});
