import { describe, expect, test } from 'vitest';
import { asker, eras, legacyPost } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

const rate_limit = { requests: 5, seconds: 10 };

describe.each(eras)('control 14: a server answers so many requests in any span of its limit, in $revision', (era) => {
  test('then 429 says how long to wait, and who waits that long is answered', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const account = await made.account();
    const { url } = await made.server(account, { rate_limit });
    const other = await made.server(account, { rate_limit });
    // The clock stands at noon: of ten seconds, half a second is left.
    made.pass(9500);
    for (let count = 0; count < 5; count += 1) expect((await ask(url, 'tools/list')).status).toBe(200);
    const { status, headers, message } = await ask(url, 'tools/list');
    expect([status, message.error?.message]).toEqual([
      429,
      expect.stringMatching(/5 requests in 10 seconds.*11 seconds/),
    ]);
    const told = ['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'];
    expect(told.map((name) => headers.get(name))).toEqual(['11', '5', '0', '11']);
    expect((await ask(other.url, 'tools/list')).status).toBe(200);
    // Not even where another window would begin.
    made.pass(9400);
    const last = await ask(url, 'tools/list');
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '2']);
    made.pass(1600);
    for (let count = 0; count < 5; count += 1) expect((await ask(url, 'tools/list')).status).toBe(200);
    expect((await ask(url, 'tools/list')).status).toBe(429);
  });

  test('two processes over one store count together, also when all come at once', async () => {
    await using one = await testGateway();
    await using two = await testGateway({ store: one.store, now: one.now });
    const { url } = await one.server(await one.account(), { rate_limit });
    const asks = [asker(one, era), asker(two, era)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => (await asks[index % 2]?.(url, 'tools/list'))?.status),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(15);
  });

  test('what cannot be answered counts too', async () => {
    await using made = await testGateway();
    const ask = asker(made, era);
    const { url } = await made.server(await made.account(), { rate_limit });
    for (const method of ['tools/nothing', 'resources/read', 'tools/nothing', 'tools/nothing']) await ask(url, method);
    await made.gateway.fetch(legacyPost(url, '{'));
    expect((await ask(url, 'tools/list')).status).toBe(429);
  });
});

test('control 14: a batch cannot hold more calls than are counted', async () => {
  await using made = await testGateway();
  const { url } = await made.server(await made.account(), { rate_limit });
  const call = { jsonrpc: '2.0', method: 'tools/call', params: { name: 'list_all_intercom_admins', arguments: {} } };
  for (const messages of [[{ ...call, id: 1 }], Array.from({ length: 50 }, (_, id) => ({ ...call, id }))]) {
    const headers = { 'mcp-protocol-version': '2025-03-26' };
    const response = await made.gateway.fetch(legacyPost(url, JSON.stringify(messages), { headers }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { data: { code: 'no_batch' } } });
  }
  await made.gateway.context.audit.flush();
  const calls = await made.store.db.selectFrom('audit').selectAll().where('action', '=', 'tools/call').execute();
  expect(calls).toEqual([]);
});
