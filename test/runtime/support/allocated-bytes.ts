import { loadTool } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';

// Prints the bytes that one call allocates in JavaScript's heap, with an answer at hand: run with `--expose-gc --max-semi-space-size=64`,
// in which nothing is collected meanwhile.
const body = new TextEncoder().encode(
  JSON.stringify({ type: 'admin', id: '1', email: 'ann@acme.example', name: 'Ann' }),
);
const client = createClient({
  token: 'none',
  baseUrl: 'http://127.0.0.1:9',
  send: async () => ({
    ...{ status: 200, headers: { get: () => null }, url: 'http://127.0.0.1:9/me' },
    ...{ read: async () => body, cancel: async () => {} },
  }),
});
const tool = await loadTool('get_single_intercom_me');
if (tool === undefined || globalThis.gc === undefined) throw new Error('no tool, or no --expose-gc');
const { signal } = new AbortController();
const run = async (calls: number): Promise<void> => {
  for (let n = 0; n < calls; n += 1) await client.exchange(tool, {}, { signal, shape: 'model' });
};
await run(500);
globalThis.gc();
const before = process.memoryUsage().heapUsed;
await run(500);
console.log(Math.round((process.memoryUsage().heapUsed - before) / 500));
