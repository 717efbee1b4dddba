import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { BEGUN } from '../../../gateway/store/contract/audit.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { postgres } from '../support/engines.ts';
import { PUBLIC_URL, testGateway } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { openProxy } from '../support/postgres-proxy.ts';

const TIMEOUTS = { connect: 1000, statement: 1000, query: 1500 };
const APP = {
  field: 'access_token',
  clientId: 'app',
  clientSecret: 'secret',
  authorizeUrl: `${PUBLIC_URL}/login`,
  tokenUrl: PUBLIC_URL,
};
const COUNT = { name: 'list_all_intercom_admins', arguments: {} };

/** A gateway over a PostgreSQL that can be taken away; `onUpstream` runs before Intercom answers. */
async function openGateway() {
  const place = await postgres.place();
  const proxy = await openProxy(place.address);
  const store = await openTestStore(proxy.address, { timeouts: TIMEOUTS });
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const state = { calls: 0, logged: '', onUpstream: () => {} };
  const test = await testGateway({
    store,
    sandbox,
    login: APP,
    logger: pino({ level: 'warn' }, { write: (line) => (state.logged += line) }),
    fetch: (...request) => {
      state.calls += 1;
      state.onUpstream();
      return sandbox.fetch(...request);
    },
  });
  const page = async (path: string, init: RequestInit = {}) => {
    const response = await test.gateway.fetch(new Request(new URL(path, PUBLIC_URL), init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    ...test,
    proxy,
    state,
    page,
    [Symbol.asyncDispose]: async () => {
      proxy.speak();
      await test[Symbol.asyncDispose]();
      await store.close();
      await proxy[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

type Way = (proxy: Awaited<ReturnType<typeof openProxy>>) => Promise<() => Promise<void>>;

/** Ways to be away; each answers the way back. */
const ways: [string, Way][] = [
  [
    'is silent',
    async (proxy) => {
      proxy.silence();
      return async () => proxy.speak();
    },
  ],
  [
    'is gone',
    async (proxy) => {
      await proxy.leave();
      return () => proxy.comeBack();
    },
  ],
];

describe.skipIf(!postgres.isThere).each(ways)('while the PostgreSQL %s', (_, goAway) => {
  test('every door answers 503 with when to come back, and the first request after that is answered', async () => {
    await using gateway = await openGateway();
    const { api, mcp, page, proxy, state } = gateway;
    const id = await gateway.account();
    const open = await gateway.server(id, { rate_limit: { requests: 1000, seconds: 60 } });
    const guarded = await gateway.server(id, { require_api_token_auth: true });
    const { body: apiToken } = await api('POST', '/api-token', { name: 'one', integrated_account_id: null });
    expect(await mcp(open.url, 'tools/call', COUNT)).toMatchObject({ status: 200, message: { result: {} } });
    expect(state.calls).toBeGreaterThan(1);
    const path = `/integrated-account/${id}/mcp`;
    const calls = state.calls;
    const comeBack = await goAway(proxy);

    const began = performance.now();
    const answers = await Promise.all([
      api('GET', '/integrated-account'),
      api('GET', `${path}/${open.row.id}`),
      api('POST', path, { name: 'more', config: {} }),
      api('DELETE', `/api-token/${apiToken.id}`),
      api('GET', '/audit'),
      api('GET', '/readyz'),
    ]);
    for (const { status, headers, body } of answers) {
      expect({ status, code: body.error.code }).toEqual({ status: 503, code: 'store_unavailable' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body.error).toMatchObject({ message: expect.stringMatching(/^The store of this gateway /) });
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|select|timeout exceeded/);
    }
    // The first is remembered and has to be counted; the second has to be read; the third needs its second factor.
    const bearer = { authorization: `Bearer ${apiToken.token}` };
    const refused = await Promise.all([
      mcp(open.url, 'tools/call', COUNT),
      mcp(`${PUBLIC_URL}/mcp/${newToken('server')}`, 'tools/list'),
      mcp(guarded.url, 'tools/list', {}, bearer),
    ]);
    for (const { status, headers, message } of refused) {
      expect({ status, code: message.error?.code }).toEqual({ status: 503, code: -32000 });
      expect(message.error?.message).toMatch(/^The store of this gateway .*\. Try again in \d+ seconds\.$/);
      expect(headers.get('content-type')).toMatch(/json/);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(state.calls).toBe(calls);

    const oauth = `/oauth/mcp/${guarded.row.id}`;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const name of ['token', 'revoke', 'register']) {
      const { status, headers, text } = await page(`${oauth}/${name}`, { method: 'POST', headers: form, body: 'a=b' });
      expect({ name, status, ...JSON.parse(text) }).toMatchObject({ status: 503, error: 'temporarily_unavailable' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const [method, address] of [
      ['GET', `${oauth}/authorize`],
      ['POST', `${oauth}/authorize`],
      ['GET', `/oauth/intercom/callback?code=c&state=${newToken('login')}`],
    ] as const) {
      const { status, headers, text } = await page(address, { method, headers: method === 'POST' ? form : {} });
      expect({ address, status, type: headers.get('content-type') }).toMatchObject({
        status: 503,
        type: expect.stringMatching(/html/),
      });
      expect(text).toMatch(/The store of this gateway/);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await page(`/.well-known/oauth-authorization-server${oauth}`)).status).toBe(503);
    // All that took its turn one behind the other; each of them waits for one statement or one connection.
    expect(performance.now() - began).toBeLessThan(9 * (TIMEOUTS.connect + TIMEOUTS.query) + 5000);

    expect((await page('/healthz')).status).toBe(200);
    const { body: metrics } = await api('GET', '/metrics');
    expect(metrics).toMatch(/intercom_gateway_store_errors_total\{kind="unreachable"\} [1-9]/);
    expect(metrics).toMatch(/intercom_gateway_refusals_total\{reason="store_unavailable"\} 3/);
    expect(state.logged).toMatch(/the store failed/);
    expect(state.logged).not.toContain('"level":50');

    await comeBack();
    expect((await mcp(open.url, 'tools/call', COUNT)).status).toBe(200);
    expect((await api('GET', '/readyz')).status).toBe(200);
    expect((await api('GET', `${path}/${open.row.id}`)).status).toBe(200);
  });

  test('a call that Intercom has answered is answered, and its line is not lost', async () => {
    await using gateway = await openGateway();
    const { mcp, proxy, state, store } = gateway;
    const id = await gateway.account();
    const { url } = await gateway.server(id);
    // Its next answer makes the account active again, which has to be stored as well.
    await store.accounts.update(id, { status: 'needs_reauth' });
    const { promise: left, resolve: leave } = Promise.withResolvers<() => Promise<void>>();
    state.onUpstream = () => void goAway(proxy).then(leave);
    const called = gateway.gateway.fetch(modernRequest('tools/call', COUNT, { url })).then(readAnswer);
    const comeBack = await left;
    state.onUpstream = () => {};
    // Longer than it takes to find out, and shorter than the log is patient.
    await new Promise((resolve) => setTimeout(resolve, TIMEOUTS.query + 500));
    await comeBack();
    const { status, message } = await called;
    expect({ status, isError: message.result?.isError }).toEqual({ status: 200, isError: undefined });
    const lines = store.db.selectFrom('audit').select('status').where('action', '=', 'tools/call');
    expect(await lines.execute()).toEqual([{ status: 'ok' }]);
    // The next call does what this one could not.
    expect((await mcp(url, 'tools/call', COUNT)).status).toBe(200);
    expect(await store.accounts.get(id)).toMatchObject({ status: 'active' });
  });

  test('a program waits until the line of its call is stored, and goes on: nothing it does is without one', async () => {
    await using gateway = await openGateway();
    const { proxy, state, store } = gateway;
    const id = await gateway.account();
    const { url } = await gateway.server(id, { methods: ['read', 'write'], mode: 'code' });
    const { promise: left, resolve: leave } = Promise.withResolvers<() => Promise<void>>();
    state.onUpstream = () => {
      state.onUpstream = () => {};
      void goAway(proxy).then(leave);
    };
    const code = "await intercom.listAdmins(); await intercom.createOrUpdateTag({ name: 'New' }); return 'made'";
    const request = modernRequest('tools/call', { name: 'run_code', arguments: { code } }, { url });
    const called = gateway.gateway.fetch(request).then(readAnswer);
    const comeBack = await left;
    const waited = new Promise((resolve) => setTimeout(resolve, TIMEOUTS.query + 500, 'waits'));
    expect(await Promise.race([called, waited])).toBe('waits');
    await comeBack();
    expect((await called).message.result?.content).toMatchObject([{ text: 'made' }]);
    const lines = store.db.selectFrom('audit').select(['tool', 'status']).where('action', '=', 'tools/call');
    expect(await lines.orderBy('seq').execute()).toEqual([
      { tool: COUNT.name, status: 'ok' },
      { tool: 'create_or_update_a_intercom_tag', status: BEGUN },
      { tool: 'create_or_update_a_intercom_tag', status: 'ok' },
      { tool: 'run_code', status: 'ok' },
    ]);
  });
});
