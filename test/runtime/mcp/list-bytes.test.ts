import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { createHttpHandler } from '../../../runtime/mcp/http.ts';

const client = createClient({ token: 'none', baseUrl: 'http://127.0.0.1:9' });
const handler = createHttpHandler({ ...intercom, client });

async function listBytes(encodings: string): Promise<{ type: string | null; bytes: Buffer }> {
  const response = await handler(
    new Request('http://localhost/mcp', {
      method: 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'accept-encoding': encodings,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    }),
  );
  return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
}

test('the list of all tools is plain JSON, of at most 30,000 bytes where gzip is taken', async () => {
  const plain = await listBytes('identity');
  const packed = await listBytes('gzip, deflate, br');
  expect([plain.type, packed.type]).toEqual(['application/json', 'application/json']);
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
  // What fits into two round trips of a new connection; a stream of events is six times as much, and no proxy may pack it.
  expect(packed.bytes.length).toBeLessThanOrEqual(30_000);
  expect(plain.bytes.length).toBeLessThanOrEqual(172_000);
});
