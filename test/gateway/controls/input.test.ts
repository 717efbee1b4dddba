import { describe, expect, test } from 'vitest';
import { serveGateway } from '../../../gateway/serve-gateway.ts';
import { catalog } from '../../../intercom/catalog.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { modernRequest, sendRaw } from '../../support/mcp-post.ts';
import { record } from '../../support/recorder.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';
import { caller, eras, modern, toolResult } from '../support/eras.ts';
import { ADMIN_KEY, KEYS, PUBLIC_URL, testGateway } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** Keeps the addresses that are asked for; answers `/me` and otherwise an empty object. */
function recordingFetch() {
  const urls: string[] = [];
  const send: typeof fetch = async (input, init) => {
    urls.push(new Request(input, init).url);
    return Response.json({ app: { id_code: 'x' } });
  };
  return { urls, fetch: send };
}

const nameLists = new Set(Object.values(intercomProfile.names?.kinds ?? {}).map(({ path }) => path));

function isNameList(url: string): boolean {
  const { pathname, search } = new URL(url);
  return nameLists.has(pathname) && /^(?:\?(?:page|per_page)=\d+(?:&per_page=\d+)?)?$/.test(search);
}

describe('control 11: no caller chooses whom the gateway asks', () => {
  test('an account names a region of the operator, and no host', async () => {
    const { urls, fetch } = recordingFetch();
    await using made = await testGateway({ fetch });
    const create = (body: object) => made.api('POST', '/integrated-account', { access_token: 'token', ...body });
    const regions = [
      'xx',
      '',
      '__proto__',
      'constructor',
      'toString',
      'http://127.0.0.1:1',
      '//evil.example',
      'us/../eu',
      'us ',
      7,
      null,
      ['us'],
    ];
    for (const region of regions) expect((await create({ region })).status).toBe(400);
    for (const key of ['base_url', 'baseUrl', 'url', 'host', 'upstream'])
      expect((await create({ region: 'us', [key]: 'http://127.0.0.1:1' })).status).toBe(400);
    expect(urls).toEqual([]);
    const { body } = await create({ region: 'eu' });
    expect(urls).toEqual(['http://localhost:2/me']);
    for (const region of regions.slice(0, 5))
      expect((await made.api('PATCH', `/integrated-account/${body.id}`, { region })).status).toBe(400);
    expect(urls).toHaveLength(1);
  });

  const hostile = [
    '../admins',
    '..',
    '.',
    '%2e%2e/admins',
    '..%2fadmins',
    '1\r\nX-Evil: 1',
    '1?x=1',
    '1#',
    '//evil.example/',
    'a@evil.example',
    '\\\\evil',
    ' ',
  ];

  test.each(hostile)('an argument %j stays in its segment of the path, or is refused', async (value) => {
    const { urls, fetch } = recordingFetch();
    await using made = await testGateway({ fetch });
    const { url } = await made.server(await made.account(), { methods: ['read', 'write'] });
    const call = caller(made, modern);
    let sent = 0;
    for (const { name, path, inputSchema } of catalog.filter((entry) => entry.path.includes('{'))) {
      urls.length = 0;
      const [sample] = sampleArguments({ schema: inputSchema });
      const properties: Record<string, unknown> = Object(inputSchema.properties);
      const required: string[] = Array.isArray(inputSchema.required) ? inputSchema.required : [];
      const texts = required.filter((key) => /"string"/.test(JSON.stringify(properties[key])));
      await call(url, name, { ...sample?.arguments, ...Object.fromEntries(texts.map((key) => [key, value])) });
      // The names of the parameters say nothing of what is sent.
      const pattern = path
        .split(/\{\w+\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[^/?#\\\\]+');
      for (const asked of urls) {
        const { origin, pathname, hash, username } = new URL(asked);
        expect([origin, hash, username]).toEqual(['http://localhost:1', '', '']);
        // A text in the place of an id may be a name: it is looked for in a list, and does not leave the process.
        if (isNameList(asked)) continue;
        expect(pathname).toMatch(new RegExp(`^${pattern}$`));
        expect(pathname).not.toMatch(/%2e%2e(%2f)?$/i);
        sent += 1;
      }
    }
    const isRefused = /^\.\.?$|[/\\\n]|%2f|%2e/i.test(value);
    // A few have numbers alone in their paths, or a text that is checked first.
    if (isRefused) expect(sent).toBeLessThan(20);
    else expect(sent).toBeGreaterThan(80);
  });

  test.each([301, 302, 303, 307, 308])('a redirect with %i is not followed', async (status) => {
    await using inside = await record(() => ({ body: { secret: 'of the inner network' } }));
    await using intercom = await record(({ pathname }) =>
      pathname === '/me'
        ? { body: { app: { id_code: 'x' } } }
        : { status, headers: { location: `${inside.url}/admins` }, body: '' },
    );
    await using made = await testGateway({ fetch, upstreams: { us: intercom.url } });
    const { url } = await made.server(await made.account());
    for (const era of eras) {
      const { text, isError } = toolResult(await caller(made, era)(url, 'list_all_intercom_admins'));
      expect([isError, text]).toEqual([true, expect.stringContaining('was not followed')]);
    }
    expect(inside.requests).toEqual([]);
    expect(intercom.requests).toHaveLength(3);
  });
});

const hosts: [string, Readonly<Record<string, string>>, number][] = [
  ['the public name', { host: 'gateway.test' }, 200],
  ['the public name with a port', { host: 'gateway.test:8443' }, 200],
  ['this machine', { host: '127.0.0.1:3000' }, 200],
  ['a name that was rebound', { host: 'evil.example' }, 403],
  ['a name that looks public', { host: 'gateway.test.evil.example' }, 403],
  ['a user in the name', { host: 'gateway.test@evil.example' }, 403],
  ['an address of the network', { host: '192.168.1.7' }, 403],
  ['a page of the gateway', { host: 'gateway.test', origin: 'http://gateway.test' }, 200],
  ['a local page', { host: 'gateway.test', origin: 'http://localhost:6274' }, 200],
  ["somebody else's page", { host: 'gateway.test', origin: 'https://evil.example' }, 403],
  ['a page without an origin', { host: 'gateway.test', origin: 'null' }, 403],
];

describe('control 12: neither a foreign host name nor a foreign page is answered', () => {
  test.each(hosts)('%s', async (_, headers, status) => {
    await using made = await testGateway();
    const { url, token } = await made.server(await made.account());
    const admin = { ...headers, authorization: `Bearer ${ADMIN_KEY}` };
    const requests = [
      ...eras.map(({ request }) => request(url, 'tools/list', {}, { headers })),
      new Request(`${PUBLIC_URL}/integrated-account`, { headers: admin }),
      new Request(`${PUBLIC_URL}/healthz`, { headers }),
    ];
    for (const request of requests) {
      const response = await made.gateway.fetch(request);
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(text).not.toContain(token);
      if (status === 403) expect(text).toContain('forbidden_host');
    }
    const preflight = new Request(url, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    const { headers: answered } = await made.gateway.fetch(preflight);
    expect(answered.get('access-control-allow-origin')).toBe(status === 200 ? (headers.origin ?? null) : null);
  });

  test('over a socket, and behind a proxy that checks them', async () => {
    await using store = await openTestStore(':memory:');
    const sandbox = createSandbox();
    for (const [allowedHosts, status] of [
      [undefined, 403],
      ['any', 404],
      [['evil.example'], 404],
    ] as const) {
      const options = { apis: [hostIntercom()], store, keys: KEYS, adminKey: ADMIN_KEY, fetch: sandbox.fetch };
      await using listening = await serveGateway({ ...options, ...(allowedHosts && { allowedHosts }) });
      expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const request = modernRequest(
        'tools/list',
        {},
        { url: `${listening.url}/mcp/x`, headers: { host: 'evil.example' } },
      );
      expect((await sendRaw(request)).status).toBe(status);
    }
  });
});

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];

describe.each(eras)('control 21: no name leads to what every object has, in $revision', (era) => {
  test.each(NAMES)('%s', async (name) => {
    const { urls, fetch } = recordingFetch();
    await using made = await testGateway({ fetch });
    const account = await made.account();
    const { url } = await made.server(account, { methods: ['read', 'write'] });
    const discovery = await made.server(account, { mode: 'discovery' });
    urls.length = 0;
    const [call, send] = [caller(made, era), (request: Request) => made.gateway.fetch(request)];
    expect((await call(url, name)).message.error?.code).toBe(-32602);
    for (const tool of ['describe_tools', 'call_read_tool']) {
      const args = tool === 'describe_tools' ? { names: [name] } : { name, arguments: {} };
      expect(toolResult(await call(discovery.url, tool, args)).isError).toBe(true);
    }
    for (const method of ['prompts/get', 'resources/read', name]) {
      const params = { name, uri: name };
      const text = await (await send(era.request(url, method, params, { headers: { 'mcp-name': name } }))).text();
      expect(text).toMatch(/"error":\{"code":-32(601|602|002)/);
    }
    // An own key of this name, as JSON has it.
    const args = JSON.parse(
      `{"${name}":{"polluted":true},"custom_attributes":{"${name}":{"polluted":true}},"role":"lead"}`,
    );
    for (const tool of ['list_all_intercom_admins', 'create_a_intercom_contact']) await call(url, tool, args);
    expect(Object({}).polluted).toBeUndefined();
    expect(urls.every((asked) => asked.startsWith('http://localhost:1/'))).toBe(true);

    const under = `/integrated-account/${account}/mcp`;
    for (const config of [{ methods: [name] }, { tags: [name] }, { tools: [name] }, { confirm: name }])
      expect((await made.api('POST', under, { name: 'x', config })).status).toBe(400);
    const own = JSON.parse(`{"name":"x","${name}":{"polluted":true}}`);
    expect((await made.api('POST', under, own)).status).toBe(400);
    expect((await made.api('PATCH', `/integrated-account/${account}`, { region: name })).status).toBe(400);
    for (const path of [`/integrated-account/${name}`, `${under}/${name}`, `/api-token/${name}`, `/${name}`])
      expect((await made.api('GET', path)).status).toBe(404);
    expect((await send(era.request(`${PUBLIC_URL}/mcp/${name}`, 'tools/list'))).status).toBe(404);
    expect((await send(era.request(url, 'tools/list', {}, { headers: { [name]: name } }))).status).toBe(200);

    await made.gateway.context.audit.flush();
    const rows = await made.store.db
      .selectFrom('audit')
      .select(['tool', 'arguments'])
      .where('tool', 'is not', null)
      .execute();
    expect(rows.filter(({ tool }) => tool === name)).toEqual([]);
    expect((await made.api('GET', '/metrics')).body).not.toContain(`"${name}"`);
  });
});
