import { describe, expect, test } from 'vitest';
import { auditOf, byAdmin, connect, expectGrave, startApi } from './support/fixture.ts';

describe('integrated accounts', () => {
  test('are created with a token that Intercom accepts, which is stored encrypted', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const created = await api('POST', '/integrated-account', {
      region: 'us',
      access_token: ' secret-token ',
      api_version: '2.14',
    });
    expect(created).toMatchObject({ status: 201 });
    expect(created.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      api: 'intercom',
      label: 'Fernhill',
      region: 'us',
      api_version: '2.14',
      variables: {},
      tools_version: '2.14',
      workspace: { id: 'fernhill', name: 'Fernhill' },
      admin: { id: expect.any(String), name: expect.any(String) },
      ...{ source: 'access_token', status: 'active', servers: 0, last_used_at: null, budget: null },
      created_at: '2026-11-25T12:00:00.000Z',
      updated_at: '2026-11-25T12:00:00.000Z',
    });
    const { id } = created.body;
    expect((await api('GET', `/integrated-account/${id}`)).body).toEqual(created.body);
    const row = await store.accounts.get(id);
    expect(gateway.gateway.context.keyring.open(row?.credential ?? '', `accounts/${id}`)).toBe('secret-token');
    expect(await auditOf(gateway, id)).toEqual([byAdmin('account.create')]);
  });

  test('are not created with a token that Intercom refuses, or while it cannot be asked', async () => {
    await using gateway = await startApi();
    for (const [token, status, code, field] of [
      ['refused', 400, 'token_refused', 'access_token'],
      ['down', 502, 'upstream_failed', undefined],
      ['strange', 502, 'upstream_failed', undefined],
    ] as const) {
      const { body, ...answered } = await gateway.api('POST', '/integrated-account', {
        region: 'us',
        access_token: token,
      });
      expect({ status: answered.status, code: body.error.code, field: body.error.field }).toEqual({
        status,
        code,
        field,
      });
      expect(JSON.stringify(body)).toContain('nothing was stored');
    }
    expect((await gateway.api('GET', '/integrated-account')).body).toEqual({ result: [], next_cursor: null });
  });

  test('change: a label without asking Intercom, all else after it was tried', async () => {
    await using gateway = await startApi();
    const { api, store, pass } = gateway;
    const id = await connect(gateway);
    const path = `/integrated-account/${id}`;
    const { body: before } = await api('GET', path);
    await store.accounts.update(id, { status: 'needs_reauth', source: 'oauth' });
    pass(1000);
    const updated_at = '2026-11-25T12:00:01.000Z';
    const labelled = { ...before, label: 'Support', status: 'needs_reauth', source: 'oauth', updated_at };
    expect(await api('PATCH', path, { label: ' Support ' })).toMatchObject({ status: 200, body: labelled });
    const moved = { ...labelled, region: 'eu', api_version: '2.15', tools_version: '2.15', status: 'active' };
    expect((await api('PATCH', path, { region: 'eu', api_version: '2.15' })).body).toEqual(moved);
    const renewed = { ...moved, source: 'access_token' };
    expect((await api('PATCH', path, { access_token: 'another-token' })).body).toEqual(renewed);
    expect((await api('GET', path)).body).toEqual(renewed);
    const credential = (await store.accounts.get(id))?.credential ?? '';
    expect(gateway.gateway.context.keyring.open(credential, `accounts/${id}`)).toBe('another-token');
    const update = byAdmin('account.update');
    expect(await auditOf(gateway, id)).toEqual([update, update, update, byAdmin('account.create')]);
  });

  test.for([
    [{ access_token: 'elsewhere' }, 400, 'other_workspace', 'access_token'],
    [{ access_token: 'refused', label: 'X' }, 400, 'token_refused', 'access_token'],
    [{ access_token: 'down' }, 502, 'upstream_failed', undefined],
    [{ region: 'eu' }, 400, 'token_refused', 'region'],
    [{ region: 'mars' }, 400, 'unknown_region', 'region'],
  ] as const)(
    'stay as they are where Intercom does not accept the change %j',
    async ([change, status, code, field]) => {
      await using gateway = await startApi();
      const id = await connect(gateway, { access_token: 'us-only' });
      const before = await gateway.store.accounts.get(id);
      const { body, ...answered } = await gateway.api('PATCH', `/integrated-account/${id}`, change);
      expect({ status: answered.status, code: body.error.code, field: body.error.field }).toEqual({
        status,
        code,
        field,
      });
      expect(await gateway.store.accounts.get(id)).toEqual(before);
      expect(await auditOf(gateway, id)).toEqual([byAdmin('account.create')]);
    },
  );

  test('are deleted with all that belongs to them', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const [id, other] = [await connect(gateway), await connect(gateway)];
    const { body: server } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    const { body: kept } = await api('POST', `/integrated-account/${other}/mcp`, { name: 'Desk' });
    await api('POST', '/api-token', { name: 'own', integrated_account_id: id });
    await api('POST', '/api-token', { name: 'all', integrated_account_id: null });
    expect((await api('DELETE', `/integrated-account/${id}`)).status).toBe(204);
    expect((await api('DELETE', `/integrated-account/${id}`)).status).toBe(404);
    const { digest } = gateway.gateway.context;
    expect(await store.servers.find(digest(server.token))).toEqual({ ended: 'revoked' });
    expect(await store.servers.find(digest(kept.token))).toMatchObject({ server: { id: kept.id } });
    const { body: tokens } = await api('GET', '/api-token');
    expect(tokens.result.map(({ name }: { name: string }) => name)).toEqual(['all']);
    const { rows } = await store.audit.list({ account_ids: [id] }, { limit: 1 });
    expect(rows).toMatchObject([{ actor: 'admin_key:environment', action: 'account.delete', status: 'ok' }]);
    await expectGrave(gateway, server.token);
  });
});
