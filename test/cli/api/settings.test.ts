import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ran, run } from '../support/run-line.ts';
import { type GeneratedFolder, generatedFolder } from './support/pets.ts';

let pets: GeneratedFolder;
let folder: string;
beforeAll(async () => {
  pets = await generatedFolder();
  folder = await mkdtemp(join(tmpdir(), 'api-commands-'));
});
afterAll(async () => {
  await pets[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A command with `--api` and what belongs to it. */
function api(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const [command = '', ...rest] = words;
  return run([command, '--api', pets.folder, ...rest], env);
}

describe('install --api', () => {
  const install = async (client: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    api(['install', '--client', client, ...words, '--print', '--json'], { HOME: folder, ...env });

  test('starts the server over that folder, called after the API, with a variable that the client passes on', async () => {
    const { stdout, stderr } = await install('cursor', ['--methods', 'read', '--max-tokens', '900'], {
      PETS_TOKEN: 'woof',
    });
    const { name, entry } = JSON.parse(stdout);
    expect(name).toBe('pets');
    expect(entry.args.slice(1)).toEqual(['serve', '--api', pets.folder, '--methods', 'read', '--max-tokens', '900']);
    expect(entry.env).toEqual({ PETS_TOKEN: `$\{env:PETS_TOKEN}` });
    expect(stdout + stderr).not.toContain('woof');
  });

  test('never writes a credential down: a client that passes nothing on takes a file', async () => {
    const refused = await install('claude-desktop', [], { PETS_TOKEN: 'woof' });
    expect(refused).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('--variables') });
    const file = join(folder, 'desktop.env');
    await writeFile(file, 'PETS_TOKEN=woof\n');
    const { stdout } = await install('claude-desktop', ['--variables', file, '--name', 'zoo'], { PETS_REGION: 'x' });
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'zoo',
      entry: { args: expect.arrayContaining(['--variables', file]) },
    });
    expect(stdout).not.toContain('woof');
  });

  test('puts it into the file, and again without a change', async () => {
    const words = ['install', '--client', 'cursor'];
    await api(words, { HOME: folder, PETS_TOKEN: 'woof' });
    const text = await readFile(join(folder, '.cursor/mcp.json'), 'utf8');
    expect(JSON.parse(text)).toHaveProperty('mcpServers.pets.command');
    const { stdout } = await api(words, { HOME: folder, PETS_TOKEN: 'woof' });
    expect(stdout).toContain('stays as it is');
  });
});

describe('completion behind --api', () => {
  const offered = async (...words: string[]): Promise<string[]> => {
    const { stdout } = await run(['complete', '--', ...words]);
    return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
  };

  test.each([
    [['call', '--api', 'HERE', 'getP'], ['getPet']],
    [
      ['call', '--api=HERE', 'createPet', ''],
      ['name=', 'id='],
    ],
    [
      ['serve', '--api', 'HERE', '--tags', ''],
      ['owners', 'pets'],
    ],
    [['tools', '--api', './none', 'get'], []],
  ])('of %j it offers %j', async (words, want) => {
    const found = await offered(...words.map((word) => word.replace('HERE', pets.folder)));
    expect(found).toEqual(want);
  });
});

test.each([
  [['login'], 'environment variables'],
  [['logout'], 'environment variables'],
  [['whoami'], 'environment variables'],
  [['profiles', 'list'], 'environment variables'],
  [['sandbox'], 'call --dry-run'],
  [['start'], 'serve --api'],
])('%j has nothing to do with another API, and says what does', async (words, want) => {
  const { code, stderr } = await api(words);
  expect(code).toBe(2);
  expect(stderr).toContain(want);
});
