import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';
import { caller, eras, hanging } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

describe.each(eras)(
  'control 9: nothing of what a client sends beside its message reaches Intercom, in $revision',
  (era) => {
    test('by no tool: headers are on a list, and the credential is that of the account', async () => {
      const sent: { url: string; headers: Headers; body: string }[] = [];
      await using made = await testGateway({
        fetch: async (input, init) => {
          const request = new Request(input, init);
          sent.push({ url: request.url, headers: request.headers, body: await request.text() });
          return Response.json({ app: { id_code: 'x' } });
        },
      });
      const account = await made.account('Fernhill', 'of-the-account');
      const config = { methods: ['read', 'write'], require_api_token_auth: true };
      const { url, token } = await made.server(account, config);
      const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
      sent.length = 0;
      const headers = {
        authorization: `Bearer ${body.token}`,
        cookie: 'canary=1',
        'user-agent': 'canary',
        'intercom-version': '1.0-canary',
        'x-forwarded-for': '192.0.2.77',
        'x-api-key': 'canary',
        'x-intercom-token': 'canary',
        'proxy-authorization': 'Basic canary',
        traceparent: '00-canary',
        'accept-language': 'canary',
      };
      const call = caller(made, era);
      for (const { name, inputSchema } of catalog)
        for (const { arguments: args } of [...sampleArguments({ schema: inputSchema })].slice(0, 1))
          await call(url, name, args, { headers });
      expect(sent.length).toBeGreaterThan(catalog.length * 0.9);
      const names = new Set(sent.flatMap((request) => [...request.headers.keys()]));
      expect([...names].sort()).toEqual(['accept', 'authorization', 'content-type', 'intercom-version', 'user-agent']);
      const allowed = {
        accept: /^(application\/(json|octet-stream)|text\/plain)$/,
        authorization: /^Bearer of-the-account$/,
        'content-type': /^(application\/json|multipart\/form-data; boundary=[\w-]+)$/,
        'intercom-version': /^2\.\d+$/,
        'user-agent': /^intercom-mcp-toolkit\/[\w.-]+$/,
      };
      for (const request of sent) {
        for (const [name, pattern] of Object.entries(allowed))
          expect(request.headers.get(name) ?? (name === 'content-type' ? 'application/json' : '')).toMatch(pattern);
        const text = `${request.url} ${JSON.stringify([...request.headers])} ${request.body}`;
        expect(text).not.toMatch(/canary|192\.0\.2\.77/);
        for (const secret of [body.token, token]) expect(text).not.toContain(secret);
      }
    });
  },
);

describe.each(eras)('control 18: the audit log says who did what, and no word of it, in $revision', (era) => {
  const rowsOf = async ({ gateway, store }: Awaited<ReturnType<typeof testGateway>>) => {
    await gateway.context.audit.flush();
    const rows = await store.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'tools/call')
      .orderBy('id')
      .execute();
    // Of a write that goes out there is a line before, with the same arguments.
    const isBegun = ({ status }: { status: string }) => status === 'begun';
    for (const begun of rows.filter(isBegun)) {
      const { call_id, arguments: shape } = begun;
      expect(rows.filter((row) => row.call_id === call_id && row.arguments === shape && !isBegun(row))).toHaveLength(1);
    }
    return rows.filter((row) => !isBegun(row));
  };

  test('of every call: actor, server, tool, forms of arguments, status, time and the id of the request', async () => {
    const sandbox = createSandbox({ rateLimit: 1_000_000 });
    await using made = await testGateway({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.url.endsWith('/tags') && request.method === 'GET') return Response.json({}, { status: 429 });
        const response = await sandbox.fetch(request);
        // A refusal tells its own in its body.
        response.headers.set('x-request-id', 'id-of-the-request');
        return response;
      },
    });
    const account = await made.account();
    const config = { methods: ['read', 'write'] };
    const [open, guarded] = [
      await made.server(account, config),
      await made.server(account, { ...config, require_api_token_auth: true }),
    ];
    const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: null });
    const headers = { authorization: `Bearer ${body.token}` };
    const call = caller(made, era);
    const person = { email: 'canary.person@example.com', name: 'Canary Person' };
    const contact = {
      role: 'lead',
      ...person,
      custom_attributes: { 'canary.key@example.com': 'canary', plain: true },
    };
    await call(open.url, 'list_all_intercom_admins');
    await call(guarded.url, 'create_a_intercom_contact', contact, { headers });
    await call(open.url, 'get_single_intercom_contact_by_id', { id: 'canary id' });
    await call(open.url, 'get_single_intercom_contact_by_id', { id: ['canary', 7, null] });
    await call(open.url, 'canary_tool', { canary: 'canary' });
    await call(open.url, 'list_all_intercom_tags');
    const rows = await rowsOf(made);
    expect(
      rows.map(({ actor, server_id, tool, status, upstream_status, request_id, arguments: shape }) => [
        [actor, server_id, tool, status, upstream_status, request_id],
        JSON.parse(shape ?? ''),
      ]),
    ).toEqual([
      [['url', open.row.id, 'list_all_intercom_admins', 'ok', 200, 'id-of-the-request'], {}],
      [
        [
          `api_token:${body.id}`,
          guarded.row.id,
          'create_a_intercom_contact',
          expect.any(String),
          expect.any(Number),
          'id-of-the-request',
        ],
        {
          ...{ role: 'string', email: 'string', name: 'string' },
          custom_attributes: { '(other)': 'string', plain: 'boolean' },
        },
      ],
      [
        [
          'url',
          open.row.id,
          'get_single_intercom_contact_by_id',
          'upstream_error',
          404,
          expect.stringMatching(/^[\da-f-]{36}$/),
        ],
        { id: 'string' },
      ],
      [
        ['url', open.row.id, 'get_single_intercom_contact_by_id', 'invalid_input', null, null],
        { id: ['string', 'number', 'null'] },
      ],
      [['url', open.row.id, 'unknown', 'unknown_tool', null, null], { canary: 'string' }],
      [['url', open.row.id, 'list_all_intercom_tags', 'rate_limited', 429, null], {}],
    ]);
    for (const { account_id, latency_ms, at } of rows) {
      expect([account_id, at]).toEqual([account, made.now()]);
      expect(Number.isInteger(latency_ms) && (latency_ms ?? -1) >= 0).toBe(true);
    }
    const text = JSON.stringify(rows);
    // A name of an argument stays, and nothing else of what was sent or answered.
    expect(text.replaceAll('\\"canary\\":', '')).not.toMatch(/canary|Canary|fernhill\.example|Maya/);
    const { body: told } = await made.api('GET', `/integrated-account/${account}/audit?limit=100`);
    const calls = told.result.filter(({ action, status }: { action: string; status: string }) => {
      return action === 'tools/call' && status !== 'begun';
    });
    expect(calls).toHaveLength(rows.length);
    expect(JSON.stringify(told)).not.toMatch(/Canary|canary\.person|fernhill\.example/);
  });

  test('of a call that was given up', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<AbortSignal>();
    const { fetch: answersMe } = createSandbox();
    await using made = await testGateway({ fetch: hanging(answersMe, resolve) });
    const { url } = await made.server(await made.account());
    const client = new AbortController();
    const params = { name: 'list_all_intercom_admins', arguments: {} };
    const sent = made.gateway.fetch(era.request(url, 'tools/call', params, { signal: client.signal }));
    const signal = await asked;
    client.abort();
    await sent.then((response) => response.text()).catch(() => undefined);
    expect(signal.aborted).toBe(true);
    expect(await rowsOf(made)).toMatchObject([{ status: 'cancelled', upstream_status: null }]);
  });
});
