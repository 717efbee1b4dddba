import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { connectAccount } from '../../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../../gateway/audit/audit-entry.ts';
import { type ListeningGateway, type ServeGatewayOptions, serveGateway } from '../../../gateway/index.ts';
import { createServer } from '../../../gateway/servers/create-server.ts';
import { serverConfig } from '../../../gateway/servers/server-config.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { modernRequest } from '../../support/mcp-post.ts';
import { ADMIN_KEY, KEYS } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** A gateway that listens, over a sample workspace. */
async function listen(options: Partial<ServeGatewayOptions> = {}): Promise<ListeningGateway & AsyncDisposable> {
  const store = await openTestStore(':memory:');
  const listening = await serveGateway({
    ...{ store, keys: KEYS, adminKey: ADMIN_KEY, apis: [hostIntercom({ addresses: { us: 'http://localhost:1' } })] },
    fetch: createSandbox().fetch,
    ...options,
  });
  const close = async (): Promise<void> => {
    await listening.close(0);
    await store.close();
  };
  return { ...listening, close, [Symbol.asyncDispose]: close };
}

async function account({ gateway }: ListeningGateway): Promise<string> {
  const workspace = {
    label: 'Fernhill',
    region: 'us',
    credential: { access_token: 'sandbox' },
    source: 'access_token',
  } as const;
  return (await connectAccount(gateway.context, workspace, BY_SYSTEM)).id;
}

async function server({ gateway }: ListeningGateway, accountId: string, config = {}) {
  const made = { accountId, name: 'Support', config: serverConfig.parse(config), expiresAt: null };
  return createServer(gateway.context, made, BY_SYSTEM);
}

async function open(url: string, part: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(part);
  return socket;
}

/** Sends a part of a request, and answers what comes back until the other end hangs up. */
async function sendPart(url: string, part: string): Promise<string> {
  return text(await open(url, part));
}

const list = async (url: string): Promise<number> => {
  const response = await fetch(modernRequest('tools/list', {}, { url }));
  await response.text();
  return response.status;
};

test('control 13: a request whose head or body does not come is given up', async () => {
  await using listening = await listen({ headersTimeout: 100 });
  const head = `POST /integrated-account HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n`;
  for (const part of [head, `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`])
    expect(await sendPart(listening.url, part)).toMatch(/^HTTP\/1\.1 408 /);
});

describe('control 13: clients that send a head and one byte', () => {
  test.each([
    ['with a length', 'Content-Length: 100\r\n\r\n{'],
    ['in pieces', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n'],
    ['and say that it is large', `Content-Length: ${4 * 1024 * 1024}\r\n\r\n{`],
  ])('block nobody, 250 of them %s', async (_, rest) => {
    await using listening = await listen();
    const { url } = listening;
    const accountId = await account(listening);
    const slow = await server(listening, accountId);
    const other = await server(listening, accountId);
    const head = `POST ${new URL(slow.url).pathname} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    const sockets = await Promise.all(Array.from({ length: 250 }, () => open(url, head + rest)));
    for (const one of [other.url, slow.url]) expect(await list(one)).toBe(200);
    const api = await fetch(`${url}/integrated-account`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
    expect(api.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe('a body that breaks off', () => {
  test.each([
    ['with a length', 'Content-Length: 100\r\n\r\n{'],
    ['in pieces', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n'],
    ['in pieces that are none', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nz\r\n'],
  ])('%s is a fault of its client, which nobody has to look into', async (_, rest) => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    await using listening = await listen({ logger });
    const made = await server(listening, await account(listening), { require_api_token_auth: true });
    const plain = await server(listening, made.row.account_id);
    const json = 'Content-Type: application/json';
    const heads = [
      `POST ${new URL(plain.url).pathname} HTTP/1.1\r\n${json}`,
      `POST /api-token HTTP/1.1\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n${json}`,
      `POST /oauth/mcp/${made.row.id}/register HTTP/1.1\r\n${json}`,
      `POST /oauth/mcp/${made.row.id}/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded`,
    ];
    for (const head of heads) {
      const socket = await open(listening.url, `${head}\r\nHost: localhost\r\n${rest}`);
      await vi
        .waitFor(async () => expect(await inFlight(listening)).toBeGreaterThan(0), { timeout: 300 })
        .catch(() => {});
      socket.destroy();
    }
    await vi.waitFor(async () => expect(await inFlight(listening)).toBe(0));
    expect(lines).toEqual([]);
    const { values } = await listening.gateway.context.metrics.requests.get();
    const statuses = values.filter(({ labels }) => labels.method === 'POST').map(({ labels }) => labels.status);
    expect(new Set(statuses)).toEqual(new Set([400]));
  });
});

async function inFlight({ gateway }: ListeningGateway): Promise<number> {
  return (await gateway.context.metrics.inFlight.get()).values[0]?.value ?? 0;
}
