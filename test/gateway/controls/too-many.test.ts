import { describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/index.ts';
import { type Answered, readAnswered } from '../../support/answered.ts';
import { modernRequest } from '../../support/mcp-post.ts';
import { hanging, legacyPost } from '../support/eras.ts';
import { ADMIN_KEY, PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';

/** Two callers: a socket's address is what a gateway is told of it. */
const CALLER = '203.0.113.7';
const OTHER = '203.0.113.8';

async function send({ gateway }: TestGateway, request: Request, peer?: string): Promise<Answered<unknown>> {
  return readAnswered(await gateway.fetch(request, peer));
}

/** Sends the same request until it is refused for their number; answers how many were not, and the refusal. */
async function flood(send: () => Promise<Answered<unknown>>): Promise<{ passed: number; refusal: Answered<unknown> }> {
  for (let passed = 0; passed < 1000; passed += 1) {
    const refusal = await send();
    if (refusal.status === 429) return { passed, refusal };
  }
  throw new Error('nothing was refused');
}

const admin = { authorization: `Bearer ${ADMIN_KEY}` };
const rate_limit = { requests: 7, seconds: 30 };

/** Whatever is limited by time: what is sent again and again, by how many pass. */
const limited: [string, number, (made: TestGateway) => Promise<() => Promise<Answered<unknown>>>][] = [
  [
    'requests of one MCP server',
    7,
    async (made) => {
      const { url } = await made.server(await made.account(), { rate_limit });
      return () => send(made, modernRequest('tools/list', {}, { url }));
    },
  ],
  [
    'requests of all MCP servers of an account',
    20,
    async (made) => {
      const account = await made.account();
      const urls = [(await made.server(account)).url, (await made.server(account)).url];
      let turn = 0;
      return () => {
        turn += 1;
        return send(made, modernRequest('tools/list', {}, { url: urls[turn % 2] ?? '' }));
      };
    },
  ],
  [
    'requests of one address to MCP servers, known or not',
    30,
    async (made) => async () => send(made, modernRequest('tools/list', {}, { url: `${PUBLIC_URL}/mcp/guess` }), CALLER),
  ],
  [
    'requests of one address to the API',
    30,
    async (made) => () => send(made, new Request(`${PUBLIC_URL}/api-token`, { headers: admin }), CALLER),
  ],
  [
    'requests of one address to OAuth',
    30,
    async (made) => () => send(made, new Request(`${PUBLIC_URL}/oauth/mcp/guess/authorize`), CALLER),
  ],
  [
    'requests of one network, whose addresses differ',
    30,
    async (made) => {
      let turn = 0;
      return () => {
        turn += 1;
        return send(made, new Request(`${PUBLIC_URL}/openapi.json`), `2001:db8:1:2::${turn}`);
      };
    },
  ],
];

describe('control 14: too many requests', () => {
  test.each(limited)(
    '%s are answered 429, and who waits as long as that says is answered',
    async (_, limit, prepare) => {
      await using made = await testGateway({ accountLimit: 20, addressLimit: 30 });
      const ask = await prepare(made);
      const { passed, refusal } = await flood(ask);
      expect(passed).toBe(limit);
      const wait = refusal.headers.get('retry-after') ?? '';
      expect(wait).toMatch(/^[1-9]\d*$/);
      expect(refusal.body).toMatchObject({ error: { message: expect.stringContaining(String(limit)) } });
      made.pass(Number(wait) * 1000 - 1001);
      expect((await ask()).status).toBe(429);
      made.pass(1001);
      for (let count = 0; count < limit; count += 1) expect((await ask()).status).not.toBe(429);
    },
  );

  test('of one address are no matter to another, to callers without one, and to who asks for health', async () => {
    await using made = await testGateway({ addressLimit: 5 });
    const ask = (path: string, peer?: string) =>
      send(made, new Request(`${PUBLIC_URL}${path}`, { headers: admin }), peer);
    await flood(() => ask('/api-token', CALLER));
    const answers = [
      await ask('/api-token', OTHER),
      await ask('/api-token'),
      await ask('/healthz', CALLER),
      await ask('/readyz', CALLER),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test('behind a trusted proxy are those of the caller that it names', async () => {
    await using made = await testGateway({ addressLimit: 5, trustedProxies: ['10.0.0.0/8'] });
    const ask = (caller: string) => {
      const headers = { ...admin, 'x-forwarded-for': `192.0.2.1, ${caller}` };
      return send(made, new Request(`${PUBLIC_URL}/api-token`, { headers }), '10.0.0.2');
    };
    expect((await flood(() => ask(CALLER))).passed).toBe(5);
    expect((await ask(OTHER)).status).toBe(200);
  });

  test('that last: no server takes the places of another one of its account', async () => {
    const going = new Set<AbortSignal>();
    const { fetch } = createSandbox();
    await using made = await testGateway({ fetch: hanging(fetch, (signal) => going.add(signal)) });
    const account = await made.account();
    const servers = await Promise.all(Array.from({ length: 4 }, () => made.server(account)));
    const urls = servers.map(({ url }) => url);
    const client = new AbortController();
    const call = (url = '') => {
      const params = { name: 'list_all_intercom_admins', arguments: {} };
      return made.gateway.fetch(new Request(modernRequest('tools/call', params, { url }), { signal: client.signal }));
    };
    const calls = [...Array(120).fill(urls[0]), ...Array(120).fill(urls[1])].map((url) =>
      call(url).catch(() => undefined),
    );
    await vi.waitFor(() => expect(going.size).toBe(200), { timeout: 10_000 });
    for (const url of urls.slice(0, 2)) {
      const refused = await send(made, modernRequest('tools/list', {}, { url }));
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
      expect(refused.body).toMatchObject({ error: { data: { code: 'too_many_at_once' } } });
    }
    // Ten of its own for each of the others.
    const own = urls.slice(2).flatMap((url) => Array.from({ length: 10 }, () => call(url).catch(() => undefined)));
    await vi.waitFor(() => expect(going.size).toBe(220), { timeout: 10_000 });
    expect((await send(made, modernRequest('tools/list', {}, { url: urls[2] ?? '' }))).status).toBe(429);
    client.abort();
    await Promise.all([...calls, ...own]);
    for (const url of urls) expect((await send(made, modernRequest('tools/list', {}, { url }))).status).toBe(200);
  });

  test('with large bodies that do not come: four of a server at once, and its small ones go on', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const [{ url }, other] = [await made.server(account), await made.server(account)];
    const slow = Array.from({ length: 4 }, () => new TransformStream<Uint8Array, Uint8Array>());
    const answers = slow.map(({ readable }) => {
      const { method, headers } = legacyPost(url, '{}');
      return made.gateway.fetch(new Request(url, { method, headers, body: readable, duplex: 'half' } as RequestInit));
    });
    const writers = slow.map(({ writable }) => writable.getWriter());
    for (const writer of writers) await writer.write(new Uint8Array(65 * 1024).fill(0x20));
    const large = (to: string) => send(made, legacyPost(to, JSON.stringify({ id: 1 }).padEnd(70 * 1024)));
    await vi.waitFor(async () => expect((await large(url)).status).toBe(429));
    const refused = await large(url);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body).toMatchObject({ error: { data: { code: 'too_many_large' } } });
    expect((await large(other.url)).status).not.toBe(429);
    expect((await send(made, modernRequest('tools/list', {}, { url }))).status).toBe(200);
    for (const writer of writers) await writer.close();
    for (const answer of answers) expect((await answer).status).toBe(400);
    expect((await large(url)).status).not.toBe(429);
  });
});

test('a body that is sent for long is judged by what holds when it is there', async () => {
  await using made = await testGateway();
  const account = await made.account();
  const { url, row } = await made.server(account);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const plain = modernRequest('tools/list', {}, { url });
  const text = await plain.text();
  const { method, headers } = plain;
  const answer = made.gateway.fetch(
    new Request(url, { method, headers, body: readable, duplex: 'half' } as RequestInit),
  );
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode(text.slice(0, 10)));
  expect((await made.api('DELETE', `/integrated-account/${account}/mcp/${row.id}`)).status).toBe(204);
  await writer.write(new TextEncoder().encode(text.slice(10)));
  await writer.close();
  expect((await answer).status).toBe(410);
});
