import { describe, expect, test } from 'vitest';
import { modernRequest } from '../../support/mcp-post.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';

async function status({ gateway }: TestGateway, url: string, address: string, headers: Record<string, string> = {}) {
  return (await gateway.fetch(modernRequest('tools/list', {}, { url, headers }), address)).status;
}

async function refusals(made: TestGateway, query = '') {
  await made.gateway.context.audit.flush();
  const { body } = await made.api('GET', `/audit?action=refuse${query}`);
  return body.result.map(({ status, address, times, mcp_id }: Record<string, unknown>) => ({
    ...{ status, address, times, mcp_id },
  }));
}

describe('a server', () => {
  test('answers the addresses that it allows, and leaves a line for others', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const { url, row } = await made.server(account, { allowed_addresses: ['192.0.2.0/24', '2001:db8::/32'] });
    for (const address of ['192.0.2.7', '::ffff:192.0.2.8', '2001:db8::1'])
      expect([address, await status(made, url, address)]).toEqual([address, 200]);
    for (const address of ['192.0.3.1', '2001:db9::1', '127.0.0.1', 'unknown'])
      expect([address, await status(made, url, address)]).toEqual([address, 403]);
    // Of no trusted proxy.
    expect(await status(made, url, '192.0.3.1', { 'x-forwarded-for': '192.0.2.7' })).toBe(403);
    expect(await refusals(made, `&mcp_id=${row.id}`)).toContainEqual({
      ...{ status: 'wrong_address', address: '2001:db9::1', times: 1, mcp_id: row.id },
    });
  });

  test('behind a trusted proxy sees the address that the proxy names', async () => {
    await using made = await testGateway({ trustedProxies: ['10.0.0.0/8'] });
    const { url } = await made.server(await made.account(), { allowed_addresses: ['192.0.2.7'] });
    expect(await status(made, url, '10.0.0.1', { 'x-forwarded-for': '192.0.2.7' })).toBe(200);
    expect(await status(made, url, '10.0.0.1', { 'x-forwarded-for': '192.0.2.7, 192.0.2.9' })).toBe(403);
    expect(await status(made, url, '10.0.0.1')).toBe(403);
  });

  test('takes addresses and ranges alone, and none at all means everyone again', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const post = (allowed_addresses: unknown) =>
      made.api('POST', `/integrated-account/${account}/mcp`, { name: 'x', config: { allowed_addresses } });
    for (const wrong of [['10.0.0.0/99'], ['a.example'], ['10.0.0.1', ''], [], 'x'])
      expect([wrong, (await post(wrong)).status]).toEqual([wrong, 400]);
    expect((await post(['10.0.0.1', 'nobody'])).body.error.field).toBe('config.allowed_addresses[1]');
    const { body } = await post(['10.0.0.1']);
    expect(await status(made, body.url, '10.0.0.2')).toBe(403);
    const path = `/integrated-account/${account}/mcp/${body.id}`;
    expect((await made.api('PATCH', path, { config: { allowed_addresses: null } })).status).toBe(200);
    expect(await status(made, body.url, '10.0.0.2')).toBe(200);
  });

  test('knows when it was last used, and ends when nobody does for as long as was said', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const path = `/integrated-account/${account}/mcp`;
    const { body } = await made.api('POST', path, { name: 'x', idle_timeout_seconds: 60, owner: 'Desk EU' });
    expect(body).toMatchObject({ idle_timeout_seconds: 60, owner: 'Desk EU', last_used_at: null });
    for (let turn = 0; turn < 5; turn += 1) {
      made.pass(59_000);
      expect([turn, await status(made, body.url, '192.0.2.1')]).toEqual([turn, 200]);
      made.gateway.context.changed();
    }
    const { body: used } = await made.api('GET', `${path}/${body.id}`);
    expect(Date.parse(used.last_used_at)).toBe(made.now());
    made.pass(60_000);
    expect(await status(made, body.url, '192.0.2.1')).toBe(410);
    expect((await made.api('GET', `${path}/${body.id}`)).status).toBe(404);
    await made.gateway.sweep();
    expect(await made.store.servers.getById(body.id)).toBeUndefined();
    expect(await status(made, body.url, '192.0.2.1')).toBe(410);
  });

  test('that was idle gets the whole time anew when it is changed, or none', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const path = `/integrated-account/${account}/mcp`;
    const { body } = await made.api('POST', path, { name: 'x' });
    made.pass(3_600_000);
    await made.api('PATCH', `${path}/${body.id}`, { idle_timeout_seconds: 60 });
    made.pass(59_000);
    expect(await status(made, body.url, '192.0.2.1')).toBe(200);
    await made.api('PATCH', `${path}/${body.id}`, { idle_timeout_seconds: null, owner: null });
    made.pass(3_600_000);
    expect(await status(made, body.url, '192.0.2.1')).toBe(200);
  });
});

describe('the audit log', () => {
  test('has a line for every kind of refusal, which does not grow with how often it is sent', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const { url: revoked, row } = await made.server(account);
    await made.api('DELETE', `/integrated-account/${account}/mcp/${row.id}`);
    const { url: guarded } = await made.server(account, { require_api_token_auth: true });
    const { url: limited } = await made.server(account, { rate_limit: { requests: 1, seconds: 60 } });
    const unknown = `${revoked.slice(0, -3)}xxx`;
    for (let turn = 0; turn < 30; turn += 1)
      for (const url of [revoked, guarded, limited, unknown]) await status(made, url, '192.0.2.1');
    const lines = await refusals(made, '&limit=100');
    expect(lines.map(({ status }: { status: string }) => status).sort()).toEqual([
      ...['rate_limited', 'revoked', 'unauthorized', 'unknown_server'],
    ]);
  });

  test('does not grow with addresses that are made up either', async () => {
    await using made = await testGateway();
    for (let index = 0; index < 700; index += 1)
      await status(made, 'http://gateway.test/mcp/none', `2001:db8::${index.toString(16)}`);
    await made.gateway.context.audit.flush();
    const { rows } = await made.store.audit.list({ action: 'refuse' }, { limit: 1000 });
    expect(rows).toHaveLength(501);
    expect(rows[0]).toMatchObject({ address: null });
  });

  test('is read by time, actor, action, server, tool, status and request', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const { row, url } = await made.server(account);
    await status(made, url, '192.0.2.1');
    const { audit } = made.gateway.context;
    const call = { actor: 'url', action: 'tools/call', account_id: account, server_id: row.id } as const;
    await audit.record({ ...call, tool: 'one', status: 'ok', request_id: 'r1' });
    made.pass(60_000);
    await audit.record({ ...call, tool: 'two', status: 'error', request_id: 'r2', address: '192.0.2.1' });
    const found = async (query: string) => {
      const { body } = await made.api('GET', `/audit?action=tools/call&${query}`);
      return body.result.map(({ tool }: { tool: string }) => tool);
    };
    const [then, later] = ['2026-11-25T12:00:00Z', '2026-11-25T12:00:30Z'];
    expect(await found('')).toEqual(['two', 'one']);
    expect(await found(`from=${later}`)).toEqual(['two']);
    expect(await found(`to=${later}`)).toEqual(['one']);
    expect(await found(`from=${then}&to=${then}`)).toEqual([]);
    expect(await found(`from=2026-11-25T14:00:30%2B02:00`)).toEqual(['two']);
    for (const [query, tools] of [
      ['actor=url', ['two', 'one']],
      ['actor=admin_key:environment', []],
      [`mcp_id=${row.id}`, ['two', 'one']],
      ['mcp_id=other', []],
      ['tool=one', ['one']],
      ['status=error', ['two']],
      ['request_id=r1', ['one']],
      ['request_id=r1&tool=two', []],
      [`integrated_account_id=${account}&status=ok`, ['one']],
      ['limit=1', ['two']],
    ] as const)
      expect([query, await found(query)]).toEqual([query, tools]);
    for (const wrong of ['from=yesterday', 'to=1', 'tool=%00', 'status=', 'colour=red', 'limit=0'])
      expect([wrong, (await made.api('GET', `/audit?${wrong}`)).status]).toEqual([wrong, 400]);
    const lines = await made.api('GET', `/audit/export?action=tools/call`);
    expect(
      String(lines.body)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).tool),
    ).toEqual(['one', 'two']);
  });

  test('of an account that was removed is still there', async () => {
    await using made = await testGateway();
    const account = await made.account();
    await made.api('DELETE', `/integrated-account/${account}`);
    const { status, body } = await made.api('GET', `/integrated-account/${account}/audit`);
    expect(status).toBe(200);
    expect(body.result.map(({ action }: { action: string }) => action)).toEqual(['account.delete', 'account.create']);
    expect((await made.api('GET', `/integrated-account/nobody/audit`)).status).toBe(404);
  });
});
