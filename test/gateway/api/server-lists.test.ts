import { describe, expect, test } from 'vitest';
import { type TwoWorkspaces, twoWorkspaces } from '../support/two-workspaces.ts';
import { describedApi } from './support/contract.ts';

interface Listed {
  readonly result: readonly { readonly name: string }[];
  readonly total: number;
}

async function names({ gateway }: TwoWorkspaces, path: string): Promise<string[]> {
  const { body }: { body: Listed } = await gateway.api('GET', path);
  return body.result.map(({ name }) => name);
}

describe('the list of servers', () => {
  test('is searched, filtered, sorted and counted', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const api = await describedApi(gateway);
    const path = `/integrated-account/${ids.us}/mcp`;
    const made: Record<string, string> = {};
    for (const [name, more] of [
      ['Beta', { owner: 'Ada' }],
      ['alpha', { expires_at: '2026-12-25T12:00:00Z' }],
      ['Gamma 50%', {}],
    ] as const) {
      made[name] = (await api('POST', path, { name, ...more })).body.id;
      gateway.pass(1000);
    }
    await api('PATCH', `${path}/${made.Beta}`, { enabled: false });
    expect(await names(two, path)).toEqual(['Gamma 50%', 'alpha', 'Beta']);
    expect(await names(two, `${path}?sort=name`)).toEqual(['alpha', 'Beta', 'Gamma 50%']);
    expect(await names(two, `${path}?sort=name&order=desc`)).toEqual(['Gamma 50%', 'Beta', 'alpha']);
    expect((await names(two, `${path}?sort=expires_at`))[0]).toBe('alpha');
    expect(await names(two, `${path}?state=disabled`)).toEqual(['Beta']);
    expect(await names(two, `${path}?state=active&sort=name`)).toEqual(['alpha', 'Gamma 50%']);
    expect(await names(two, `${path}?search=ADA`)).toEqual(['Beta']);
    expect(await names(two, `${path}?search=%25`)).toEqual(['Gamma 50%']);
    expect(await names(two, `${path}?search=${made.alpha?.slice(0, 8).toUpperCase()}`)).toEqual(['alpha']);
    expect(await names(two, `${path}?search=%20%20`)).toHaveLength(3);
    const { body } = await api('GET', `${path}?limit=1&sort=name`);
    expect(body).toMatchObject({ total: 3, next_cursor: expect.any(String) });
    for (const query of [
      'sort=owner',
      'order=up',
      'state=expired',
      'search=%00',
      `search=${'x'.repeat(201)}`,
      'find=x',
    ])
      expect({ query, status: (await api('GET', `${path}?${query}`)).status }).toEqual({ query, status: 400 });
    const foreign = await api('GET', `${path}?sort=created_at&next_cursor=${body.next_cursor}`);
    expect(foreign).toMatchObject({ status: 400, body: { error: { field: 'next_cursor' } } });
  });

  test('over all accounts has what the key reaches', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const api = await describedApi(gateway);
    await api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'us' });
    await api('POST', `/integrated-account/${ids.eu}/mcp`, { name: 'eu' });
    await api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'both', accounts: [ids.eu] });
    expect(await names(two, '/mcp-server?sort=name')).toEqual(['both', 'eu', 'us']);
    expect(await names(two, '/mcp-server?search=U&sort=name')).toEqual(['eu', 'us']);
    const operator = { name: 'eu', role: 'operator', integrated_account_ids: [ids.eu] };
    const keys = [
      await api('POST', '/admin-key', operator),
      await api('POST', '/admin-key', { name: 'a', role: 'auditor' }),
    ];
    const [asOperator, asAuditor] = keys.map(({ body }) => ({ authorization: `Bearer ${body.key}` }));
    const reached = await api('GET', '/mcp-server?sort=name', undefined, asOperator);
    expect(reached.body.result.map(({ name }: { name: string }) => name)).toEqual(['both', 'eu']);
    expect(reached.body.total).toBe(2);
    expect((await api('GET', '/mcp-server', undefined, asAuditor)).body.total).toBe(3);
    expect((await api('POST', '/mcp-server', {}, asAuditor).catch(() => ({ status: 404 }))).status).not.toBe(200);
  });
});

describe('the list of accounts', () => {
  test('is searched, and says whose token each has and how many servers view it', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const api = await describedApi(gateway);
    await api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'us' });
    const { body: both } = await api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'both', accounts: [ids.eu] });
    const { body } = await api('GET', '/integrated-account?search=acme');
    const counted = body.result.map(({ label, servers }: Record<string, unknown>) => [label, servers]);
    expect(counted.sort()).toEqual([
      ['Acme EU', 1],
      ['Acme US', 2],
    ]);
    expect(body.result[0].admin).toEqual({ id: expect.any(String), name: expect.any(String) });
    expect((await api('GET', '/integrated-account?search=acme%20US')).body.result).toHaveLength(1);
    expect((await api('GET', '/integrated-account?search=acme_US')).body.result).toEqual([]);
    expect((await api('GET', `/integrated-account/${ids.us}`)).body.servers).toBe(2);
    await api('DELETE', `/integrated-account/${ids.us}/mcp/${both.id}`);
    expect((await api('PATCH', `/integrated-account/${ids.us}`, { label: 'Renamed' })).body.servers).toBe(1);
    expect((await api('GET', '/integrated-account?search=RENAMED')).body.result).toHaveLength(1);
  });
});
