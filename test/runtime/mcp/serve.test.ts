import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client as ModernClient, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import * as legacy from '../../judges/legacy-sdk.ts';
import { modernRequest, readAnswer, sendRaw } from '../../support/mcp-post.ts';
import { record, TOKEN } from '../../support/recorder.ts';

const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Serving extends AsyncDisposable {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly stderr: Promise<string>;
  /** How the process ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<unknown>;
}

/** Memory of a process; none where the system does not say. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(pages.split(' ')[1]) * 4096;
}

/** What a server is told, so that it asks nobody for the workspace's name. */
const named = ['--workspace', 'Acme EU'];

/** Starts `intercom-mcp serve`. */
function serve(args: readonly string[], env: Record<string, string> = {}): Serving {
  const child = spawn(process.execPath, [main, 'serve', ...named, ...args], {
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
    const [warning, ...lines] = (await server.stderr).split('\n');
    expect(warning).toMatch(
      /^intercom-mcp: warning: \d+ tools are more than .*128.*--tags, --methods, --tools, --max-tokens, --discovery or --code/,
    );
    expect(lines).toEqual([`intercom-mcp: ${catalog.length} tools over HTTP`, '']);
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
    const list = JSON.stringify(await server.ask('tools/list', {}));
    expect(catalog.filter(({ name }) => list.includes(name)).map(({ name }) => name)).toEqual(expected);
  });

  test('calls the API of the region, or of the address that was given', async () => {
    await using upstream = await record(() => ({ body: { id: '1', type: 'admin' } }));
    await using server = await serveHttp(['--confirm', 'destructive'], { INTERCOM_BASE_URL: upstream.url });
    const { result } = await server.ask('tools/call', { name: 'get_single_intercom_me', arguments: {} });
    expect(JSON.stringify(result)).toContain('\\"id\\":\\"1\\"');
    const name = 'delete_a_intercom_tag_by_id';
    const asked = await server.ask('tools/call', { name, arguments: { tag_id: '5' } });
    expect(JSON.stringify(asked.result)).toContain('Nothing was done yet');
    // The tag's name is looked up for whoever agrees.
    expect(upstream.requests.map(({ method, pathname }) => `${method} ${pathname}`)).toEqual(['GET /me', 'GET /tags']);
    await using european = await serveHttp(['--region', 'eu']);
    const dry = { name: 'intercom_conversations_reply', arguments: { ...reply, dry_run: true } };
    expect(JSON.stringify((await european.ask('tools/call', dry)).result)).toContain('https://api.eu.intercom.io/');
  });

  test('answers under the names of its address, and under those that it is told', async () => {
    await using server = await serveHttp(['--host', '0.0.0.0', '--insecure', '--allow-host', 'mcp.internal']);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const status = async (host: string) =>
      (await sendRaw(modernRequest('tools/list', {}, { url, headers: { host } }))).status;
    const verdicts = await Promise.all(['localhost', '127.0.0.1', 'mcp.internal', 'evil.example'].map(status));
    expect(verdicts).toEqual([200, 200, 200, 403]);
    server.child.kill('SIGTERM');
    expect(await server.stderr).toContain('warning: whoever reaches 0.0.0.0 can use these tools');
  });

  test.each<[string[], Record<string, string>]>([
    [['--host', '0.0.0.0', '--token', secret], {}],
    [['--host', '0.0.0.0'], { INTERCOM_MCP_TOKEN: secret }],
    [['--token', secret], {}],
  ])('%j asks for the token', async (args, env) => {
    await using server = await serveHttp(args, env);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const list = (headers: Record<string, string>) => fetch(modernRequest('tools/list', {}, { url, headers }));
    const strange = await list({});
    expect([strange.status, strange.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="mcp"']);
    expect((await list({ authorization: `Bearer ${secret}x` })).status).toBe(401);
    expect((await list({ authorization: `Bearer ${secret}` })).status).toBe(200);
    for (const client of [
      new legacy.Client({ name: 'test', version: '1' }),
      new ModernClient({ name: 'test', version: '1' }),
    ]) {
      const requestInit = { headers: { authorization: `Bearer ${secret}` } };
      const Transport =
        client instanceof legacy.Client ? legacy.StreamableHTTPClientTransport : StreamableHTTPClientTransport;
      // The two packages' types of a transport differ in how undefined is written.
      await client.connect(new Transport(new URL(url), { requestInit }) as never);
      expect((await client.listTools()).tools).toHaveLength(catalog.length);
      await client.close();
    }
    server.child.kill('SIGTERM');
    expect(await server.stderr).not.toContain(secret);
  });
});

const secret = 'mB4v9QzR2kLx7TnY';

const reply = { conversation_id: '1', message_type: 'comment', type: 'admin', admin_id: '2', body: 'Hello' };

test('says whose workspace it is: by the name that it is told, or by what the API answers', async () => {
  await using told = await serveHttp();
  expect(await told.ask('server/discover')).toMatchObject({
    result: { instructions: expect.stringMatching(/^This is the Intercom workspace "Acme EU"\.\n/) },
  });
  await using upstream = await record(() => ({ body: { id: '1', app: { name: 'Fernhill', region: 'EU' } } }));
  const asking = { INTERCOM_BASE_URL: upstream.url };
  await using asked = await serveHttp(['--workspace', ''], asking);
  expect(await asked.ask('server/discover')).toMatchObject({
    result: { instructions: expect.stringMatching(/^This is the Intercom workspace "Fernhill" \(region EU\)/) },
  });
  expect(upstream.requests.map(({ pathname }) => pathname)).toEqual(['/me']);
});

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

  test.each(['legacy', 'modern'])('a %s client learns of a call that is too large, and goes on', async (era) => {
    const started = {
      command: process.execPath,
      args: [main, 'serve', ...named],
      env: { INTERCOM_ACCESS_TOKEN: TOKEN },
    };
    const client =
      era === 'legacy'
        ? new legacy.Client({ name: 'test', version: '1' })
        : new ModernClient({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    const transport = era === 'legacy' ? new legacy.StdioClientTransport(started) : new StdioClientTransport(started);
    // The two packages' types of a transport differ in how undefined is written.
    await client.connect(transport as never);
    const call = { name: 'get_single_intercom_me', arguments: { text: 'x'.repeat(12e6) } };
    await expect(client.callTool(call)).rejects.toMatchObject({ code: -32600 });
    expect((await client.listTools()).tools).toHaveLength(catalog.length);
    await client.close();
  });

  test('broken lines and a line of 300 MB are answered, and hold no memory', async () => {
    await using server = serve([]);
    const answers = createInterface({ input: server.child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await answers.next()).value));
    server.child.stdin.write(`${initialize}\n{"jsonrpc":\n`);
    const first = [await next(), await next()];
    expect(first.map(({ id, error }) => [id, error?.code])).toEqual(
      expect.arrayContaining([
        [1, undefined],
        [null, -32700],
      ]),
    );
    const before = await residentBytes(server.child.pid);
    for (let index = 0; index < 300; index += 1) {
      if (!server.child.stdin.write(Buffer.alloc(1e6, 'x'))) await once(server.child.stdin, 'drain');
    }
    server.child.stdin.write('\n{"jsonrpc":"2.0","id":2,"method":"ping"}\n');
    expect(await next()).toMatchObject({ id: null, error: { code: -32600 } });
    expect(await next()).toMatchObject({ id: 2, result: {} });
    expect((await residentBytes(server.child.pid)) - before).toBeLessThan(150e6);
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
  [['--host', '127.0.0.1'], '--host would do nothing: without --http'],
  [['--token', secret, '--insecure'], "'--insecure' cannot be used with option '--token"],
  [['--token', secret], '--token would do nothing'],
  [['--http', '0', '--token', 'two words'], 'cannot be sent in a header'],
  [['--http', '0', '--token', ''], 'The token for clients is empty'],
  [['--http', '0', '--host', '0.0.0.0'], 'whoever reaches it could use every tool'],
])('%j is refused', async (args, message) => {
  await using server = serve(args);
  expect(await server.ended).toBe(2);
  expect(await server.stderr).toContain(message);
});
