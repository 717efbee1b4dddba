import { existsSync, globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { createCodeTool } from '../../runtime/mcp/code-mode.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { complaintsAbout, snippetsOf } from './support/compile-snippets.ts';
import { blocksOf, root } from './support/pages.ts';

// Those with the SDKs of models are compiled beside them, in test/agents.
const blocks = blocksOf('ts').filter(({ page }) => page !== 'docs/agents.md');
const folder = join(root, '.tmp', `snippets-${process.pid}`);
const snippets = snippetsOf(
  // test/agents/types.test.ts compiles those with the SDKs of vendors, beside the loops that it runs.
  blocks.filter(
    ({ note, page, text }) => note === '' && (page !== 'docs/agents.md' || !/from '(?!intercom-mcp)/.test(text)),
  ),
  folder,
);

/** Programs that are not run here, by a line of theirs, with the reason. */
const notRun: readonly (readonly [line: string, why: string])[] = [
  ['serveStdio(', 'takes the standard input of its process; test/runtime/mcp/stdio.test.ts has that'],
  ["from '@modelcontextprotocol/client'", 'connects to a server that is started beside it; test/compat has that'],
  [
    "from '@modelcontextprotocol/sdk/",
    'its package is there for tests alone; test/runtime/mcp/register-tools.test.ts has it',
  ],
  ["from '@ai-sdk/mcp'", 'likewise'],
  ["from '@langchain/mcp-adapters'", 'likewise'],
  ["from '@openai/agents'", 'likewise'],
  ['quickjs.wasm', 'imports WebAssembly, which bundlers do; test/runtime/code/box has that'],
];
const run = snippets.filter(({ text }) => !notRun.some(([line]) => text.includes(line)));

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  for (const { path, text } of run) await writeFile(path, text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('every program is of a known kind', () => {
  expect(new Set(blocks.map(({ note }) => note))).toEqual(new Set(['', 'program']));
  expect(snippets.length).toBeGreaterThan(12);
  for (const [line] of notRun)
    expect(
      snippets.some(({ text }) => text.includes(line)),
      line,
    ).toBe(true);
});

const missing = globSync('test/*/package.json', { cwd: root })
  .map(dirname)
  .filter((path) => !existsSync(join(root, path, 'node_modules')));
if (missing.length > 0)
  console.warn(`SKIPPED: types of programs with clients of others: npm ci --prefix ${missing.join(', ')}`);

test('every program is one for the compiler, with the imports that it shows', () => {
  expect(complaintsAbout(missing.length === 0 ? snippets : run)).toEqual([]);
});

test('a mistake in a program is found, with its page and line', () => {
  const wrong = {
    page: 'docs/x.md',
    line: 7,
    language: 'ts',
    note: '',
    text: "import { nothing } from 'intercom-mcp-toolkit';\n",
  };
  expect(complaintsAbout(snippetsOf([wrong], folder))).toEqual([expect.stringMatching(/^docs\/x\.md:8: .*nothing/)]);
});

test('a program of code mode is one, by the declarations that models get', async () => {
  const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: createSandbox().fetch });
  const declarations = await createCodeTool({ ...intercom, client }).declarations();
  const programs = blocks.filter(({ note }) => note === 'program');
  const wrapped = programs.map((block) => {
    return { ...block, text: `${declarations}\nexport async function program() {\n${block.text}\n}` };
  });
  expect(programs.length).toBeGreaterThan(0);
  expect(complaintsAbout(snippetsOf(wrapped, folder))).toEqual([]);
});

describe('on the sample workspace', () => {
  beforeEach(() => {
    const sandbox = createSandbox();
    vi.stubGlobal('fetch', sandbox.fetch);
    vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'sandbox');
    vi.spyOn(console, 'log').mockImplementation(() => {});
    return () => {
      vi.unstubAllGlobals();
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
    };
  });

  test.each(run.map(({ path, block }) => ({ path, name: `${block.page}:${block.line}` })))(
    '$name ends well',
    async ({ path }) => {
      await import(join(dirname(path), path.slice(folder.length + 1)));
    },
  );
});
