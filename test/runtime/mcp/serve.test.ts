import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { modernRequest, readAnswer, sendRaw } from '../../support/mcp-post.ts';
import { record, TOKEN } from '../../support/recorder.ts';

const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Serving extends AsyncDisposable {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly stderr: Promise<string>;
  /** How the process ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<unknown>;
}

/** Starts `intercom-mcp serve`. */
function serve(args: readonly string[], env: Record<string, string> = {}): Serving {
  const child = spawn(process.execPath, [main, 'serve', ...args], {
    env: { PATH: process.env.PATH ?? '', INTERCOM_ACCESS_TOKEN: TOKEN, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const dispose = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { child, stderr: text(child.stderr), ended, [Symbol.asyncDispose]: dispose };
}

/** Starts `intercom-mcp serve --http 0` and waits until it says where it is. */
async function serveHttp(args: readonly string[] = [], env: Record<string, string> = {}) {
  const serving = serve(['--http', '0', ...args], env);
  const lines = createInterface({ input: serving.child.stdout });
  const line = await Promise.race([lines[Symbol.asyncIterator]().next(), serving.ended]);
  if (typeof line !== 'object' || line === null || !('value' in line)) throw new Error(await serving.stderr);
  const url = String(line.value);
  const ask = async (method: string, params: object = {}) =>
    (await readAnswer(await fetch(modernRequest(method, params, { url })))).message;
  const names = async (): Promise<string[]> => {
    const { result } = await ask('tools/list');
    return JSON.stringify(result).match(/(?<="name":")[a-z0-9_]+(?=","title")/g) ?? [];
  };
  return { ...serving, url, ask, names };
}

describe('over HTTP', () => {
  test('says where it is, and nothing else on standard output', async () => {
    await using server = await serveHttp();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
    expect(await server.names()).toHaveLength(catalog.length);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await server.stderr).toBe(`intercom-mcp: ${catalog.length} tools over HTTP\n`);
  });

  const filters: [string[], string[]][] = [
    [
      ['--tools', 'get_single_intercom_me,intercom_conversations_reply'],
      ['get_single_intercom_me', 'intercom_conversations_reply'],
    ],
    [['--tags', 'teams', '--methods', 'get'], ['get_single_intercom_team_by_id']],
    [
      ['--tags', 'teams', '--methods', 'get', '--tools', 'list_all_intercom_teams'],
      ['get_single_intercom_team_by_id', 'list_all_intercom_teams'],
    ],
  ];

  test.each(filters)('%j', async (args, expected) => {
    await using server = await serveHttp(args);
    expect(await server.names()).toEqual(expected);
  });

  test('calls the API of the region, or of the address that was given', async () => {
    await using upstream = await record(() => ({ body: { id: '1', type: 'admin' } }));
    await using server = await serveHttp(['--confirm', 'destructive'], { INTERCOM_BASE_URL: upstream.url });
    const { result } = await server.ask('tools/call', { name: 'get_single_intercom_me', arguments: {} });
    expect(JSON.stringify(result)).toContain('\\"id\\":\\"1\\"');
    const name = 'delete_a_intercom_tag_by_id';
    const asked = await server.ask('tools/call', { name, arguments: { tag_id: '5' } });
    expect(JSON.stringify(asked.result)).toContain('Nothing was done yet');
    expect(upstream.requests.map(({ pathname }) => pathname)).toEqual(['/me']);
    await using european = await serveHttp(['--region', 'eu']);
    const dry = { name: 'intercom_conversations_reply', arguments: { ...reply, dry_run: true } };
    expect(JSON.stringify((await european.ask('tools/call', dry)).result)).toContain('https://api.eu.intercom.io/');
  });

  test('answers under the names of its address, and under those that it is told', async () => {
    await using server = await serveHttp(['--host', '0.0.0.0', '--allow-host', 'mcp.internal']);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const status = async (host: string) =>
      (await sendRaw(modernRequest('tools/list', {}, { url, headers: { host } }))).status;
    const verdicts = await Promise.all(['localhost', '127.0.0.1', 'mcp.internal', 'evil.example'].map(status));
    expect(verdicts).toEqual([200, 200, 200, 403]);
  });
});

const reply = { conversation_id: '1', message_type: 'comment', type: 'admin', admin_id: '2', body: 'Hello' };

describe('over stdio', () => {
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends by itself on %s', async (signal) => {
    await using server = serve([]);
    server.child.stdin.write(`${initialize}\n`);
    await once(server.child.stdout, 'data');
    server.child.kill(signal);
    expect(await server.ended).toBe(0);
  });

  test('ends when its client closes the pipe', async () => {
    await using server = serve([]);
    server.child.stdin.end(`${initialize}\n`);
    expect(await server.ended).toBe(0);
  });
});

test.each([
  [['--http', 'abc'], 'A port is a number from 0 to 65535.'],
  [['--confirm', 'sometimes'], 'destructive, write, never'],
  [['--region', 'mars'], 'eu'],
  [['--tools', 'get_single_intercom_mee'], 'Did you mean "get_single_intercom_me"'],
])('%j is refused', async (args, message) => {
  await using server = serve(args);
  expect(await server.ended).toBe(1);
  expect(await server.stderr).toContain(message);
});
