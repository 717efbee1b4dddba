import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leastNode, supportsNode } from '../../../cli/process/supports-node.ts';
import { apiVersion } from '../../../generated/intercom/facts.ts';
import manifest from '../../../package.json' with { type: 'json' };

test.each([
  ['22.19.0', '>=22.19', true],
  ['22.19', '>=22.19', true],
  ['22.20.0', '>=22.19', true],
  ['24.0.0', '>=22.19', true],
  ['100.0.0', '>=22.19', true],
  ['25.0.0-nightly20260101', '>=22.19', true],
  ['22.18.9', '>=22.19', false],
  ['22.9.0', '>=22.19', false],
  ['20.20.2', '>=22.19', false],
  ['9.99.99', '>=22.19', false],
  ['', '>=22.19', false],
  ['22.19.0', '>=22.19.1', false],
])('Node %j in %j: %j', (version, range, want) => {
  expect(supportsNode(version, range)).toBe(want);
});

test('the range of the package has the only form that is understood', () => {
  expect(manifest.engines.node).toMatch(/^>=\d+(\.\d+)*$/);
  expect(leastNode(manifest.engines.node)).toMatch(/^\d/);
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(node: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(node, args, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

function refused(version: string): RegExp {
  return new RegExp(
    `^intercom-mcp needs Node ${leastNode(manifest.engines.node)} or newer, and this is Node ${version}: \\S+\\n$`,
  );
}

/** Makes a Node say that it is an old one, before anything else is loaded. */
const pretend =
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";

describe('the command, bundled', () => {
  let folder: string;
  let main: string;

  beforeAll(async () => {
    // In the project, so that the packages are found.
    const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
    folder = await mkdtemp(join(existsSync(cache) ? cache : join(cache, '..'), 'cli-bundle-'));
    // As deep as in the package: what Node compiled is kept two folders above.
    const built = join(folder, 'dist/cli');
    main = join(built, 'main.mjs');
    const bundle = await rolldown({
      input: fileURLToPath(new URL('../../../cli/main.ts', import.meta.url)),
      platform: 'node',
      external: /^[^./]/,
      logLevel: 'silent',
    });
    await bundle.write({ dir: built, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('runs on this Node', async () => {
    expect(await run(process.execPath, [main, '--version'])).toEqual({
      code: 0,
      stdout: `${manifest.version} (Intercom API ${apiVersion})\n`,
      stderr: '',
    });
  });

  test('says one sentence on an old Node, and loads nothing else', async () => {
    for (const name of await readdir(dirname(main)))
      if (name !== 'main.mjs') await rm(join(dirname(main), name), { recursive: true });
    const args = ['--import', pretend, main, 'tools'];
    expect(await run(process.execPath, args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(refused('20.1.0')),
    });
    for (const [node, version] of await oldNodes())
      expect(await run(node, [main, 'tools'])).toEqual({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(refused(version)),
      });
  });
});

/** The Nodes of this machine that are too old, and their versions. */
async function oldNodes(): Promise<readonly (readonly [string, string])[]> {
  const names = (process.env.PATH ?? '').split(delimiter).map((path) => join(path, 'node'));
  const found = [...new Set(names.filter((name) => existsSync(name)))].map(async (node) => {
    const { stdout } = await run(node, ['-p', 'process.versions.node']);
    return [node, stdout.trim()] as const;
  });
  return (await Promise.all(found)).filter(([, version]) => !supportsNode(version, manifest.engines.node));
}

test('from its sources it says the same', async () => {
  const source = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
  const { code, stderr } = await run(process.execPath, ['--import', pretend, source, '--version']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(refused('20.1.0')) });
});
