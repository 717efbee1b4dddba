import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WriteBundleOptions, writeBundle } from '../../../cli/bundle/write-bundle.ts';

const settings = { region: 'eu', mode: 'list', confirm: 'write', tags: 'support, knowledge_base', methods: 'read' };
const presets = { ...settings, expect_catalog: 'any' };
const PROGRAMS = ['index.js', 'server.js', 'box-thread.js', 'icon.png', 'licences.txt'];

let root: string;
/** What stands for the programs that a build makes. */
let built: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bundle-'));
  built = join(root, 'built');
  await mkdir(built);
  for (const file of PROGRAMS) await writeFile(join(built, file), `// ${file}`);
});
afterAll(() => rm(root, { recursive: true, force: true }));

function fresh(): string {
  count += 1;
  return join(root, String(count), 'intercom.mcpb');
}

function write(options: Partial<WriteBundleOptions> = {}) {
  return writeBundle({ out: fresh(), presets, force: false, built, ...options });
}

describe('a bundle', () => {
  test('has the programs, the engine and the licences, and no package to install', async () => {
    const { file, bytes } = await write();
    const zipped = await readFile(file);
    expect(zipped).toHaveLength(bytes);
    const files = unzipSync(zipped);
    expect(Object.keys(files)).toEqual([
      'LICENCES.txt',
      'icon.png',
      'manifest.json',
      'package.json',
      'server/box-thread.js',
      'server/index.js',
      'server/quickjs.wasm',
      'server/server.js',
    ]);
    expect(Buffer.from(files['server/server.js'] ?? []).toString()).toBe('// server.js');
    expect(await WebAssembly.validate(new Uint8Array(files['server/quickjs.wasm'] ?? []))).toBe(true);
  });

  test('begins with the settings that it is made with; the token alone has to be given, and is kept secret', async () => {
    const { file } = await write();
    const { user_config: fields, server } = manifestIn(await readFile(file));
    expect(fields).toMatchObject({
      access_token: { required: true, sensitive: true },
      region: { required: false, default: 'eu' },
      mode: { required: false, default: 'list' },
      confirm: { required: false, default: 'write' },
      tags: { required: false, default: 'support, knowledge_base' },
      methods: { required: false, default: 'read' },
    });
    expect(fields.access_token).not.toHaveProperty('default');
    // Each of them reaches the server, and the token by no command line, which other programs see.
    const handedOn = Object.values(server.mcp_config.env);
    expect(handedOn.sort()).toEqual(
      Object.keys(fields)
        .map((name) => `\${user_config.${name}}`)
        .sort(),
    );
    expect(server.mcp_config.args).toEqual([expect.stringContaining(server.entry_point)]);
  });

  test.each([
    [undefined, 'intercom-mcp-toolkit', 'Intercom'],
    ['Acme Europe', 'intercom-mcp-toolkit-acme-europe', 'Intercom (Acme Europe)'],
    ['  Café 東京!! ', 'intercom-mcp-toolkit-cafe', 'Intercom (Café 東京!!)'],
    ['東京', 'intercom-mcp-toolkit-130016b2', 'Intercom (東京)'],
    ['../../etc', 'intercom-mcp-toolkit-etc', 'Intercom (../../etc)'],
  ])('of the workspace %j is another extension', async (workspace, name, shown) => {
    const { file } = await write({ workspace });
    expect(manifestIn(await readFile(file))).toMatchObject({ name, display_name: shown });
  });

  test('has the same bytes each time and in every time zone', async () => {
    const zone = process.env.TZ;
    const digests = new Set<string>();
    for (const TZ of ['UTC', 'Asia/Tokyo', 'America/St_Johns']) {
      process.env.TZ = TZ;
      digests.add((await write()).sha256);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(digests.size).toBe(1);
  });
});

describe('a file that is there already', () => {
  test('is replaced where it is an earlier bundle, of whichever workspace', async () => {
    const { file, sha256 } = await write({ workspace: 'Acme' });
    expect((await write({ out: file })).sha256).not.toBe(sha256);
    expect(await readdir(join(file, '..'))).toEqual(['intercom.mcpb']);
  });

  test.each([
    ['text', Buffer.from('precious')],
    ['nothing', Buffer.alloc(0)],
    ["somebody else's bundle", bundleOf('{"name":"their-server"}')],
    ['a bundle whose name only begins like ours', bundleOf('{"name":"intercom-mcp-toolkit2"}')],
    ['a zip file without a manifest', zipSync({ 'a.txt': Buffer.from('a') })],
    ['a broken manifest', bundleOf('{"name":')],
    ['a manifest that is a list', bundleOf('[]')],
  ])('stays where it is %s, unless --force says otherwise', async (_, bytes) => {
    const out = fresh();
    await mkdir(join(out, '..'));
    await writeFile(out, bytes);
    await expect(write({ out })).rejects.toThrow('is there already, and is no bundle');
    expect(await readFile(out)).toEqual(Buffer.from(bytes));
    await write({ out, force: true });
    expect(manifestIn(await readFile(out)).name).toBe('intercom-mcp-toolkit');
  });

  test('stays where it is a folder, forced or not', async () => {
    const out = fresh();
    await mkdir(out, { recursive: true });
    for (const force of [false, true]) await expect(write({ out, force })).rejects.toThrow('cannot be written');
    expect(await readdir(join(out, '..'))).toEqual(['intercom.mcpb']);
  });
});

test('a file below another file, and another ending, are refused with what to do', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await expect(write({ out: join(file, 'intercom.mcpb') })).rejects.toThrow('cannot be written');
  await expect(write({ out: join(root, 'intercom.zip') })).rejects.toThrow('does not end in .mcpb');
});

test('where the programs were not built, nothing is written', async () => {
  const out = fresh();
  await expect(write({ out, built: join(root, 'nowhere') })).rejects.toMatchObject({
    message: expect.stringContaining('is missing'),
    help: expect.stringContaining('npm run build'),
  });
  await expect(readFile(out)).rejects.toThrow('ENOENT');
});

function bundleOf(manifest: string): Uint8Array {
  return zipSync({ 'manifest.json': Buffer.from(manifest) });
}

/** As the command wrote it. */
function manifestIn(bytes: Uint8Array) {
  return JSON.parse(Buffer.from(unzipSync(bytes)['manifest.json'] ?? []).toString());
}
