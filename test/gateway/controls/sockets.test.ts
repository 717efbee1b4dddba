import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { serveGateway } from '../../../gateway/index.ts';
import { ADMIN_KEY, KEYS } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** Sends a part of a request, and answers what comes back until the other end hangs up. */
async function sendPart(url: string, part: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(part);
  return text(socket);
}

test('control 13: a request whose head or body does not come is given up', async () => {
  await using store = await openTestStore(':memory:');
  await using listening = await serveGateway({ store, keys: KEYS, adminKey: ADMIN_KEY, headersTimeout: 100 });
  const head = `POST /integrated-account HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n`;
  for (const part of [head, `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`])
    expect(await sendPart(listening.url, part)).toMatch(/^HTTP\/1\.1 408 /);
});
