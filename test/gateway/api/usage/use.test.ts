import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../../../gateway/audit/audit-entry.ts';
import { countersOf } from '../../../../gateway/audit/counters-of.ts';
import { anEntry } from '../../store/support/rows.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { connect, startApi } from '../support/fixture.ts';

const HOUR = 3_600_000;
const call = { actor: 'url', action: 'tools/call', status: 'ok', latency_ms: 80 } as const;

/** Calls of two accounts at noon, and an hour later. */
async function used(gateway: TestGateway): Promise<{ id: string; other: string; shared: string }> {
  const { record, flush } = gateway.gateway.context.audit;
  const [id, other] = [await connect(gateway), await connect(gateway, { label: 'Other' })];
  const made = (changes: Partial<AuditEvent>) =>
    record({ ...call, account_id: id, server_id: 's1', tool: 'list_all_intercom_tags', ...changes });
  await made({});
  await made({ status: 'upstream_error', latency_ms: 900 });
  await made({ server_id: 'shared', tool: 'list_all_intercom_teams' });
  await made({ account_id: other, server_id: 'shared', tool: 'list_all_intercom_teams' });
  gateway.pass(HOUR);
  await made({ tool: 'list_all_intercom_teams', latency_ms: 5 });
  await flush();
  return { id, other, shared: 'shared' };
}

describe('GET /usage', () => {
  test('counts by period, status and tool, and every period is there', async () => {
    await using gateway = await startApi();
    await used(gateway);
    const { status, body } = await gateway.api('GET', '/usage');
    expect(status).toBe(200);
    const zeros = (count: number) => Array.from({ length: count }, () => 0);
    const none = (at: string) => ({ at, calls: 0, errors: 0, p50_ms: null, p95_ms: null });
    expect(body).toEqual({
      span: 'hour',
      from: '2026-11-24T14:00:00.000Z',
      to: '2026-11-25T14:00:00.000Z',
      total: { calls: 5, errors: 1 },
      latency: { p50_ms: 75, p90_ms: 1200, p95_ms: 1400, p99_ms: 1560 },
      periods: [
        ...zeros(22).map((_, index) => none(new Date(Date.UTC(2026, 10, 24, 14 + index)).toISOString())),
        { at: '2026-11-25T12:00:00.000Z', calls: 4, errors: 1, p50_ms: 83, p95_ms: 1440 },
        { at: '2026-11-25T13:00:00.000Z', calls: 1, errors: 0, p50_ms: 5, p95_ms: 10 },
      ],
      statuses: [
        { status: 'ok', calls: 4, periods: [...zeros(22), 3, 1] },
        { status: 'upstream_error', calls: 1, periods: [...zeros(22), 1, 0] },
      ],
      tools: [
        {
          ...{ tool: 'list_all_intercom_teams', calls: 3, errors: 0, p50_ms: 63, p95_ms: 96, p99_ms: 99 },
          periods: [...zeros(22), 2, 1],
        },
        {
          ...{ tool: 'list_all_intercom_tags', calls: 2, errors: 1, p50_ms: 100, p95_ms: 1520, p99_ms: 1584 },
          periods: [...zeros(22), 2, 0],
        },
      ],
    });
    const days = (await gateway.api('GET', '/usage?span=day&from=2026-11-24T00:00:00Z')).body;
    expect(days).toMatchObject({
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-26T00:00:00.000Z',
      total: { calls: 5 },
    });
    expect(days.periods.map(({ calls }: { calls: number }) => calls)).toEqual([0, 5]);
  });

  test('narrows to an account, a server and a tool; what is not there has no calls', async () => {
    await using gateway = await startApi();
    const { id, other, shared } = await used(gateway);
    const total = async (query: string) => (await gateway.api('GET', `/usage?${query}`)).body.total;
    for (const [query, calls, errors] of [
      [`integrated_account_id=${id}`, 4, 1],
      [`integrated_account_id=${other}`, 1, 0],
      [`mcp_id=${shared}`, 2, 0],
      [`mcp_id=${shared}&integrated_account_id=${id}`, 1, 0],
      ['mcp_id=s1', 3, 1],
      ['mcp_id=s1&tool=list_all_intercom_tags', 2, 1],
      ['tool=list_all_intercom_teams', 3, 0],
      ['tool=none', 0, 0],
      ['mcp_id=none', 0, 0],
      // One kind of id is none of the other kind.
      [`mcp_id=${id}`, 0, 0],
      ['integrated_account_id=s1', 0, 0],
      ["mcp_id=' or 1=1 --", 0, 0],
    ] as const)
      expect([query, await total(query)]).toEqual([query, { calls, errors }]);
    expect((await gateway.api('GET', '/usage?mcp_id=none')).body).toMatchObject({ latency: null, tools: [] });
  });

  test('sums up many hours by their days, without what was counted before there were hours', async () => {
    await using gateway = await startApi();
    const { store, pass, now } = gateway;
    const id = await connect(gateway);
    const { record, flush } = gateway.gateway.context.audit;
    const made = async (tool: string) => {
      await record({ ...call, account_id: id, server_id: 's1', tool });
      await flush();
    };
    const old = countersOf([anEntry('old', { at: now() - 48 * HOUR })]).filter(({ span }) => span === 'day');
    await store.counters.add(old);
    for (const tool of ['list_all_intercom_tags', 'list_all_intercom_teams', 'list_all_intercom_tags']) {
      await made(tool);
      pass(31 * HOUR);
    }
    const { body } = await gateway.api('GET', `/usage?from=${new Date(now() - 30 * 24 * HOUR).toISOString()}`);
    expect(body.periods).toHaveLength(721);
    expect(body.total.calls).toBe(3);
    expect(body.tools.map(({ tool, calls }: { tool: string; calls: number }) => [tool, calls])).toEqual([
      ['list_all_intercom_tags', 2],
      ['list_all_intercom_teams', 1],
    ]);
    for (const { calls, periods } of body.tools)
      expect(periods.reduce((sum: number, count: number) => sum + count, 0)).toBe(calls);
    const days = (await gateway.api('GET', '/usage?span=day')).body;
    expect(days.total.calls).toBe(4);
  });

  test('tells the periods of the tools that are used most, and of any that is asked for', async () => {
    await using gateway = await startApi();
    const id = await connect(gateway);
    const { record, flush } = gateway.gateway.context.audit;
    const tools = Array.from({ length: 25 }, (_, index) => `tool_${String(index).padStart(2, '0')}`);
    for (const [index, tool] of tools.entries())
      for (let times = 0; times < 25 - index; times += 1)
        void record({ ...call, account_id: id, server_id: 's1', tool });
    await flush();
    const { body } = await gateway.api('GET', '/usage');
    expect(body.tools.map(({ tool }: { tool: string }) => tool)).toEqual(tools);
    const lengths = body.tools.map(({ periods }: { periods: number[] }) => periods.length);
    expect(lengths).toEqual(tools.map((_, index) => (index < 10 ? 24 : 0)));
    const one = (await gateway.api('GET', '/usage?tool=tool_24')).body;
    expect(one.tools).toMatchObject([{ tool: 'tool_24', calls: 1, periods: { length: 24 } }]);
  });

  test('stays when the account is gone', async () => {
    await using gateway = await startApi();
    const { id } = await used(gateway);
    expect((await gateway.api('DELETE', `/integrated-account/${id}`)).status).toBe(204);
    expect((await gateway.api('GET', `/usage?integrated_account_id=${id}`)).body.total.calls).toBe(4);
    expect((await gateway.api('GET', '/usage')).body.total.calls).toBe(5);
  });

  test('answers an operator the sum over its accounts, and of others nothing', async () => {
    await using gateway = await startApi();
    const { id, other, shared } = await used(gateway);
    const key = async (accounts: string[]) =>
      (
        await gateway.api('POST', '/admin-key', {
          name: accounts.join(),
          role: 'operator',
          integrated_account_ids: accounts,
        })
      ).body.key;
    const [one, both] = [await key([id]), await key([id, other])];
    const total = async (as: string, query: string) =>
      (await gateway.api('GET', `/usage${query}`, undefined, { authorization: `Bearer ${as}` })).body.total.calls;
    expect([await total(one, ''), await total(both, '')]).toEqual([4, 5]);
    expect(await total(one, `?integrated_account_id=${other}`)).toBe(0);
    expect([await total(one, `?mcp_id=${shared}`), await total(both, `?mcp_id=${shared}`)]).toEqual([1, 2]);
    expect(await total(one, `?mcp_id=${shared}&integrated_account_id=${other}`)).toBe(0);
  });

  test.for([
    ['span=week', 'span'],
    ['from=yesterday', 'from'],
    ['from=2026-11-25', 'from'],
    ['to=2026-13-01T00:00:00Z', 'to'],
    ['from=2026-11-26T00:00:00Z', 'from'],
    ['from=2026-01-01T00:00:00Z', 'from'],
    ['mcp_id=', 'mcp_id'],
    ['tool=a%00', 'tool'],
    ['day=1', 'day'],
  ])('%s is refused at %s', async ([query, field]) => {
    await using gateway = await startApi();
    const { status, body } = await gateway.api('GET', `/usage?${query}`);
    expect({ status, field: body.error.field }).toEqual({ status: 400, field });
  });
});

describe('a server', () => {
  test('says how many calls it had in the last day, of the accounts that the key reaches', async () => {
    await using gateway = await startApi();
    const { api, pass } = gateway;
    const { record, flush } = gateway.gateway.context.audit;
    const [id, other] = [await connect(gateway), await connect(gateway, { label: 'Other' })];
    const path = `/integrated-account/${id}/mcp`;
    const { body: shared } = await api('POST', path, { name: 'Both', accounts: [id, other] });
    const { body: idle } = await api('POST', path, { name: 'Idle' });
    expect(shared.calls_last_day).toBe(0);
    for (const account_id of [id, other, other])
      await record({ ...call, account_id, server_id: shared.id, tool: 'list_all_intercom_tags' });
    await flush();
    const { body: operator } = await api('POST', '/admin-key', {
      name: 'desk',
      role: 'operator',
      integrated_account_ids: [id],
    });
    const counted = async (key?: string) => {
      const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
      const { body } = await api('GET', path, undefined, headers);
      return Object.fromEntries(
        body.result.map((server: { name: string; calls_last_day: number }) => [server.name, server.calls_last_day]),
      );
    };
    expect(await counted()).toEqual({ Both: 3, Idle: 0 });
    expect(await counted(operator.key)).toEqual({ Both: 1, Idle: 0 });
    expect((await api('PATCH', `${path}/${shared.id}`, { name: 'Two' })).body.calls_last_day).toBe(3);
    expect((await api('POST', `${path}/${shared.id}/rotate`)).body.calls_last_day).toBe(3);
    pass(23 * HOUR);
    expect((await api('GET', `${path}/${shared.id}`)).body.calls_last_day).toBe(3);
    pass(HOUR);
    expect((await api('GET', `${path}/${shared.id}`)).body.calls_last_day).toBe(0);
    expect((await api('GET', `${path}/${idle.id}`)).body.calls_last_day).toBe(0);
  });

  test('tells the tools that nobody called', async () => {
    await using gateway = await startApi();
    const { api, pass } = gateway;
    const id = await connect(gateway);
    const path = `/integrated-account/${id}/mcp`;
    const tools = ['list_all_intercom_tags', 'list_all_intercom_teams', 'list_all_intercom_admins'];
    const { body: server } = await api('POST', path, { name: 'Desk', config: { tools } });
    const { record, flush } = gateway.gateway.context.audit;
    const used = (tool: string, changes: object = {}) =>
      record({ ...call, account_id: id, server_id: server.id, tool, ...changes });
    await used('list_all_intercom_tags');
    await used('list_all_intercom_teams', { server_id: 'other' });
    await flush();
    const unused = async (query = '') => (await api('GET', `${path}/${server.id}/unused-tools${query}`)).body;
    const first = await unused();
    expect(first).toMatchObject({ since: '2026-11-25T12:00:00.000Z', tools: 3 });
    expect(first.result.map(({ name }: { name: string }) => name).sort()).toEqual([
      'list_all_intercom_admins',
      'list_all_intercom_teams',
    ]);
    expect(first.result[0]).toEqual({
      ...{ name: expect.any(String), title: expect.stringMatching(/\w/), class: 'list', tokens: expect.any(Number) },
    });
    expect(first.tokens).toBe(first.result.reduce((sum: number, tool: { tokens: number }) => sum + tool.tokens, 0));
    pass(31 * 24 * HOUR);
    expect(await unused()).toMatchObject({ since: '2026-11-26T00:00:00.000Z', result: { length: 3 } });
    expect(await unused('?days=366')).toMatchObject({ since: '2026-11-25T12:00:00.000Z', result: { length: 2 } });
    for (const days of ['0', '367', 'x'])
      expect((await api('GET', `${path}/${server.id}/unused-tools?days=${days}`)).status).toBe(400);
  });
});
