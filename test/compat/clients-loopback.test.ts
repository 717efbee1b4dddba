import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serveLoopback } from '../support/serve-loopback.ts';
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
  await using server = await serveLoopback((_request, response) => response.end('here'));
  const { port } = new URL(server.url);
  using guard = onlyLoopback();
  for (const host of ['127.0.0.1', 'localhost'])
    expect(await (await fetch(`http://${host}:${port}`)).text()).toBe('here');
  expect(guard.strayed).toEqual([]);
});
