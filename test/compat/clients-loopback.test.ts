import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { onlyLoopback } from './clients/loopback.ts';

test.each([
  ['fetch by name', () => fetch('https://api.openai.com/v1/traces/ingest')],
  ['fetch by address', () => fetch('http://192.0.2.1/')],
  [
    'a socket of its own',
    () =>
      new Promise((_resolve, reject) => {
        connect(80, '192.0.2.1').on('error', reject);
      }),
  ],
])('%s does not leave the machine, and is kept', async (_name, leave) => {
  using guard = onlyLoopback();
  await expect(leave()).rejects.toThrow();
  expect(guard.strayed).toHaveLength(1);
});

test('this machine is reached', async () => {
  const server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  using guard = onlyLoopback();
  for (const host of ['127.0.0.1', 'localhost'])
    expect(await (await fetch(`http://${host}:${address.port}`)).text()).toBe('here');
  server.close();
  expect(guard.strayed).toEqual([]);
});
