import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMcpLoad } from '../../../bench/support/mcp-load.ts';

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'x'.repeat(5000) }] } });
const seen: { readonly names: string[]; most: number } = { names: [], most: 0 };
let open = 0;

const server = createServer(async (request, response) => {
  open += 1;
  seen.most = Math.max(seen.most, open);
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const { method, params } = JSON.parse(text);
  await new Promise((resolve) => setTimeout(resolve, 2));
  open -= 1;
  if (method === 'tools/list') {
    const isPacked = /gzip/.test(String(request.headers['accept-encoding']));
    response.end(isPacked ? gzipSync(LIST) : LIST);
    return;
  }
  seen.names.push(params.name);
  response.end(JSON.stringify({ result: { content: [], isError: params.name === 'bad' } }));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
});
afterAll(() => server.close());
beforeEach(() => {
  seen.names.length = 0;
  seen.most = 0;
});

test('so many clients call so often together, each tool in its turn, and failures are counted', async () => {
  using load = createMcpLoad(url, {
    calls: [
      ['good', {}],
      ['bad', {}],
    ],
  });
  const loaded = await load.call({ clients: 4, count: 20 });
  expect(loaded).toMatchObject({ failures: 10 });
  expect(loaded.times).toHaveLength(20);
  expect(seen.names.filter((name) => name === 'good')).toHaveLength(10);
  expect(seen.most).toBeLessThanOrEqual(4);
  expect(seen.most).toBeGreaterThan(1);
});

test('a list is measured as it comes over the wire', async () => {
  using load = createMcpLoad(url);
  expect(await load.listBytes()).toBe(LIST.length);
  expect(await load.listBytes('gzip')).toBeLessThan(500);
  expect(await load.list(3)).toMatchObject({ failures: 0 });
});
