import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { buildCommand } from '../../scripts/command/build-command.ts';
import { validatorLater } from '../../scripts/command/plugins.ts';
import { run, succeed } from './support/packed.ts';
import { type WatchedStart, watchedStart } from './support/watched-start.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.warn('SKIPPED: who is not root can give no folder to another user, so what root keeps there is not seen.');

/** As it lies in a package, whose own packages are those of this checkout. */
let root: string;
let main: string;
let kept: string;

beforeAll(async () => {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  await mkdir(cache, { recursive: true });
  root = await mkdtemp(join(cache, 'command-'));
  main = join(root, 'dist/cli/main.js');
  kept = join(root, 'node_modules/.cache/intercom-mcp-toolkit/compiled');
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  await buildCommand(join(root, 'dist'));
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

describe('a server on stdin and stdout', () => {
  let start: WatchedStart;
  beforeAll(async () => {
    start = await watchedStart(main);
  });

  test('opens six files until its tools are listed', () => {
    expect(start.tools).toBe(231);
    const names = start.files.map((url) => url.slice(url.lastIndexOf('/') + 1).replace(/-[\w-]{8}\.js$/, ''));
    // Each costs a third of a millisecond, found, read and compiled: it were 479 as one file a module.
    expect(names.sort()).toEqual(['main.js', 'package', 'program', 'rolldown-runtime', 'server', 'supports-node']);
  });

  test('reads at most 1.08 MB of them, a byte a letter', async () => {
    const contents = await Promise.all(start.files.map((url) => readFile(fileURLToPath(url))));
    const bytes = contents.reduce((sum, { length }) => sum + length, 0);
    // The catalogue 218 kB, schemas of the protocol and what serves it 330, Zod 130, options of all commands 135, calls and profile the rest.
    expect(bytes).toBeLessThan(1_080_000);
    expect(bytes).toBeGreaterThan(500_000);
    // One letter beyond Latin-1 makes two bytes of each in memory.
    expect(contents.filter((content) => /[^\0-\x7f]/.test(content.toString()))).toEqual([]);
  });

  test('loads of Node neither fetch, which is an eighth of its memory, nor a database', () => {
    expect(start.builtins.filter((name) => /undici|sqlite/.test(name))).toEqual([]);
  });
});

test('the command is at most 4.1 MB in all, and says whose work is in it', async () => {
  const folder = join(root, 'dist/cli');
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  // The sample workspace 780 kB, tools and words of three versions of the API 1,400, what a server loads 1,040, the gateway 500.
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_100_000);
  const licences = await readFile(join(folder, 'licences.txt'), 'utf8');
  for (const name of [
    'commander',
    'zod',
    '@modelcontextprotocol/server',
    'hono',
    'fflate',
    "Intercom's OpenAPI description",
  ])
    expect(licences).toContain(`\n${name}\n`);
});

test('an old Node is told in a sentence, whatever the program needs', async () => {
  const old =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";
  const { code, stdout, stderr } = await run(process.execPath, ['--import', old, main, 'tools'], root);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`needs Node ${manifest.engines.node.slice(2)} or newer`);
});

test('the validator that is loaded with the first form judges as that of the MCP library', async () => {
  const build = await rolldown({
    input: '@modelcontextprotocol/server/_shims',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    platform: 'node',
    plugins: [validatorLater],
  });
  const file = join(root, 'validator.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  expect((await stat(file)).size).toBeLessThan(2000);
  const { DefaultJsonSchemaValidator: Late } = await import(pathToFileURL(file).href);
  const schema = { type: 'object' as const, properties: { confirm: { type: 'boolean' } }, required: ['confirm'] };
  const judged = (validator: AjvJsonSchemaValidator) =>
    [{ confirm: true }, { confirm: 'maybe' }, {}, []].map((value) => validator.getValidator(schema)(value));
  const late = judged(new Late());
  expect(late.map(({ valid }) => valid)).toEqual([true, false, false, false]);
  expect(late).toEqual(judged(new AjvJsonSchemaValidator()));
});

describe('what was compiled', () => {
  const version = () => succeed(process.execPath, [main, '--version'], root);
  const files = async () => (await readdir(kept, { recursive: true, withFileTypes: true })).filter((it) => it.isFile());

  test('is kept in the folder of the program, where no other user may write', async () => {
    await rm(kept, { recursive: true, force: true });
    const said = await version();
    // The program's file and that of Node's version; smaller ones are compiled as fast as they are read.
    expect((await files()).length).toBeGreaterThan(1);
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    expect(await version()).toBe(said);
  });

  test('is compiled again where a file is torn or belongs to other code', async () => {
    const said = await version();
    for (const [at, file] of (await files()).entries()) {
      const path = join(file.parentPath, file.name);
      const content = await readFile(path);
      await writeFile(path, at % 2 === 0 ? content.subarray(0, content.length / 2) : content.fill(7, 64));
    }
    expect(await version()).toBe(said);
  });

  test('is written by many starts at once', async () => {
    await rm(kept, { recursive: true, force: true });
    const said = await Promise.all(Array.from({ length: 4 }, version));
    expect(new Set(said).size).toBe(1);
  });

  test.skipIf(!isRoot)('is not kept by root in the folder of another user', async () => {
    await rm(kept, { recursive: true, force: true });
    await chown(root, 1, 1);
    await version();
    await chown(root, 0, 0);
    expect(existsSync(kept)).toBe(false);
  });

  test('is not kept where nothing can be written', async () => {
    await rm(join(root, 'node_modules'), { recursive: true, force: true });
    await writeFile(join(root, 'node_modules'), '');
    expect(await run(process.execPath, [main, '--version'], root)).toMatchObject({ code: 0, stderr: '' });
    await rm(join(root, 'node_modules'));
    expect(existsSync(kept)).toBe(false);
  });
});
