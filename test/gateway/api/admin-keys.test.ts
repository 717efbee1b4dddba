import { describe, expect, test } from 'vitest';
import { PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';
import { startApi } from './support/fixture.ts';

/** Makes an admin key; answers how to ask with it. */
async function keyOf(gateway: TestGateway, body: object) {
  const made = await gateway.api('POST', '/admin-key', body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { key, id } = made.body;
  const ask = (method: string, path: string, sent?: object) =>
    gateway.api(method, path, sent, { authorization: `Bearer ${key}` });
  return { id, key, ask };
}

const statusesOf = (asked: Promise<{ status: number }>[]) =>
  Promise.all(asked).then((answers) => answers.map(({ status }) => status));

describe('admin keys', () => {
  test('are shown once, listed without their secret, named in the log, and revoked', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const made = await api('POST', '/admin-key', { name: 'Prometheus', role: 'auditor' });
    const { key, ...shown } = made.body;
    expect(made.status).toBe(201);
    expect(shown).toEqual({
      ...{ id: expect.any(String), name: 'Prometheus', role: 'auditor', integrated_account_ids: null },
      ...{ expires_at: null, last_used_at: null, created_at: '2026-11-25T12:00:00.000Z' },
    });
    expect(JSON.stringify(await gateway.store.db.selectFrom('admin_keys').selectAll().execute())).not.toContain(key);
    const ask = (path: string) => api('GET', path, undefined, { authorization: `Bearer ${key}` });
    expect((await ask('/audit')).status).toBe(200);
    expect((await api('GET', `/admin-key/${shown.id}`)).body).toEqual({
      ...shown,
      last_used_at: '2026-11-25T12:00:00.000Z',
    });
    expect((await api('GET', '/admin-key')).body.result).toEqual([{ ...shown, last_used_at: expect.any(String) }]);
    expect((await api('POST', '/admin-key', { name: 'Prometheus', role: 'admin' })).body.error).toMatchObject({
      code: 'name_taken',
      field: 'name',
    });
    expect((await api('DELETE', `/admin-key/${shown.id}`)).status).toBe(204);
    expect((await ask('/audit')).status).toBe(401);
    expect((await api('DELETE', `/admin-key/${shown.id}`)).status).toBe(404);
    const { body } = await api('GET', '/audit');
    const lines = body.result.filter(({ action }: { action: string }) => action.startsWith('admin_key.'));
    const by = { actor: 'admin_key:environment', actor_name: 'environment', target: 'Prometheus', status: 'ok' };
    expect(lines).toMatchObject([
      { ...by, action: 'admin_key.delete' },
      { ...by, action: 'admin_key.create' },
    ]);
  });

  test('end at their time', async () => {
    await using gateway = await startApi();
    const key = await keyOf(gateway, { name: 'short', role: 'admin', expires_at: '2026-11-25T12:01:00Z' });
    gateway.pass(59_999);
    expect((await key.ask('GET', '/audit')).status).toBe(200);
    gateway.pass(1);
    expect((await key.ask('GET', '/audit')).status).toBe(401);
    expect((await gateway.api('GET', '/admin-key')).body.result).toEqual([]);
    await gateway.gateway.sweep();
    expect(await gateway.store.adminKeys.get(key.id)).toBeUndefined();
  });

  test.for<[object, string]>([
    [{ name: 'x', role: 'operator' }, 'integrated_account_ids'],
    [{ name: 'x', role: 'operator', integrated_account_ids: [] }, 'integrated_account_ids'],
    [{ name: 'x', role: 'operator', integrated_account_ids: ['nobody'] }, 'integrated_account_ids.0'],
    [{ name: 'x', role: 'operator', integrated_account_ids: ['\u0000'] }, 'integrated_account_ids.0'],
    [{ name: 'x', role: 'auditor', integrated_account_ids: ['a'] }, 'integrated_account_ids'],
    [{ name: 'x', role: 'king' }, 'role'],
    [{ name: 'a\u0000b', role: 'admin' }, 'name'],
  ])('are refused as %j', async ([body, field]) => {
    await using gateway = await startApi();
    const { status, body: answer } = await gateway.api('POST', '/admin-key', body);
    expect({ status, field: answer.error.field }).toEqual({ status: 400, field });
  });

  test('the last one that may make others stays, and of two that end each other one stays', async () => {
    await using gateway = await testGateway({ adminKey: undefined });
    const { createdAdminKey: first = '' } = gateway.gateway;
    const ask = (method: string, path: string, body?: object, key = first) =>
      gateway.api(method, path, body, { authorization: `Bearer ${key}` });
    const [{ id }] = (await ask('GET', '/admin-key')).body.result;
    await ask('POST', '/admin-key', { name: 'auditor', role: 'auditor' });
    expect((await ask('DELETE', `/admin-key/${id}`)).body.error.code).toBe('last_admin_key');
    const { body: second } = await ask('POST', '/admin-key', { name: 'second', role: 'admin' });
    const ends = await statusesOf([
      ask('DELETE', `/admin-key/${id}`, undefined, second.key),
      ask('DELETE', `/admin-key/${second.id}`),
    ]);
    expect(ends.sort()).toEqual([204, 409]);
  });
});

describe('roles', () => {
  test('an auditor reads everything and changes nothing', async () => {
    await using gateway = await startApi();
    const id = await gateway.account();
    const { row } = await gateway.server(id);
    const { ask } = await keyOf(gateway, { name: 'auditor', role: 'auditor' });
    const account = `/integrated-account/${id}`;
    const reads = [
      ...['/integrated-account', account, `${account}/mcp`, `${account}/mcp/${row.id}`, `${account}/audit`],
      ...[`${account}/usage`, '/api-token', '/admin-key', '/audit', '/audit/export', '/metrics'],
      ...['/usage', `${account}/mcp/${row.id}/unused-tools`],
    ];
    expect(await statusesOf(reads.map((path) => ask('GET', path)))).toEqual(reads.map(() => 200));
    const before = await gateway.store.db.selectFrom('servers').selectAll().execute();
    const changes: [string, string, object?][] = [
      ['POST', '/integrated-account', { region: 'us', access_token: 'x' }],
      ['PATCH', account, { label: 'x' }],
      ['DELETE', account],
      ['POST', `${account}/try`, { tool: 'list_all_intercom_tags' }],
      ['POST', `${account}/mcp`, { name: 'x' }],
      ['PATCH', `${account}/mcp/${row.id}`, { name: 'x' }],
      ['POST', `${account}/mcp/${row.id}/rotate`],
      ['DELETE', `${account}/mcp/${row.id}`],
      ['POST', '/api-token', { name: 'x', integrated_account_id: null }],
      ['POST', '/admin-key', { name: 'x', role: 'admin' }],
      ['POST', '/oauth/intercom/link', { region: 'us' }],
    ];
    for (const [method, path, body] of changes)
      expect([method, path, (await ask(method, path, body)).body.error?.code]).toEqual([
        method,
        path,
        'forbidden_role',
      ]);
    expect(await gateway.store.db.selectFrom('servers').selectAll().execute()).toEqual(before);
    await gateway.gateway.context.audit.flush();
    const { body } = await gateway.api('GET', '/audit?action=refuse');
    expect(body.result).toMatchObject([{ action: 'refuse', actor_name: 'auditor', times: 1 }]);
  });

  test('an operator works on its accounts, and others are not there for it', async () => {
    await using gateway = await startApi();
    const [own, other] = [await gateway.account('Own'), await gateway.account('Other')];
    const foreign = await gateway.server(other);
    const { body: foreignToken } = await gateway.api('POST', '/api-token', { name: 'f', integrated_account_id: other });
    const { body: token } = await gateway.api('POST', '/api-token', { name: 'all', integrated_account_id: null });
    const { ask } = await keyOf(gateway, { name: 'desk', role: 'operator', integrated_account_ids: [own] });
    const made = await ask('POST', `/integrated-account/${own}/mcp`, { name: 'Desk' });
    expect(made.status).toBe(201);
    expect((await ask('GET', '/integrated-account')).body.result.map(({ id }: { id: string }) => id)).toEqual([own]);
    const ownToken = await ask('POST', '/api-token', { name: 'o', integrated_account_id: own });
    expect(ownToken.status).toBe(201);
    expect((await ask('GET', '/api-token')).body.result.map(({ id }: { id: string }) => id)).toEqual([
      ownToken.body.id,
    ]);
    const log = (await ask('GET', '/audit')).body.result;
    expect(log.length).toBeGreaterThan(2);
    expect(new Set(log.map((line: { integrated_account_id: string }) => line.integrated_account_id))).toEqual(
      new Set([own]),
    );
    expect((await ask('GET', `/audit?integrated_account_id=${other}`)).body.result).toEqual([]);
    const lines = await gateway.gateway.fetch(
      new Request(`${PUBLIC_URL}/audit/export`, { headers: { authorization: `Bearer ${await desk(gateway, own)}` } }),
    );
    expect(await lines.text()).not.toContain(other);
    const refused: [string, string, object?][] = [
      ['GET', `/integrated-account/${other}`],
      ['GET', `/integrated-account/${other}/audit`],
      ['GET', `/integrated-account/${other}/mcp/${foreign.row.id}`],
      ['DELETE', `/integrated-account/${other}/mcp/${foreign.row.id}`],
      ['GET', `/integrated-account/${own}/mcp/${foreign.row.id}`],
      ['DELETE', `/integrated-account/${own}`],
      ['POST', '/integrated-account', { region: 'us', access_token: 'x' }],
      ['GET', `/api-token/${foreignToken.id}`],
      ['DELETE', `/api-token/${token.id}`],
      ['POST', '/api-token', { name: 'x', integrated_account_id: null }],
      ['POST', '/api-token', { name: 'x', integrated_account_id: other }],
      ['GET', '/admin-key'],
      ['POST', '/admin-key', { name: 'x', role: 'admin' }],
      ['GET', '/metrics'],
      ['POST', '/oauth/intercom/link', { region: 'us' }],
      ['POST', '/oauth/intercom/link', { region: 'us', integrated_account_id: other }],
    ];
    for (const [method, path, body] of refused)
      expect([method, path, (await ask(method, path, body)).status]).toEqual([
        method,
        path,
        expect.toSatisfy(isRefusal),
      ]);
    expect((await gateway.api('GET', `/integrated-account/${other}/mcp/${foreign.row.id}`)).status).toBe(200);
  });
});

async function desk(gateway: TestGateway, own: string): Promise<string> {
  return (await keyOf(gateway, { name: 'desk 2', role: 'operator', integrated_account_ids: [own] })).key;
}

function isRefusal(status: number): boolean {
  return status === 400 || status === 403 || status === 404;
}

test('wrong keys leave one line a minute with their number, and are slowed down; a right one is taken', async () => {
  await using gateway = await testGateway();
  const ask = (key: string, address: string) =>
    gateway.gateway.fetch(new Request(`${PUBLIC_URL}/audit`, { headers: { authorization: `Bearer ${key}` } }), address);
  const answers = [];
  for (let index = 0; index < 25; index += 1) answers.push((await ask('wrong', '203.0.113.9')).status);
  expect(answers).toEqual([...Array(20).fill(401), ...Array(5).fill(429)]);
  const last = await ask('wrong', '203.0.113.9');
  expect(last.headers.get('retry-after')).toBe('60');
  expect((await ask('wrong', '203.0.113.10')).status).toBe(401);
  await gateway.gateway.context.audit.flush();
  const right = await gateway.gateway.fetch(
    new Request(`${PUBLIC_URL}/audit?status=wrong_admin_key`, {
      headers: { authorization: 'Bearer Zk4vQ9tN2xLr7WmB5cYh8PsD3gJf6aXe' },
    }),
    '203.0.113.9',
  );
  expect((await right.json()).result).toMatchObject([
    { action: 'refuse', actor: 'anyone', address: '203.0.113.10', times: 1 },
    { action: 'refuse', actor: 'anyone', address: '203.0.113.9', times: 1 },
  ]);
  gateway.gateway.context.refusals.close();
  await gateway.gateway.context.audit.flush();
  const { body } = await gateway.api('GET', '/audit?status=wrong_admin_key');
  expect(body.result[0]).toMatchObject({ address: '203.0.113.9', times: 25 });
});
