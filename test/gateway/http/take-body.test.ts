import { expect, test } from 'vitest';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../support/gateway.ts';

test('a body that breaks off is refused as no complete JSON, not as a fault of the gateway', async () => {
  await using running = await testGateway();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const headers = {
    authorization: `Bearer ${ADMIN_KEY}`,
    'content-type': 'application/json',
    'content-length': '24',
  };
  const request = { method: 'POST', headers, body: readable, duplex: 'half' } as const;
  const answer = running.gateway.fetch(new Request(`${PUBLIC_URL}/api-token`, request));
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode('{"name"'));
  await writer.abort(new Error('the client is gone'));
  const { status } = await answer;
  expect(status).toBe(400);
  expect((await running.store.apiTokens.list({ limit: 10 })).rows).toEqual([]);
});
