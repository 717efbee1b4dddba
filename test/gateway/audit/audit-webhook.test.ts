import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newAuditId } from '../../../gateway/audit/audit-entry.ts';
import { checkWebhook, createAuditDelivery } from '../../../gateway/audit/audit-webhook.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';
import { aLink, anEntry } from '../store/support/rows.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver that answers with these statuses in turn, then with 204. */
async function listen(statuses: number[] = []) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ headers: Object(request.headers), body: Buffer.concat(chunks).toString() });
    const status = statuses.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/audit`,
    received,
    seqs: () => received.map(({ body }) => JSON.parse(body).data.entries.map(({ seq }: { seq: number }) => seq)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let store: TestStore;
let time = 1_800_000_000_000;
const append = (count: number) =>
  store.transaction(({ audit }) =>
    audit.append(
      Array.from({ length: count }, () => anEntry(newAuditId(time))),
      aLink,
    ),
  );
const start = (url: string, failures: number[] = []) =>
  createAuditDelivery({
    ...{ store, target: { url, secret }, fetch, now: () => time, logger: pino({ level: 'silent' }) },
    ...{ viewOf: ({ seq, tool }) => ({ seq, tool }), onFailure: () => failures.push(1), interval: 3_600_000 },
  });

beforeEach(async () => {
  store = await openTestStore(':memory:');
});
afterEach(() => store.close());

test('every entry is sent once, in the order of the chain, with a signature that the library takes', async () => {
  await using receiver = await listen();
  await append(3);
  const delivery = start(receiver.url);
  expect(await delivery.deliver()).toBe(true);
  await append(2);
  await delivery.deliver();
  await delivery.deliver();
  expect(receiver.seqs()).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  const webhook = new Webhook(secret);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  // The library judges the time as well, and that of this test stands still.
  expect(webhook.sign(headers['webhook-id'] ?? '', new Date(time), body)).toBe(headers['webhook-signature']);
  expect(headers['webhook-id']).toBe('audit_1_3');
  await delivery.close();
});

test('what is not taken is sent again under the same id, and nothing after it before', async () => {
  await using receiver = await listen([500, 302, 429]);
  await append(2);
  const failures: number[] = [];
  const delivery = start(receiver.url, failures);
  for (let turn = 0; turn < 3; turn += 1) expect(await delivery.deliver()).toBe(false);
  await append(1);
  expect(await delivery.deliver()).toBe(true);
  expect(receiver.seqs()).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2, 3],
  ]);
  expect(failures).toHaveLength(3);
  await delivery.close();
});

test('a receiver that is away loses nothing, and a log of many parts is sent in turn', async () => {
  await append(1201);
  const away = start('http://127.0.0.1:1/');
  expect(await away.deliver()).toBe(false);
  await away.close();
  time += 60_000;
  await using receiver = await listen();
  const delivery = start(receiver.url);
  expect(await delivery.deliver()).toBe(true);
  expect(receiver.seqs().map((seqs) => seqs.length)).toEqual([500, 500, 201]);
  expect(receiver.seqs().flat()).toEqual(Array.from({ length: 1201 }, (_, index) => index + 1));
  await delivery.close();
});

test('of two processes one sends, and the other when the first is gone', async () => {
  await using receiver = await listen();
  const [one, two] = [start(receiver.url), start(receiver.url)];
  await append(1);
  await one.deliver();
  await append(1);
  await two.deliver();
  expect(receiver.seqs()).toEqual([[1]]);
  time += 30_001;
  await two.deliver();
  await one.deliver();
  expect(receiver.seqs()).toEqual([[1], [2]]);
  await Promise.all([one.close(), two.close()]);
});

test.for(['http://collector.example/', 'ftp://127.0.0.1/', 'nowhere', 'https://', 'http://127.0.0.1.example/'])(
  'is not sent to %s',
  (url) => {
    expect(() => checkWebhook({ url, secret })).toThrow(ConfigError);
  },
);

test.for(['', 'secret', 'whsec_', `whsec_${'a'.repeat(8)}`])('is not signed with %j', (wrong) => {
  expect(() => checkWebhook({ url: 'https://collector.example/', secret: wrong })).toThrow(ConfigError);
});
