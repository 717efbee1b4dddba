import { describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/index.ts';
import { asker, type Era, eras, hanging, legacy, modern } from '../support/eras.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';

/** Milliseconds that a change may take to be seen, in this process and in others. */
const SECOND = 1000;

interface Ended {
  readonly account: string;
  readonly id: string;
}

const ends: [string, (made: TestGateway, server: Ended) => unknown][] = [
  ['is revoked', ({ api }, { account, id }) => api('DELETE', `/integrated-account/${account}/mcp/${id}`)],
  ['is rotated', ({ api }, { account, id }) => api('POST', `/integrated-account/${account}/mcp/${id}/rotate`)],
  [
    'is switched off',
    ({ api }, { account, id }) => api('PATCH', `/integrated-account/${account}/mcp/${id}`, { enabled: false }),
  ],
  ['loses its account', ({ api }, { account }) => api('DELETE', `/integrated-account/${account}`)],
  ['expires', ({ pass }) => pass(60_000)],
];

/** A call whose upstream never answers, as soon as it was asked. */
async function longCall(request: (url: string) => Request) {
  const { promise: asked, resolve } = Promise.withResolvers<AbortSignal>();
  const { fetch: answersMe } = createSandbox();
  const made = await testGateway({ fetch: hanging(answersMe, resolve) });
  const account = await made.account();
  const { row, url } = await made.server(account, {}, made.now() + 60_000);
  const response = await made.gateway.fetch(request(url));
  return { made, response, signal: await asked, server: { account, id: row.id } };
}

const call = { name: 'list_all_intercom_admins', arguments: {} };
function callWithProgress(url: string): Request {
  const { headers } = modern.request(url, 'tools/call', call);
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    progressToken: 1,
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { ...call, _meta } });
  return new Request(url, { method: 'POST', headers, body });
}

/** With what a call ends that is not allowed any more, so that its client does not wait for an answer. */
const ENDED = /\n\nevent: message\ndata: \{"jsonrpc":"2\.0","id":1,"error":\{"code":-32000,[^\n]*\}\}\n\n$/;

const calls: [string, (url: string) => Request, RegExp][] = [
  ['in 2025-11-25', (url) => legacy.request(url, 'tools/call', call), /^$/],
  [
    'in 2026-07-28, which tells of its progress',
    callWithProgress,
    /^(event: message\ndata: .*"notifications\/progress".*\n\n)+$/,
  ],
];

describe.concurrent('control 4: a long call ends when its server is revoked, rotated or over', () => {
  test.each(calls)('%s', { timeout: 20_000 }, async (_revision, request, before) => {
    const told = ends.map(async ([name, end]) => {
      const { made, response, signal, server } = await longCall(request);
      await using _made = made;
      const type = response.headers.get('content-type');
      const text = response.text();
      const wasGoing = !signal.aborted;
      const began = performance.now();
      await end(made, server);
      const sent = await text;
      const isTold = ENDED.test(sent) && before.test(sent.replace(ENDED, ''));
      const isInTime = performance.now() - began < SECOND;
      // Intercom is not asked in vain either.
      return { name, type, wasGoing, isTold, isInTime, isGivenUp: signal.aborted };
    });
    const right = { type: 'text/event-stream', wasGoing: true, isTold: true, isInTime: true, isGivenUp: true };
    expect(await Promise.all(told)).toEqual(ends.map(([name]) => ({ name, ...right })));
  });
});

describe.concurrent('control 4: what else is open', () => {
  test('a call of 2026-07-28 that was under way is not answered with its data', { timeout: 20_000 }, async () => {
    const { fetch: answersMe } = createSandbox();
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const slow: typeof fetch = async (input, init) => {
      const response = await answersMe(input, init);
      if (!new Request(input, init).url.endsWith('/admins')) return response;
      asked.resolve();
      await answer.promise;
      return response;
    };
    await using made = await testGateway({ fetch: slow });
    const account = await made.account();
    const { row, url } = await made.server(account);
    const ended = asker(made, modern)(url, 'tools/call', call);
    await asked.promise;
    await made.api('DELETE', `/integrated-account/${account}/mcp/${row.id}`);
    // Shorter calls are answered: they were allowed half a second ago.
    await new Promise((resolve) => setTimeout(resolve, 600));
    answer.resolve();
    const { status, message } = await ended;
    expect({ status, result: message.result }).toEqual({ status: 410, result: undefined });
  });

  test('a long call of another server goes on', { timeout: 20_000 }, async () => {
    const { made, response, signal, server } = await longCall((url) => legacy.request(url, 'tools/call', call));
    await using _made = made;
    const other = await made.server(server.account);
    await made.api('DELETE', `/integrated-account/${server.account}/mcp/${other.row.id}`);
    // Longer than between two looks at what is open.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(signal.aborted).toBe(false);
    await response.body?.cancel();
    expect(signal.aborted).toBe(true);
  });

  test('a subscription of 2026-07-28 ends by itself: there is nothing to tell', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const request = modern.request(url, 'subscriptions/listen', { notifications: { toolsListChanged: true } });
    const text = await (await made.gateway.fetch(request)).text();
    expect(text).toContain('"notifications":{}');
    expect(text).toContain('"resultType":"complete"');
  });
});

describe.concurrent('control 4: another process over the same store sees a change within a second', () => {
  const twoGateways = async () => {
    const one = await testGateway();
    const two = await testGateway({ store: one.store, now: one.now, fetch: hanging(one.sandbox.fetch, () => {}) });
    return {
      one,
      two,
      [Symbol.asyncDispose]: async () => {
        await two[Symbol.asyncDispose]();
        await one[Symbol.asyncDispose]();
      },
    };
  };
  const refused = async (made: TestGateway, era: Era, url: string, status: number) => {
    const ask = asker(made, era);
    await vi.waitFor(async () => expect((await ask(url, 'tools/list')).status).toBe(status), {
      timeout: SECOND,
      interval: 20,
    });
  };

  test.each(eras)('a revoked, a rotated and a closed server, in $revision', async (era) => {
    await using both = await twoGateways();
    const { one, two } = both;
    const account = await one.account();
    const servers = [await one.server(account), await one.server(account), await one.server(account)];
    for (const { url } of servers) expect((await asker(two, era)(url, 'tools/list')).status).toBe(200);
    const [revoked, rotated, closed] = servers.map(({ row, url }) => ({
      url,
      path: `/integrated-account/${account}/mcp/${row.id}`,
    }));
    if (revoked === undefined || rotated === undefined || closed === undefined) throw new Error('three were made');
    await one.api('DELETE', revoked.path);
    await one.api('POST', `${rotated.path}/rotate`);
    await one.api('PATCH', closed.path, { config: { require_api_token_auth: true } });
    await Promise.all([
      refused(two, era, revoked.url, 410),
      refused(two, era, rotated.url, 410),
      refused(two, era, closed.url, 401),
    ]);
  });

  test('an API token that was removed', async () => {
    await using both = await twoGateways();
    const { one, two } = both;
    const { url } = await one.server(await one.account(), { require_api_token_auth: true });
    const { body } = await one.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
    const ask = async () => (await two.mcp(url, 'tools/list', {}, { authorization: `Bearer ${body.token}` })).status;
    expect(await ask()).toBe(200);
    await one.api('DELETE', `/api-token/${body.id}`);
    await vi.waitFor(async () => expect(await ask()).toBe(401), { timeout: SECOND, interval: 20 });
  });

  test('its open calls end', { timeout: 20_000 }, async () => {
    await using both = await twoGateways();
    const { one, two } = both;
    const account = await one.account();
    const { row, url } = await one.server(account);
    const response = await two.gateway.fetch(legacy.request(url, 'tools/call', call));
    const text = response.text();
    const began = performance.now();
    await one.api('DELETE', `/integrated-account/${account}/mcp/${row.id}`);
    expect(await text).toMatch(ENDED);
    // What it remembers, and the time between two looks at what is open.
    expect(performance.now() - began).toBeLessThan(1.5 * SECOND);
  });
});
