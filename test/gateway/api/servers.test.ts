import { describe, expect, test } from 'vitest';
import { auditOf, byAdmin, connect, expectGrave, startApi } from './support/fixture.ts';

describe('MCP servers', () => {
  const config = { methods: ['read'], require_api_token_auth: false, confirm: 'never', mode: 'list' };

  test('are read-only and without an end unless asked otherwise; token and URL are shown once', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const id = await connect(gateway);
    const { status, body } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    const { token, url, ...shown } = body;
    expect({ status, shown }).toEqual({
      status: 201,
      shown: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        integrated_account_id: id,
        accounts: [id],
        name: 'Desk',
        config,
        ...{ tools: expect.any(Number), tokens: expect.any(Number), state: 'active' },
        ...{ expires_at: null, owner: null, idle_timeout_seconds: null, last_used_at: null },
        calls_last_day: 0,
        catalog: { version: expect.any(String), digest: expect.any(String), is_expected: true },
        created_at: '2026-11-25T12:00:00.000Z',
        updated_at: '2026-11-25T12:00:00.000Z',
      },
    });
    expect(url).toBe(`http://gateway.test/mcp/${token}`);
    const hidden = { ...shown, url: null };
    expect((await api('GET', `/integrated-account/${id}/mcp/${body.id}`)).body).toEqual(hidden);
    expect((await api('GET', `/integrated-account/${id}/mcp`)).body).toEqual({
      ...{ result: [hidden], next_cursor: null, total: 1 },
    });
    expect(await store.servers.find(gateway.gateway.context.digest(token))).toMatchObject({ server: { id: body.id } });
    expect(await auditOf(gateway, id)).toEqual([byAdmin('server.create', body.id), byAdmin('account.create')]);
  });

  test('are created with everything that they can have', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const full = {
      methods: ['write', 'list_all_intercom_contacts'],
      tags: ['contacts'],
      tools: ['list_all_intercom_contacts'],
      require_api_token_auth: true,
      confirm: 'write',
      mode: 'discovery',
      rate_limit: { requests: 60, seconds: 60 },
    };
    const given = { name: ' Desk ', config: full, expires_at: '2026-11-25T13:01:00+01:00' };
    const { body } = await gateway.api('POST', `/integrated-account/${id}/mcp`, given);
    expect(body).toMatchObject({ name: 'Desk', config: full, tools: 1, expires_at: '2026-11-25T12:01:00.000Z' });
  });

  test('say where some clients will not take a list of that length, and not where it is short', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const hintOf = async (config: object) =>
      (await gateway.api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk', config })).body.hint;
    expect(await hintOf({ methods: ['read', 'write'] })).toMatch(/128.*config\.tags, config\.methods or config\.mode/);
    for (const mode of ['discovery', 'code'])
      expect(await hintOf({ methods: ['read', 'write'], mode })).toBeUndefined();
    expect(await hintOf({ methods: ['read'] })).toBeUndefined();
  });

  test('change key by key, and null brings a default back', async () => {
    await using gateway = await startApi();
    const { api, pass } = gateway;
    const id = await connect(gateway);
    const first = {
      name: 'Desk',
      config: { tags: ['contacts'], confirm: 'write' },
      expires_at: '2026-11-25T13:00:00Z',
    };
    const { body: created } = await api('POST', `/integrated-account/${id}/mcp`, first);
    const { token: _token, ...shown } = created;
    const before = { ...shown, url: null };
    const path = `/integrated-account/${id}/mcp/${created.id}`;
    pass(5000);
    const updated_at = '2026-11-25T12:00:05.000Z';
    const named = { ...before, name: 'Front desk', updated_at };
    expect((await api('PATCH', path, { name: 'Front desk' })).body).toEqual(named);
    const { body: wider } = await api('PATCH', path, { config: { methods: ['read', 'write'], tags: null } });
    expect(wider).toEqual({
      ...named,
      hint: expect.stringContaining('128'),
      config: { ...config, methods: ['read', 'write'], confirm: 'write' },
      ...{ tools: expect.any(Number), tokens: expect.any(Number), catalog: expect.anything() },
    });
    expect(wider.catalog.digest).not.toBe(before.catalog.digest);
    expect(wider.tokens).toBeGreaterThan(before.tokens);
    expect(wider.tools).toBeGreaterThan(before.tools);
    const { body: plain } = await api('PATCH', path, { config: { methods: null, confirm: null }, expires_at: null });
    const counts = { tools: expect.any(Number), tokens: expect.any(Number), catalog: expect.anything() };
    expect(plain).toEqual({ ...named, config, ...counts, expires_at: null });
    expect((await api('GET', path)).body).toEqual(plain);
    expect((await auditOf(gateway, id)).slice(0, 3)).toEqual(Array(3).fill(byAdmin('server.update', created.id)));
  });

  test('with a second factor have a URL that is no secret: it is shown again, and stays when the token is another', async () => {
    await using gateway = await startApi();
    const { api, account } = gateway;
    const id = await account();
    const config = { require_api_token_auth: true };
    const { body } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk', config });
    const url = `http://gateway.test/mcp/${body.id}`;
    expect(body.url).toBe(url);
    const path = `/integrated-account/${id}/mcp/${body.id}`;
    expect((await api('GET', path)).body.url).toBe(url);
    expect((await api('GET', `/integrated-account/${id}/mcp`)).body.result[0].url).toBe(url);
    expect((await api('POST', `${path}/rotate`)).body.url).toBe(url);
    expect((await api('PATCH', path, { config: { require_api_token_auth: false } })).body.url).toBe(null);
  });

  test('keep both of two changes that are made at once', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const id = await connect(gateway);
    const { body } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    const path = `/integrated-account/${id}/mcp/${body.id}`;
    const changes = [{ confirm: 'write' }, { mode: 'code', code_calls: 20 }, { tags: ['contacts'] }];
    await Promise.all(changes.map((change) => api('PATCH', path, { config: change })));
    expect((await api('GET', path)).body.config).toEqual(Object.assign({}, config, ...changes));
  });

  test('refuse a change that together with what is stored keeps no tool', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const id = await connect(gateway);
    const { body } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk', config: { tags: ['admins'] } });
    const path = `/integrated-account/${id}/mcp/${body.id}`;
    const { body: before } = await api('GET', path);
    gateway.pass(1000);
    const refused = await api('PATCH', path, { name: 'New', config: { methods: ['delete'] } });
    expect(refused).toMatchObject({ status: 400, body: { error: { field: 'config' } } });
    expect((await api('GET', path)).body).toEqual(before);
  });

  test('get another token, and the old one is known as revoked', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const { digest } = gateway.gateway.context;
    const id = await connect(gateway);
    const { body: first } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    gateway.pass(1000);
    const { status, body: second } = await api('POST', `/integrated-account/${id}/mcp/${first.id}/rotate`);
    expect({ status, body: second }).toEqual({
      status: 200,
      body: {
        ...first,
        token: second.token,
        url: `http://gateway.test/mcp/${second.token}`,
        updated_at: '2026-11-25T12:00:01.000Z',
      },
    });
    expect(second.token).not.toBe(first.token);
    expect(await store.servers.find(digest(first.token))).toEqual({ ended: 'revoked' });
    expect(await store.servers.find(digest(second.token))).toMatchObject({ server: { id: first.id } });
    expect((await auditOf(gateway, id))[0]).toEqual(byAdmin('server.rotate', first.id));
    await expectGrave(gateway, first.token);
  });

  test('are deleted, and their token is known as revoked', async () => {
    await using gateway = await startApi();
    const { api, store } = gateway;
    const id = await connect(gateway);
    const { body } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    const path = `/integrated-account/${id}/mcp/${body.id}`;
    expect((await api('DELETE', path)).status).toBe(204);
    expect((await api('DELETE', path)).status).toBe(404);
    expect((await api('GET', path)).status).toBe(404);
    expect(await store.servers.find(gateway.gateway.context.digest(body.token))).toEqual({ ended: 'revoked' });
    expect((await auditOf(gateway, id))[0]).toEqual(byAdmin('server.delete', body.id));
    await expectGrave(gateway, body.token);
  });

  test('are gone from the instant at which they end, and cannot be brought back', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const id = await connect(gateway);
    const given = { name: 'Desk', expires_at: '2026-11-25T12:01:00Z' };
    const { body } = await api('POST', `/integrated-account/${id}/mcp`, given);
    const path = `/integrated-account/${id}/mcp/${body.id}`;
    gateway.pass(59_999);
    expect((await api('GET', path)).status).toBe(200);
    gateway.pass(1);
    expect((await api('PATCH', path, { expires_at: null })).status).toBe(404);
    expect((await api('POST', `${path}/rotate`)).status).toBe(404);
    expect((await api('DELETE', path)).status).toBe(404);
    expect((await api('GET', path)).status).toBe(404);
    expect((await api('GET', `/integrated-account/${id}/mcp`)).body.result).toEqual([]);
    await gateway.gateway.sweep();
    expect(await gateway.store.servers.find(gateway.gateway.context.digest(body.token))).toEqual({ ended: 'expired' });
  });

  test('that an update of the gateway left without a tool are listed all the same', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const { body } = await gateway.api('POST', `/integrated-account/${id}/mcp`, { name: 'Desk' });
    const stale = JSON.stringify({ methods: ['a_tool_of_yesterday'] });
    await gateway.store.servers.update(id, body.id, { config: stale });
    expect((await gateway.api('GET', `/integrated-account/${id}/mcp`)).body.result).toMatchObject([{ tools: 0 }]);
  });
});
