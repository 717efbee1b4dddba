import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { Received } from '../../runtime/http/send.ts';

const program = fileURLToPath(new URL('support/allocated-bytes.ts', import.meta.url));

test('a small call allocates at most 16 KiB', async () => {
  const flags = ['--conditions=intercom-mcp-toolkit:source', '--expose-gc', '--max-semi-space-size=64'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
  // Twelve are used: arguments read and checked, a request, an answer shaped and looked through for names. A stream, a signal or a
  // second copy of the answer more, and this says so.
  expect(Number(stdout)).toBeGreaterThan(1024);
  expect(Number(stdout)).toBeLessThanOrEqual(16 * 1024);
});

test('a call sends once, sets one timer and ends it, makes no signal, and leaves nothing on that of its caller', async () => {
  const tool = await loadTool('get_single_intercom_me');
  if (tool === undefined) throw new Error('no such tool');
  const body = new TextEncoder().encode('{"type":"admin","id":"1"}');
  const answer: Received = {
    ...{ status: 200, headers: new Headers(), url: 'http://127.0.0.1:9/me' },
    ...{ read: async () => body, cancel: async () => {} },
  };
  const send = vi.fn(async () => answer);
  const client = createClient({ token: 'none', baseUrl: 'http://127.0.0.1:9', send });
  const { signal } = new AbortController();
  const call = () => client.exchange(tool, {}, { signal, shape: 'model' });
  // The first loads what shapes answers.
  await call();
  const set = vi.spyOn(globalThis, 'setTimeout');
  const ended = vi.spyOn(globalThis, 'clearTimeout');
  const controllers = vi.spyOn(globalThis, 'AbortController');
  const any = vi.spyOn(AbortSignal, 'any');
  await call();
  const counts = [set, ended, controllers, any].map(({ mock }) => mock.calls.length);
  vi.restoreAllMocks();
  expect(send).toHaveBeenCalledTimes(2);
  expect(counts).toEqual([1, 1, 0, 0]);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
