import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadApi } from '../../../cli/api/load-api.ts';
import { type GeneratedFolder, generatedFolder } from './support/pets.ts';

const run = promisify(execFile);

let pets: GeneratedFolder;
/** A folder outside of the project, as a user's is. */
let elsewhere: string;

beforeAll(async () => {
  pets = await generatedFolder();
  elsewhere = await mkdtemp(join(tmpdir(), 'load-api-'));
});
afterAll(async () => {
  await pets[Symbol.asyncDispose]();
  await rm(elsewhere, { recursive: true, force: true });
});

/** A package in the project of a folder, which exports what `manifest` says. */
async function installed(name: string, manifest: object, files: Readonly<Record<string, string>>): Promise<string> {
  const project = await mkdtemp(join(elsewhere, 'project-'));
  const folder = join(project, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(project, 'package.json'), '{}');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', ...manifest }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return project;
}

const MODULE = `export const generated = {
  form: 1, id: 'zoo', title: 'Zoo', apiVersion: '1', catalogDigest: 'sha256-0', groups: {}, timeKeys: [],
  entries: [{ name: 'list_all_zoo_animals', module: 'animals', description: '', inputSchema: { type: 'object' } }],
  modules: { animals: async () => ({}) }, answerTypes: async () => ({ types: {}, answers: {} }),
  connection: { addresses: {}, authentication: 'none' },
};
export const profile = { name: 'The Zoo' };
`;

describe('the API of --api', () => {
  test('is that of a folder, with the modules as a program there imports them', async () => {
    const api = await loadApi(pets.folder, join(pets.folder, '..'));
    expect(api.profile).toMatchObject({ id: 'pets', name: 'Pets' });
    expect(api.apiVersion).toBe('3.2');
    expect(api.catalog.map(({ name }) => name)).toContain('list_all_pets_owners');
    expect(api.moduleOf('owners')).toBe('./pets/tools/owners.ts');
    expect((await api.loadTool('list_all_pets_owners'))?.method).toBe('GET');
  });

  test('takes a profile beside the tools', async () => {
    const profile = `import type { ApiProfile } from 'intercom-mcp-toolkit/runtime';
      export const profile: Partial<ApiProfile> = { name: 'Pet House' };`;
    await using named = await generatedFolder(undefined, { more: { 'profile.ts': profile } });
    expect((await loadApi(named.folder)).profile).toMatchObject({ id: 'pets', name: 'Pet House' });
  });

  test.each([
    ['the package', { exports: './index.js' }],
    ['./api of it', { exports: { './api': './index.js', '.': './other.js' } }],
    ['imports alone', { exports: { '.': { import: './index.js' } } }],
    ['imports alone, of types too', { exports: { import: { types: './index.d.ts', default: './index.js' } } }],
    ['main', { main: './index.js' }],
  ])('is that of a package, where %s exports it', async (_, manifest) => {
    const project = await installed('@acme/zoo', manifest, { 'index.js': MODULE, 'other.js': '' });
    const api = await loadApi('@acme/zoo', project);
    expect(api.profile.name).toBe('The Zoo');
    expect(api.moduleOf('animals')).toBe('@acme/zoo/tools/animals');
  });

  test.each<[string, string, RegExp, RegExp]>([
    ['a folder that is not there', './none', /no folder .*none/, /intercom-mcp generate/],
    ['a package that is not there', 'none', /neither a folder here nor a package/, /install the package/],
    ['a folder above', '..', /no api\.ts/, /intercom-mcp generate/],
  ])('%s is refused, with what to do', async (_, place, message, help) => {
    await expect(loadApi(place, pets.folder)).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(message),
      help: expect.stringMatching(help),
    });
  });

  test('tools of an earlier generator are told from none', async () => {
    const folder = await mkdtemp(join(elsewhere, 'old-'));
    await writeFile(join(folder, 'catalog.json'), '[]');
    await expect(loadApi(folder)).rejects.toThrow(/earlier version/);
  });

  test.each([
    ['exports nothing', 'export const other = 1;', /exports no generated tools/],
    ['exports something else', 'export const generated = { form: 1 };', /exports no generated tools/],
    ['is of a later form', MODULE.replace('form: 1', 'form: 2'), /another version of intercom-mcp-generator/],
    ['does not parse', 'export const generated = {', /cannot be loaded/],
    ['needs what is not installed', "import 'no-such-package';", /cannot be loaded: Cannot find package/],
    ['has no tools', MODULE.replace(/entries: .*/, 'entries: [],'), /has no tools/],
  ])('a module that %s is refused by its path', async (_, text, message) => {
    const folder = await mkdtemp(join(elsewhere, 'wrong-'));
    await writeFile(join(folder, 'api.mjs'), text);
    await expect(loadApi(folder)).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(message),
    });
  });

  test('a profile that is none is refused', async () => {
    const folder = await mkdtemp(join(elsewhere, 'profile-'));
    await writeFile(join(folder, 'api.mjs'), MODULE);
    await writeFile(join(folder, 'profile.mjs'), 'export default {};');
    await expect(loadApi(folder)).rejects.toThrow(/exports no profile/);
  });
});

describe('in a process of its own', () => {
  const load = new URL('../../../cli/api/load-api.ts', import.meta.url).href;

  /** What a program prints that loads the API of a place and one of its tools. */
  async function loaded(place: string, cwd: string, tool: string): Promise<string> {
    const program = `const api = await (await import(${JSON.stringify(load)})).loadApi(process.argv[1])
      .catch((error) => { console.log(error.message, error.help); process.exit(); });
      const tool = await api.loadTool(${JSON.stringify(tool)}).catch((error) => error);
      console.log(tool?.method ?? tool?.message ?? 'none');`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program, place], { cwd });
    return stdout.trim();
  }

  test('tools in a folder without packages find what they need in the toolkit itself', async () => {
    const folder = await mkdtemp(join(elsewhere, 'bare-'));
    await cp(pets.folder, join(folder, 'pets'), { recursive: true });
    expect(await loaded('pets', folder, 'list_all_pets_owners')).toBe('GET');
  });

  test('TypeScript in a package is told to be compiled', async () => {
    const project = await installed('zoo', { exports: './index.ts' }, { 'index.ts': MODULE });
    expect(await loaded('zoo', project, 'x')).toMatch(/have the package export compiled JavaScript/);
  });

  test('a tool whose module cannot be loaded says so when it is called for', async () => {
    const folder = await mkdtemp(join(elsewhere, 'broken-'));
    await cp(pets.folder, join(folder, 'pets'), { recursive: true });
    await rm(join(folder, 'pets', 'tools', 'owners.ts'));
    expect(await loaded('pets', folder, 'list_all_pets_owners')).toMatch(
      /api\.ts cannot be loaded: Cannot find module/,
    );
  });
});
