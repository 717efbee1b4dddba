import { describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/index.ts';
import { asker, caller, type Era, eras, hanging, legacy, legacyPost, modern, toolResult } from '../support/eras.ts';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../support/gateway.ts';

const MIB = 1024 * 1024;

/** A body that is sent piece by piece, and tells how much of it was taken. */
function flowing(url: string, pieces: number, headers: HeadersInit) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (to) => {
      taken += 1;
      if (taken > pieces) to.close();
      else to.enqueue(new Uint8Array(MIB).fill(0x20));
    },
  });
  return {
    request: new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
    taken: () => taken,
  };
}

describe.each(eras)('control 13: what is too large is refused, in $revision', (era) => {
  test('a request of more than 4 MiB, whatever it says of its length', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const plain = era.request(url, 'tools/list');
    const { headers } = plain;
    const text = await plain.text();
    const send = async (size: number, more: Readonly<Record<string, string>> = {}) => {
      const body = text.padEnd(size);
      const request = new Request(url, { method: 'POST', headers: { ...Object.fromEntries(headers), ...more }, body });
      return (await made.gateway.fetch(request)).status;
    };
    expect(await send(4 * MIB)).toBe(200);
    expect(await send(4 * MIB + 1)).toBe(413);
    expect(await send(4 * MIB, { 'content-length': String(4 * MIB) })).toBe(200);
    expect(await send(4 * MIB + 1, { 'content-length': String(4 * MIB + 1) })).toBe(413);
    expect(await send(1, { 'content-length': '1e99' })).toBe(413);
    expect(await send(1, { 'content-length': 'much' })).toBe(413);

    const { request, taken } = flowing(url, 100, headers);
    const response = await made.gateway.fetch(request);
    expect([response.status, (await response.json()).error.data.code]).toEqual([413, 'too_large']);
    expect(taken()).toBeLessThan(8);
  });

  test('an answer of more than 10 MiB becomes an error that says so', async () => {
    let taken = 0;
    const huge = () =>
      new ReadableStream<Uint8Array>({
        pull: (to) => {
          taken += 1;
          if (taken > 100) to.close();
          else to.enqueue(new Uint8Array(MIB).fill(0x20));
        },
      });
    const sandbox = createSandbox();
    await using made = await testGateway({
      fetch: async (input, init) =>
        new Request(input, init).url.endsWith('/me') ? sandbox.fetch(input, init) : new Response(huge()),
    });
    const { url } = await made.server(await made.account());
    const { text, isError } = toolResult(await caller(made, era)(url, 'list_all_intercom_admins'));
    expect([isError, text]).toEqual([true, expect.stringContaining('larger than 10240 KiB')]);
    expect(taken).toBeLessThan(15);
  });

  test('an upstream that does not answer, or does not end its answer, is given up', async () => {
    const sandbox = createSandbox();
    const silent: (typeof fetch)[] = [
      hanging(sandbox.fetch, () => {}),
      async (input, init) => {
        if (new Request(input, init).url.endsWith('/me')) return sandbox.fetch(input, init);
        const { signal } = new Request(input, init);
        const body = new ReadableStream({
          start: (to) => signal.addEventListener('abort', () => to.error(signal.reason)),
        });
        return new Response(body);
      },
    ];
    for (const send of silent) {
      await using made = await testGateway({ fetch: send, callTimeout: 50 });
      const { url } = await made.server(await made.account());
      const { text, isError } = toolResult(await caller(made, era)(url, 'list_all_intercom_admins'));
      expect([isError, text]).toEqual([
        true,
        expect.stringMatching(/Call again in a little while\.\n.*did not answer within 0\.05 seconds/),
      ]);
    }
  });
});

test('control 13: a body of the API has at most 64 KiB, with and without a length', async () => {
  await using made = await testGateway();
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
  for (const length of [{}, { 'content-length': String(65 * 1024) }]) {
    const body = JSON.stringify({ region: 'us', access_token: 'token' }).padEnd(65 * 1024);
    const request = new Request(`${PUBLIC_URL}/integrated-account`, {
      method: 'POST',
      headers: { ...headers, ...length },
      body,
    });
    expect((await made.gateway.fetch(request)).status).toBe(413);
  }
  const { request, taken } = flowing(`${PUBLIC_URL}/api-token`, 100, headers);
  expect((await made.gateway.fetch(request)).status).toBe(413);
  expect(taken()).toBeLessThan(5);
});

const AT_ONCE = 200;

/** Upstream requests that wait until they are told how to end. */
function waitingUpstream() {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const waiting = new Set<{ answer: () => void; fail: () => void }>();
  const send: typeof fetch = (input, init) => {
    if (new Request(input, init).url.endsWith('/me')) return sandbox.fetch(input, init);
    return new Promise((resolve, reject) => {
      const one = { answer: () => resolve(Response.json({})), fail: () => reject(new TypeError('fetch failed')) };
      waiting.add(one);
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true });
    });
  };
  return { waiting, fetch: send };
}

function endAll(waiting: ReturnType<typeof waitingUpstream>['waiting'], how: 'answer' | 'fail'): void {
  for (const one of waiting) one[how]();
}

const endings: [
  string,
  Era,
  (open: ReturnType<typeof waitingUpstream>, client: AbortController, sent: Promise<Response>[]) => unknown,
][] = [
  ['answers of 2026-07-28', modern, ({ waiting }) => endAll(waiting, 'answer')],
  ['errors', modern, ({ waiting }) => endAll(waiting, 'fail')],
  ['clients of 2026-07-28 that give up', modern, (_open, client) => client.abort()],
  ['answers of 2025-11-25', legacy, ({ waiting }) => endAll(waiting, 'answer')],
  ['clients of 2025-11-25 that give up', legacy, (_open, client) => client.abort()],
  [
    'clients of 2025-11-25 that read no further',
    legacy,
    async (_open, _client, sent) => {
      for (const response of await Promise.all(sent)) await response.body?.cancel();
    },
  ],
];

describe('control 13: an account has 200 requests at once, and each place is free again after', () => {
  test.each(endings)('%s', async (_, era, end) => {
    const open = waitingUpstream();
    await using made = await testGateway({ fetch: open.fetch });
    const account = await made.account();
    const servers = [await made.server(account), await made.server(account)];
    const [first, second] = servers.map(({ url }) => url);
    const other = await made.server(await made.account('other'));
    const ask = asker(made, era);
    const fill = async (signal?: AbortSignal): Promise<Promise<Response>[]> => {
      open.waiting.clear();
      const sent = Array.from({ length: AT_ONCE }, (_place, index) => {
        const params = { name: 'list_all_intercom_admins', arguments: {} };
        const url = (index % 2 === 0 ? first : second) ?? '';
        return made.gateway.fetch(era.request(url, 'tools/call', params, signal && { signal }));
      });
      await vi.waitFor(() => expect(open.waiting.size).toBe(AT_ONCE), { timeout: 10_000 });
      return sent;
    };
    const client = new AbortController();
    const sent = await fill(client.signal);
    const refused = await ask(first ?? '', 'tools/list');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask(other.url, 'tools/list')).status).toBe(200);
    await end(open, client, sent);
    // A client that gave up reads nothing, and its answer may be an error.
    await Promise.allSettled(sent.map(async (response) => (await response).text()));
    expect((await ask(first ?? '', 'tools/list')).status).toBe(200);
    // All of them are free again, which a place that was lost would not be.
    const again = await fill();
    endAll(open.waiting, 'answer');
    for (const response of await Promise.all(again)) expect((await response.text()).length).toBeGreaterThan(0);
  });

  test('refusals', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    for (let count = 0; count <= AT_ONCE; count += 1) {
      const requests = [
        legacyPost(url, '{'),
        new Request(url),
        legacyPost(url, '', { headers: { 'content-type': 'text/plain' } }),
      ];
      const request = requests[count % 3];
      if (request !== undefined) expect((await made.gateway.fetch(request)).status).not.toBe(429);
    }
    expect((await made.mcp(url, 'tools/list')).status).toBe(200);
  });
});
