import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { caller, eras, legacy, legacyPost, modern } from '../support/eras.ts';
import { ADMIN_KEY, KEYS, PUBLIC_URL, testGateway } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';

const INTERCOM_TOKEN = 'dG9rOmNhbmFyeV9vZl9pbnRlcmNvbV8xMjM0NTY3ODkw';

/** An upstream that fails in many ways, each with the credential in it. */
function leakyUpstream(): typeof fetch {
  const sandbox = createSandbox({ rateLimit: 1_000_000, token: INTERCOM_TOKEN });
  return async (input, init) => {
    const request = new Request(input, init);
    const authorization = request.headers.get('authorization') ?? '';
    const echo = { 'x-echo': authorization, 'x-request-id': 'req-1' };
    switch (new URL(request.url).pathname) {
      case '/tags':
        return Response.json(
          { errors: [{ code: 'server_error', message: `no ${authorization}` }] },
          { status: 500, headers: echo },
        );
      case '/teams':
        return Response.json(
          { errors: [{ code: 'unauthorized', message: authorization }] },
          { status: 401, headers: echo },
        );
      case '/segments':
        throw new TypeError(`fetch failed: ${authorization}`, { cause: new Error(authorization) });
      case '/companies/list':
        return new Response(`<html><title>${authorization}</title>`, {
          headers: { ...echo, 'content-type': 'text/html' },
        });
      case '/help_center/help_centers':
        return new Response(null, { status: 302, headers: { location: `https://evil.example/?${authorization}` } });
      default:
        return sandbox.fetch(request);
    }
  };
}

const FAILING = [
  'list_all_intercom_tags',
  'list_all_intercom_teams',
  'list_all_intercom_segments',
  'list_all_intercom_help_centers',
];

test('control 3: no secret stands in a log, a metric, the audit log, a header or an answer', async () => {
  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => log.push(line) });
  await using store = await openTestStore(':memory:');
  await using made = await testGateway({ store, logger, fetch: leakyUpstream() });
  const { gateway, api } = made;
  const answers: { path: string; headers: string; text: string; cache: string | null; referrer: string | null }[] = [];
  const ask = async (request: Request): Promise<string> => {
    const response = await gateway.fetch(request);
    const { headers } = response;
    const text = await response.text();
    answers.push({
      path: request.url,
      headers: JSON.stringify([...headers]),
      text,
      cache: headers.get('cache-control'),
      referrer: headers.get('referrer-policy'),
    });
    return text;
  };
  const manage = async (method: string, path: string, body?: unknown, key = ADMIN_KEY) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    return ask(
      new Request(PUBLIC_URL + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    );
  };

  const account = await made.account('Fernhill', INTERCOM_TOKEN);
  const under = `/integrated-account/${account}`;
  const soon = made.now() + 60_000;
  const config = { methods: ['read', 'write'] };
  const servers = {
    active: await made.server(account, config),
    expired: await made.server(account, config, soon),
    revoked: await made.server(account, config),
    rotated: await made.server(account, config),
    guarded: await made.server(account, {
      ...config,
      require_api_token_auth: true,
      rate_limit: { requests: 20, seconds: 1 },
    }),
  };
  const { body: created } = await api('POST', `${under}/mcp`, { name: 'created' });
  const { body: replaced } = await api('POST', `${under}/mcp/${servers.rotated.row.id}/rotate`);
  const { body: apiToken } = await api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
  const { body: expiredToken } = await api('POST', '/api-token', {
    name: 'old',
    integrated_account_id: null,
    expires_at: new Date(soon).toISOString(),
  });
  await manage('DELETE', `${under}/mcp/${servers.revoked.row.id}`);
  made.pass(60_000);

  const unknown = newToken('server');
  // What a client says at the wrong place may be told to it again, and be written down nowhere.
  const repeated = newToken('server');
  const urls = [
    ...Object.values(servers).map(({ url }) => url),
    `${PUBLIC_URL}/mcp/${unknown}`,
    created.url,
    replaced.url,
  ];
  const bearers = [
    apiToken.token,
    expiredToken.token,
    servers.active.token,
    newToken('api'),
    ADMIN_KEY,
    INTERCOM_TOKEN,
  ];
  for (const { request } of eras) {
    for (const url of urls) await ask(request(url, 'tools/list'));
    for (const token of bearers) {
      const headers = { authorization: `Bearer ${token}` };
      await ask(
        request(servers.guarded.url, 'tools/call', { name: 'list_all_intercom_admins', arguments: {} }, { headers }),
      );
      await ask(request(`${PUBLIC_URL}/mcp`, 'tools/list', {}, { headers }));
    }
    for (const name of [...FAILING, 'list_all_intercom_companies', 'list_all_intercom_admins', repeated])
      await ask(request(servers.active.url, 'tools/call', { name, arguments: {} }));
    await ask(request(servers.active.url, repeated));
  }
  // A bug inside: what the store does with the news of a credential that ended is foreseen by nobody.
  await store.accounts.update(account, { status: 'active' });
  gateway.context.changed();
  vi.spyOn(store.accounts, 'update').mockRejectedValueOnce(new RangeError('a bug'));
  const teams = { name: 'list_all_intercom_teams', arguments: {} };
  await ask(legacy.request(servers.active.url, 'tools/call', teams));
  await ask(legacy.request(servers.active.url, 'tools/call', teams, { headers: { accept: 'text/event-stream' } }));
  const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  const nested = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_all_intercom_admins","arguments":${deep}}}`;
  for (const body of ['{', nested, '[]', `"${repeated}"`]) await ask(legacyPost(servers.active.url, body));
  await ask(new Request(servers.active.url));
  await ask(new Request(servers.active.url, { headers: { origin: 'https://evil.example' } }));
  const { token } = servers.active;
  for (const path of [
    '',
    '/mcp',
    `/mcp/${token}/more`,
    `/${token}`,
    `/healthz?token=${token}`,
    `/%${token}`,
    `/.well-known/x/${token}`,
  ])
    await ask(new Request(PUBLIC_URL + path));
  await ask(new Request(`${PUBLIC_URL}/.well-known/oauth-protected-resource/mcp/${servers.guarded.token}`));
  await ask(new Request(`http://evil.example/mcp/${token}`));
  await manage('GET', '/integrated-account', undefined, token);
  await manage('POST', '/integrated-account', { region: 'us', access_token: `${INTERCOM_TOKEN}x` });
  await manage('PATCH', under, { access_token: INTERCOM_TOKEN, label: 'again' });
  await manage('PATCH', under, { access_token: INTERCOM_TOKEN, region: 'nowhere' });
  await manage('POST', `${under}/mcp`, { name: repeated.repeat(10), config: { tools: [repeated] } });
  for (const path of [
    '/integrated-account',
    under,
    `${under}/mcp`,
    `${under}/mcp/${created.id}`,
    '/api-token',
    `/api-token/${apiToken.id}`,
  ])
    await manage('GET', path);
  for (const path of [`${under}/audit?limit=100`, `${under}/usage`, '/metrics', '/openapi.json', '/readyz'])
    await manage('GET', path);
  await gateway.context.audit.flush();
  const rows = JSON.stringify(await store.db.selectFrom('audit').selectAll().execute());
  const { credential } = (await store.accounts.get(account)) ?? {};
  await store.close();
  gateway.context.changed();
  for (const { request } of eras) await ask(request(servers.active.url, 'tools/list'));
  await manage('GET', under);
  await manage('GET', '/readyz');
  const metrics = await manage('GET', '/metrics');

  const { digest } = gateway.context;
  const tokens = [...Object.values(servers), created, replaced, apiToken, expiredToken].map((made) =>
    String(made.token),
  );
  const plain = [...tokens, unknown, ADMIN_KEY, INTERCOM_TOKEN];
  const secrets = [...plain, ...plain.map(digest), String(credential), KEYS.slice('test:'.length)];
  const told = {
    log: log.join(''),
    metrics,
    rows,
    answers: answers.map(({ headers, text }) => headers + text).join('\n'),
  };
  for (const [place, text] of Object.entries(told)) {
    const hidden = place === 'answers' ? secrets : [...secrets, repeated];
    expect(hidden.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`)).toEqual([]);
  }

  // What was looked at is what was meant: there are requests, faults, streams and calls in it.
  expect(told.log).toContain('"route":"/mcp/:token"');
  expect(told.log).toContain('a request failed');
  expect(told.log).toContain('a call failed inside the gateway');
  expect(metrics).toMatch(/refusals_total\{reason="unknown_server"\} [1-9]/);
  expect(rows).toContain('"status":"upstream_error"');
  expect(told.answers).toContain('[token]');
  expect(told.answers).toContain('text/event-stream');
  const bare = answers.filter(({ path, cache, referrer }) => {
    // The dashboard's own requests have to say where they come from; they go nowhere else.
    const wanted = new URL(path).pathname === '/' ? 'same-origin' : 'no-referrer';
    return !cache?.startsWith('no-store') || referrer !== wanted;
  });
  expect(bare).toEqual([]);
});

test.each(eras)('control 3: the token may come in a header instead of the address, in $revision', async (era) => {
  await using made = await testGateway();
  const { token } = await made.server(await made.account());
  const call = caller(made, era);
  const name = 'list_all_intercom_admins';
  const at = async (authorization: string) =>
    (await call(`${PUBLIC_URL}/mcp`, name, {}, { headers: { authorization } })).status;
  expect(await at(`Bearer ${token}`)).toBe(200);
  expect(await at(`bearer ${token}`)).toBe(200);
  expect(await at(`Basic ${token}`)).toBe(404);
  expect(await at(`Bearer ${token}x`)).toBe(404);
  expect((await call(`${PUBLIC_URL}/mcp?token=${token}`, name)).status).toBe(404);
  // No era answers without it.
  for (const { request } of [modern, legacy])
    expect((await made.gateway.fetch(request(`${PUBLIC_URL}/mcp`, 'tools/list'))).status).toBe(404);
});
