import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadApi } from '../../cli/api/load-api.ts';
import { apiFiles } from '../../cli/bundle/api-files.ts';
import { writeApiBundle } from '../../cli/bundle/write-bundle.ts';
import { buildDesktop } from '../../scripts/desktop/build-desktop.ts';
import { generatedFolder } from '../cli/api/support/pets.ts';
import { Client, StdioClientTransport } from '../judges/legacy-sdk.ts';
import { byRoute, type Recorder, record } from '../support/recorder.ts';
import { mcpb, mcpbInstalled } from './support/mcpb.ts';

const presets = { mode: 'list', confirm: 'never', tags: 'all', methods: 'read', expect_catalog: 'any' };
const PROFILE = `import type { ApiProfile } from 'intercom-mcp-toolkit/runtime';
  export const profile: Partial<ApiProfile> = { instructions: 'Pets are animals.' };`;

let root: string;
let built: string;
let server: Recorder;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'api-bundle-'));
  built = join(root, 'built');
  await buildDesktop(built);
  server = await record(byRoute({ 'GET /pets': [{ id: '7', name: 'Rex' }] }));
}, 120_000);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

/** A bundle of the pets' tools, unpacked. */
async function bundled(name: string, more: Readonly<Record<string, string>> = {}) {
  await using pets = await generatedFolder(undefined, { more });
  const { profile, apiVersion } = await loadApi(pets.folder);
  const out = join(root, `${name}.mcpb`);
  await writeApiBundle({ folder: pets.folder, profile, apiVersion, out, presets, force: false, built });
  const folder = join(root, name);
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(out)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return { folder, out, manifest: JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) };
}

/** Starts a bundle with what a user filled in; all else is handed on as some clients do, letter for letter. */
async function start(folder: string, env: Readonly<Record<string, string>>) {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const args = [join(folder, manifest.server.entry_point)];
  const client = new Client({ name: 'test', version: '1' });
  const program = { command: process.execPath, args, env: { ...manifest.server.mcp_config.env, ...env } };
  await client.connect(new StdioClientTransport({ ...program, stderr: 'ignore' }));
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

describe("a bundle of another API's tools", () => {
  test('asks for its credential, and serves its tools without a package beside it', async () => {
    const { folder, manifest } = await bundled('plain', { 'profile.ts': PROFILE });
    expect(manifest).toMatchObject({ display_name: 'Pets', name: 'intercom-mcp-toolkit-pets' });
    expect(manifest.user_config).toMatchObject({
      pets_token: { required: true, sensitive: true },
      methods: { default: 'read' },
    });
    expect(JSON.stringify(manifest.user_config)).not.toMatch(/INTERCOM_(?:ACCESS|REGION)|workspace/);
    await using client = await start(folder, { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });
    expect(client.getServerVersion()).toMatchObject({ name: 'pets-mcp', version: '3.2' });
    expect(client.getInstructions()).toContain('Pets are animals.');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'get_single_pets_pet_by_id',
      'list_all_pets_owners',
      'list_all_pets_pets',
    ]);
    const answer = await client.callTool({ name: 'list_all_pets_pets', arguments: {} });
    expect(JSON.stringify(answer.content)).toContain('Rex');
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer woof');
  });

  test.each(['discovery', 'code'])('does so in the mode %s', async (mode) => {
    const { folder } = await bundled(`mode-${mode}`);
    const env = { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url, INTERCOM_MCP_MODE: mode };
    await using client = await start(folder, env);
    const call =
      mode === 'code'
        ? { name: 'run_read_code', arguments: { code: 'return (await pets.listPets({}))[0].name' } }
        : { name: 'call_read_tool', arguments: { name: 'list_all_pets_pets', arguments: {} } };
    expect(JSON.stringify(await client.callTool(call))).toContain('Rex');
  });

  test('without a credential lists its tools, and each call says what is missing', async () => {
    const { folder } = await bundled('bare');
    await using client = await start(folder, {});
    const answer = await client.callTool({ name: 'list_all_pets_pets', arguments: {} });
    expect(answer.isError).toBe(true);
    expect(JSON.stringify(answer.content)).toContain('PETS_TOKEN');
  });

  test.each(['lodash', './words.ts', '../pets.ts'])('a profile that imports %s is refused by that', async (module) => {
    const text = `import { x } from '${module}';\nexport const profile = { name: x };`;
    const more = { 'profile.ts': text, 'words.ts': 'export const x = 1;', '../pets.ts': 'export const x = 1;' };
    await using pets = await generatedFolder(undefined, { more });
    await expect(apiFiles(pets.folder)).rejects.toThrow(`profile.ts imports ${module}`);
  });

  test('what a text says of imports is a text', async () => {
    const more = { 'tools/said.ts': 'export const said: string = \'import { x } from "lodash"\';\n' };
    await using pets = await generatedFolder(undefined, { more });
    const { 'api/tools/said.js': said } = await apiFiles(pets.folder);
    expect(Buffer.from(said ?? []).toString()).toContain('from "lodash"');
  });

  test.skipIf(!mcpbInstalled)('is one by the official tool', async () => {
    const { folder } = await bundled('judged');
    expect(await mcpb(['validate', 'manifest.json'], folder)).toMatchObject({ code: 0 });
  });
});
