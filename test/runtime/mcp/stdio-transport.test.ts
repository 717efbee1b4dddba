import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createClient } from '../../../intercom/client.ts';
import { serveStdio } from '../../../runtime/mcp/index.ts';
import { StdioTransport } from '../../../runtime/mcp/stdio-transport.ts';
import { TOKEN } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';
import { serving } from './support/session.ts';

const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** A server on two streams, and the answers to what is written. */
function start(client: object = { exchange: async () => ({ output: { id: '7' }, status: 200 }) }) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const transport = new StdioTransport({ stdin, stdout });
  // A client's answer has the type of its tool, which this one does not know.
  const options = { ...serving([getThing]), client: client as never };
  const handle = serveStdio(options, { transport });
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  const say = (message: object) => stdin.write(`${JSON.stringify(message)}\n`);
  return { stdin, stdout, handle, next, say };
}

const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' });

test('what is no message is answered, and the next line is served', async () => {
  const { stdin, next, say, handle } = start();
  stdin.write('{"jsonrpc":"2.0","id":1,"met\n');
  expect(await next()).toMatchObject({ id: null, error: { code: -32700 } });
  say(initialize);
  expect(await next()).toMatchObject({ id: 0, result: {} });
  stdin.write('[]\n\n\r\n{"id":4}\n');
  expect(await next()).toMatchObject({ id: null, error: { code: -32600 } });
  expect(await next()).toMatchObject({ id: 4, error: { code: -32600 } });
  say(ping(5));
  expect(await next()).toMatchObject({ id: 5, result: {} });
  await handle.close();
});

test('a line of 12 MB is answered under its id, and the next line is served', async () => {
  const { next, say, handle } = start();
  say(initialize);
  await next();
  say({
    method: 'tools/call',
    params: { name: 'get_thing', arguments: { id: 'x'.repeat(12e6) } },
    jsonrpc: '2.0',
    id: 3,
  });
  expect(await next()).toMatchObject({ id: 3, error: { code: -32600, message: expect.stringContaining('4194304') } });
  say({ jsonrpc: '2.0', id: 4, method: 'tools/call', params: { name: 'get_thing', arguments: { id: 1 } } });
  expect(await next()).toMatchObject({ id: 4, result: { content: [{ text: '{"id":"7"}' }] } });
  await handle.close();
});

test('arguments of any depth are refused as arguments', async () => {
  const { stdin, next, say, handle } = start(createClient({ token: TOKEN, baseUrl: 'http://127.0.0.1:9' }));
  say(initialize);
  await next();
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  stdin.write(
    `{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"get_thing","arguments":{"id":${deep}}}}\n`,
  );
  expect(await next()).toMatchObject({
    id: 3,
    result: { isError: true, content: [{ text: expect.stringContaining('id: is nested more than 100 levels deep') }] },
  });
  stdin.write(`{"jsonrpc":"2.0","id":${deep},"method":"ping"}\n`);
  expect(await next()).toMatchObject({ id: null, error: { code: -32600 } });
  say(ping(5));
  expect(await next()).toMatchObject({ id: 5, result: {} });
  await handle.close();
});

test('lines after the end are not served', async () => {
  const { stdin, stdout, say, handle } = start();
  await handle.close();
  say(ping(1));
  stdin.end('no json\n');
  await new Promise(setImmediate);
  expect(stdout.read()).toBeNull();
});

test('a client that does not read any more ends the connection', async () => {
  const { stdin, stdout } = start();
  const closed = new Promise((resolve) => stdout.once('close', resolve));
  stdout.destroy(new Error('EPIPE'));
  await closed;
  expect(stdin.listenerCount('data')).toBe(0);
});
