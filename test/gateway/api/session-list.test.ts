import { describe, expect, test } from 'vitest';
import { ADMIN_KEY } from '../support/gateway.ts';
import { keyOf, signedIn } from '../support/signed-in.ts';
import { startApi } from './support/fixture.ts';

describe('sessions', () => {
  test('are listed and ended: all of them by an admin, by others those of their key', async () => {
    await using gateway = await startApi();
    const account = await gateway.account();
    const auditor = await keyOf(gateway, { name: 'auditor', role: 'auditor' });
    const desk = await keyOf(gateway, { name: 'desk', role: 'operator', integrated_account_ids: [account] });
    const admin = await signedIn(gateway, { key: ADMIN_KEY });
    gateway.pass(1000);
    const first = await signedIn(gateway, { key: auditor.key });
    gateway.pass(1000);
    const second = await signedIn(gateway, { key: auditor.key });
    gateway.pass(1000);
    const operator = await signedIn(gateway, { key: desk.key });
    const list = async (browser: typeof admin) => {
      const { status, body } = await browser.ask('GET', '/session');
      expect(status).toBe(200);
      return body.result as { id: string; admin: { name: string }; current: boolean }[];
    };
    const names = async (browser: typeof admin) =>
      (await list(browser)).map(({ admin: { name }, current }) => [name, current]);
    expect(await names(admin)).toEqual([
      ...[
        ['desk', false],
        ['auditor', false],
        ['auditor', false],
        ['environment', true],
      ],
    ]);
    expect(await names(first)).toEqual([
      ['auditor', false],
      ['auditor', true],
    ]);
    expect(await names(operator)).toEqual([['desk', true]]);
    expect((await gateway.api('GET', '/session')).body.result[3]).toEqual({
      id: expect.any(String),
      admin: { id: 'environment', name: 'environment', role: 'admin' },
      address: 'unknown',
      created_at: '2026-11-25T12:00:00.000Z',
      expires_at: '2026-11-26T00:00:00.000Z',
      last_used_at: expect.any(String),
      current: false,
    });

    const [deskSession, secondSession, firstSession, adminSession] = await list(admin);
    const end = async (browser: typeof admin, session: { id: string } | undefined) =>
      (await browser.ask('DELETE', `/session/${session?.id}`)).status;
    expect(await end(first, deskSession)).toBe(404);
    expect(await end(operator, adminSession)).toBe(404);
    expect(await end(admin, { id: 'nobody' })).toBe(404);
    expect(await end(admin, { id: '%00' })).toBe(404);
    expect(await end(first, secondSession)).toBe(204);
    expect((await second.ask('GET', '/audit')).status).toBe(401);
    expect(await end(first, secondSession)).toBe(404);
    expect(await end(admin, deskSession)).toBe(204);
    expect((await operator.ask('GET', '/integrated-account')).status).toBe(401);
    expect(await end(first, firstSession)).toBe(204);
    expect(await names(admin)).toEqual([['environment', true]]);
  });

  test('have the rights of their key, and no more', async () => {
    await using gateway = await startApi();
    const [own, other] = [await gateway.account('Own'), await gateway.account('Other')];
    const auditor = await signedIn(gateway, { key: (await keyOf(gateway, { name: 'a', role: 'auditor' })).key });
    const key = await keyOf(gateway, { name: 'o', role: 'operator', integrated_account_ids: [own] });
    const operator = await signedIn(gateway, { key: key.key });
    expect((await operator.ask('GET', '/session/current')).body.admin).toEqual({
      ...{ id: key.id, name: 'o', role: 'operator', integrated_account_ids: [own] },
    });
    expect((await auditor.ask('GET', '/audit')).status).toBe(200);
    expect((await auditor.ask('POST', `/integrated-account/${own}/mcp`, { name: 'x' })).body.error.code).toBe(
      'forbidden_role',
    );
    expect((await operator.ask('POST', `/integrated-account/${own}/mcp`, { name: 'x' })).status).toBe(201);
    expect((await operator.ask('GET', `/integrated-account/${other}`)).status).toBe(403);
    expect((await operator.ask('GET', '/admin-key')).status).toBe(403);
    const { body } = await gateway.api('GET', '/audit?action=server.create');
    expect(body.result).toMatchObject([{ actor: `admin_key:${key.id}`, actor_name: 'o' }]);
    expect((await gateway.api('GET', `/admin-key/${key.id}`)).body.last_used_at).toBe('2026-11-25T12:00:00.000Z');
  });
});
