import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog } from '../../intercom/catalog.ts';
import { nora } from '../support/people.ts';
import { TOKEN } from '../support/recorder.ts';
import { connectStdio } from '../support/stdio-client.ts';
import { commandLine, isolated, judge, run } from './judges.ts';
import { serveIntercom } from './upstream.ts';

const inspector = judge('@modelcontextprotocol/inspector/clients/launcher/build/index.js');

describe.skipIf(inspector === undefined).each(['modern', 'legacy'])('the inspector, %s', (era) => {
  const inspect = (url: string, args: readonly string[]) =>
    run(process.execPath, [inspector ?? '', '--cli', url, '--transport', 'http', '--protocol-era', era, ...args]);

  test('finds no error in the list, being strict', async () => {
    await using server = await serveIntercom();
    const { code, stdout, stderr } = await inspect(server.url, ['--method', 'tools/list', '--strict']);
    expect(stderr).toMatch(/\b0 errors\b|^\s*$/);
    expect(code).toBe(0);
    const { tools } = z.object({ tools: z.array(z.looseObject({ name: z.string() })) }).parse(JSON.parse(stdout));
    expect(tools.map(({ name }) => name)).toEqual(catalog.map(({ name }) => name));
  });

  test('calls a tool, and tells by its exit code that a call failed', async () => {
    await using server = await serveIntercom();
    const call = ['--method', 'tools/call', '--format', 'json', '--tool-name'];
    const me = await inspect(server.url, [...call, 'get_single_intercom_me']);
    expect(me.code).toBe(0);
    expect(me.stdout).toContain(nora.id);
    const wrong = await inspect(server.url, [...call, 'get_single_intercom_me', '--tool-arg', 'nothing=1']);
    expect(wrong.code).toBe(5);
    expect(wrong.stdout + wrong.stderr).toContain('unknown argument');
  });
});

const claude = judge('@anthropic-ai/claude-code/bin/claude.exe') ?? undefined;
const claudeStarts = claude !== undefined && (await run(claude, ['--version'])).code === 0;
if (claude !== undefined && !claudeStarts) console.warn(`SKIPPED: ${claude} does not start on this platform`);

describe.skipIf(!claudeStarts)('Claude Code', () => {
  test('says that it is connected, over HTTP and over stdio', async () => {
    await using server = await serveIntercom();
    const at = await isolated();
    const mcp = (...args: string[]) => run(claude ?? '', ['mcp', ...args], { at });
    const env = ['--env', `INTERCOM_ACCESS_TOKEN=${TOKEN}`];
    const added = [
      await mcp('add', '--transport', 'http', 'over-http', server.url),
      await mcp('add', 'over-stdio', ...env, '--', process.execPath, commandLine, 'serve', '--workspace', 'Acme'),
    ];
    expect(added.map(({ code }) => code)).toEqual([0, 0]);
    const { stdout, code } = await mcp('list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^over-http: .*✔ Connected$/m);
    expect(stdout).toMatch(/^over-stdio: .*✔ Connected$/m);
    expect(server.upstream.requests).toEqual([]);
  });
});

const remote = judge('mcp-remote/dist/proxy.js');

test.skipIf(remote === undefined)(
  "mcp-remote, the way of Claude Desktop's settings to a server over HTTP",
  async () => {
    await using server = await serveIntercom({ filter: { methods: ['read'] } });
    const { env } = await isolated();
    const args = [remote ?? '', server.url, '--transport', 'http-only', '--header', `Authorization:\${SECRET}`];
    await using client = await connectStdio({
      command: process.execPath,
      args,
      env: { ...env, SECRET: 'Bearer of-the-client' },
    });
    const reads = catalog.filter(({ access }) => access === 'read').map(({ name }) => name);
    expect(await client.names()).toEqual(reads);
    expect(await client.call('get_single_intercom_me')).toContain(nora.id);
    expect(server.upstream.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  },
);
