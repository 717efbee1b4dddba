import { describe, expect, test, vi } from 'vitest';
import { auditOf, byAdmin, connect, startApi } from './support/fixture.ts';

describe('API tokens', () => {
  test('are shown once, listed without their secret, and revoked', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const id = await connect(gateway);
    const given = { name: 'laptop', integrated_account_id: id, expires_at: '2026-11-25T12:01:00Z' };
    const { status, body } = await api('POST', '/api-token', given);
    const { token, ...shown } = body;
    expect({ status, shown }).toEqual({
      status: 201,
      shown: {
        ...given,
        id: shown.id,
        expires_at: '2026-11-25T12:01:00.000Z',
        created_at: '2026-11-25T12:00:00.000Z',
        last_used_at: null,
      },
    });
    expect(await store.apiTokens.find(gateway.gateway.context.digest(token))).toMatchObject({ id: shown.id });
    const { body: forAll } = await api('POST', '/api-token', { name: 'all', integrated_account_id: null });
    expect(forAll).toMatchObject({ integrated_account_id: null, expires_at: null });
    expect((await api('GET', `/api-token/${shown.id}`)).body).toEqual(shown);
    const { body: list } = await api('GET', '/api-token');
    expect(list.result.map((row: { id: string }) => row.id).sort()).toEqual([shown.id, forAll.id].sort());
    expect((await api('DELETE', `/api-token/${shown.id}`)).status).toBe(204);
    expect((await api('DELETE', `/api-token/${shown.id}`)).status).toBe(404);
    expect((await api('GET', `/api-token/${shown.id}`)).status).toBe(404);
    expect((await auditOf(gateway, id)).slice(0, 2)).toEqual([
      byAdmin('api_token.delete'),
      byAdmin('api_token.create'),
    ]);
  });

  test('know when they were last sent', async () => {
    await using gateway = await startApi();
    const id = await gateway.account();
    const { body } = await gateway.api('POST', '/api-token', { name: 'laptop', integrated_account_id: id });
    const { url } = await gateway.server(id, { require_api_token_auth: true });
    gateway.pass(90_000);
    const { status } = await gateway.mcp(url, 'tools/list', {}, { authorization: `Bearer ${body.token}` });
    expect(status).toBe(200);
    expect((await gateway.api('GET', `/api-token/${body.id}`)).body.last_used_at).toBe('2026-11-25T12:01:30.000Z');
  });

  test('are gone from the instant at which they end', async () => {
    await using gateway = await startApi();
    const { body } = await gateway.api('POST', '/api-token', {
      name: 'x',
      integrated_account_id: null,
      expires_at: '2026-11-25T12:01:00Z',
    });
    gateway.pass(59_999);
    expect((await gateway.api('GET', `/api-token/${body.id}`)).status).toBe(200);
    gateway.pass(1);
    expect((await gateway.api('GET', `/api-token/${body.id}`)).status).toBe(404);
    expect((await gateway.api('GET', '/api-token')).body).toEqual({ result: [], next_cursor: null });
  });
});

test('whoever remembers something of the store is told of each change', async () => {
  await using gateway = await startApi();
  const { api } = gateway;
  const changed = vi.spyOn(gateway.gateway.context, 'changed');
  const id = await connect(gateway);
  expect(changed).toHaveBeenCalledTimes(1);
  const { body: server } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
  expect(changed).toHaveBeenCalledTimes(2);
  const { body: token } = await api('POST', '/api-token', { name: 'x', integrated_account_id: null });
  expect(changed).toHaveBeenCalledTimes(3);
  const steps: (readonly [string, string, object?])[] = [
    ['PATCH', `/integrated-account/${id}`, { label: 'X' }],
    ['PATCH', `/integrated-account/${id}/mcp/${server.id}`, { name: 'X' }],
    ['POST', `/integrated-account/${id}/mcp/${server.id}/rotate`],
    ['DELETE', `/integrated-account/${id}/mcp/${server.id}`],
    ['DELETE', `/api-token/${token.id}`],
    ['DELETE', `/integrated-account/${id}`],
  ];
  for (const [method, path, body] of steps) {
    changed.mockClear();
    expect((await api(method, path, body)).status).toBeLessThan(300);
    expect({ method, path, told: changed.mock.calls.length }).toEqual({ method, path, told: 1 });
  }
});
