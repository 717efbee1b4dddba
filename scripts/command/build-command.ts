import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { leastNode } from '../../cli/process/supports-node.ts';
import manifest from '../../package.json' with { type: 'json' };
import { licencesOf } from '../desktop/licences-of.ts';
import { atItsPlace, builtBeside, englishOnly, jsonAsText, validatorLater } from './plugins.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a process starts, and what generated tools of other APIs import: they share what they have in common. */
const programs = {
  main: join(root, 'cli/main.ts'),
  tool: join(root, 'runtime/tool/index.ts'),
  runtime: join(root, 'runtime/index.ts'),
} as const;

/** The oldest Node that may run it, as the manifest says. */
const TARGET = `node${leastNode(manifest.engines.node)}`;

/** Packages that stay outside: they look for files beside their own, or for others that may be installed. */
const OUTSIDE = ['intercom-mcp-generator', 'jsonc-parser', 'pg', 'pino', 'quickjs-wasi'];

/** What reads any command line, in one file. */
const PROGRAM = join(root, 'cli/program.ts');

/**
 * What a server on stdin and stdout loads until its tools are listed, in one file: a start is as slow as the files that it opens
 * are many. Whatever these import statically goes with them.
 */
const SERVER = [
  'cli/workspace/choose-to-serve.ts',
  'generated/intercom/tools/admins.ts',
  'intercom/catalog.ts',
  'runtime/catalog/filter.ts',
  'runtime/catalog/long-list.ts',
  'runtime/catalog/token-budget.ts',
  'runtime/mcp/learn-account.ts',
  'runtime/mcp/open-toolbox.ts',
  'runtime/mcp/stdio.ts',
].map((file) => join(root, file));

/** Builds the command into the folder `cli` of what was built, with the libraries that it uses and their licences. */
export async function buildCommand(dist: string): Promise<void> {
  const dir = join(dist, 'cli');
  await rm(dir, { recursive: true, force: true });
  const build = await rolldown({
    input: programs,
    cwd: root,
    platform: 'node',
    preserveEntrySignatures: 'strict',
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: TARGET },
    external: OUTSIDE,
    checks: { ineffectiveDynamicImport: false, pluginTimings: false },
    plugins: [builtBeside, englishOnly, validatorLater, jsonAsText, atItsPlace(root)],
  });
  const { output } = await build.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: true,
    // One letter beyond doubles what a file takes in memory.
    charset: 'ascii',
    codeSplitting: {
      groups: [
        { name: 'program', test: (id) => id === PROGRAM, priority: 2 },
        { name: 'server', test: (id) => SERVER.includes(id), priority: 1 },
      ],
    },
  });
  await build.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  await writeFile(join(dir, 'licences.txt'), await licencesOf(modules));
}
