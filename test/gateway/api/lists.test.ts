import { describe, expect, test } from 'vitest';
import type { ApiAnswer, TestGateway } from '../support/gateway.ts';
import { connect, startApi } from './support/fixture.ts';

describe('lists', () => {
  const walk = async ({ api }: TestGateway, path: string, limit: number | undefined): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let cursor: string | null = null; ; ) {
      const query = new URLSearchParams({
        ...(limit !== undefined && { limit: String(limit) }),
        ...(cursor !== null && { next_cursor: cursor }),
      });
      const { body }: ApiAnswer = await api('GET', `${path}?${query}`);
      pages.push(body.result.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor;
      if (cursor === null) return pages;
    }
  };

  test('of 25 are walked through without skip or repeat, newest first, while others are added and removed', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const id = await connect(gateway);
    const path = `/integrated-account/${id}/mcp`;
    const made: string[] = [];
    for (let count = 0; count < 25; count++) {
      // Most were made within the same millisecond.
      if (count % 10 === 0) gateway.pass(1);
      made.push((await api('POST', path, { name: `Desk ${count}` })).body.id);
    }
    const sorted = [made.slice(20), made.slice(10, 20), made.slice(0, 10)].flatMap((group) => group.sort().reverse());
    for (const [limit, sizes] of [
      [1, Array(25).fill(1)],
      [7, [7, 7, 7, 4]],
      [25, [25]],
      [100, [25]],
      [undefined, [20, 5]],
    ] as const) {
      const pages = await walk(gateway, path, limit);
      expect({ limit, sizes: pages.map(({ length }) => length) }).toEqual({ limit, sizes });
      expect(pages.flat()).toEqual(sorted);
    }
    const { body: first } = await api('GET', `${path}?limit=7`);
    gateway.pass(1);
    await api('POST', path, { name: 'new' });
    await api('DELETE', `${path}/${first.result[6].id}`);
    const { body: rest } = await api('GET', `${path}?limit=100&next_cursor=${first.next_cursor}`);
    expect(rest.result.map((row: { id: string }) => row.id)).toEqual(sorted.slice(7));
  });

  test('of accounts, API tokens and the audit log go on where a page ended', async () => {
    await using gateway = await startApi();
    const { api } = gateway;
    const accounts: string[] = [];
    const tokens: string[] = [];
    for (let count = 0; count < 5; count++) {
      accounts.unshift(await connect(gateway));
      tokens.unshift((await api('POST', '/api-token', { name: 'x', integrated_account_id: accounts.at(-1) })).body.id);
      gateway.pass(1);
    }
    expect(await walk(gateway, '/integrated-account', 2)).toEqual([
      accounts.slice(0, 2),
      accounts.slice(2, 4),
      accounts.slice(4),
    ]);
    expect(await walk(gateway, '/api-token', 2)).toEqual([tokens.slice(0, 2), tokens.slice(2, 4), tokens.slice(4)]);
    const audit = `/integrated-account/${accounts.at(-1)}/audit`;
    const whole = (await walk(gateway, audit, 100)).flat();
    expect(whole).toHaveLength(6);
    expect(whole).toEqual([...new Set(whole)].sort().reverse());
    expect((await walk(gateway, audit, 4)).map(({ length }) => length)).toEqual([4, 2]);
    expect((await walk(gateway, audit, 4)).flat()).toEqual(whole);
  });
});

describe('audit and usage', () => {
  const call = { actor: 'url', action: 'tools/call', tool: 'list_all_intercom_tags', server_id: 's1' } as const;

  test('show calls with what is known of them, and count them by day', async () => {
    await using gateway = await startApi();
    const { api, pass } = gateway;
    const { audit } = gateway.gateway.context;
    const [id, other] = [await connect(gateway), await connect(gateway)];
    const args = JSON.stringify({ limit: 'number' });
    const more = { upstream_status: 200, latency_ms: 20, request_id: 'r1', arguments: args };
    await audit.record({ ...call, account_id: id, status: 'ok', ...more });
    await audit.record({ ...call, account_id: id, status: 'ok', latency_ms: 30 });
    await audit.record({ ...call, account_id: id, status: 'error' });
    await audit.record({ ...call, account_id: other, status: 'ok' });
    pass(30 * 24 * 3_600_000);
    await audit.record({ ...call, account_id: id, status: 'ok', latency_ms: 5 });
    const { body } = await api('GET', `/integrated-account/${id}/audit`);
    expect(body.result).toHaveLength(5);
    expect(body.result[3]).toEqual({
      ...{
        id: expect.any(String),
        seq: 3,
        hash: expect.stringMatching(/^[\w-]{43}$/),
        call_id: null,
        times: null,
        program_id: null,
      },
      ...{ actor_name: null, address: null, target: null },
      at: '2026-11-25T12:00:00.000Z',
      actor: 'url',
      action: 'tools/call',
      integrated_account_id: id,
      mcp_id: 's1',
      tool: call.tool,
      arguments: { limit: 'number' },
      status: 'ok',
      upstream_status: 200,
      latency_ms: 20,
      request_id: 'r1',
    });
    const everything = await api('GET', '/audit');
    expect(
      everything.body.result.map((entry: { integrated_account_id: string }) => entry.integrated_account_id),
    ).toEqual(expect.arrayContaining([id, other]));
    const row = { mcp_id: 's1', tool: call.tool };
    const first = [
      { ...row, day: '2026-11-25', status: 'error', calls: 1, latency_ms: 0 },
      { ...row, day: '2026-11-25', status: 'ok', calls: 2, latency_ms: 50 },
    ];
    const last = [{ ...row, day: '2026-12-25', status: 'ok', calls: 1, latency_ms: 5 }];
    for (const [query, from, to, result] of [
      ['', '2026-11-26', '2026-12-25', last],
      ['?from=2026-11-25', '2026-11-25', '2026-12-25', [...first, ...last]],
      ['?to=2026-12-24', '2026-11-25', '2026-12-24', first],
      ['?from=2026-11-25&to=2026-11-25', '2026-11-25', '2026-11-25', first],
      ['?from=2026-11-26&to=2026-12-24', '2026-11-26', '2026-12-24', []],
    ] as const)
      expect((await api('GET', `/integrated-account/${id}/usage${query}`)).body).toEqual({ from, to, result });
  });
});
