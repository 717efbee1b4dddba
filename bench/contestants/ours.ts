import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, mustRun } from '../support/run-program.ts';
import type { Contestant, Prepared, Setting } from './contestant.ts';
import { madeOnce } from './made-once.ts';
import { packCheckout } from './pack.ts';
import { installed, npm } from './scratch.ts';

/** This checkout as users have it: packed, installed, started by its command with the checks that are there unless said otherwise. */
export const ours: Contestant = {
  name: 'ours',
  title: 'this checkout, packed and installed: intercom-mcp serve',
  prepare: async (setting) => {
    const { toolkit, generator } = await packCheckout(setting.scratch, setting.progress);
    return { ...(await prepared(setting, { name: 'ours', toolkit, generator })), start: START };
  },
};

/** What `npm start` runs in a checkout, on free ports. */
const START: Command = {
  args: ['cli/main.ts', 'start', '--sandbox', '--port', '0', '--sandbox-port', '0', '--gateway-port', '0'],
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
};

/**
 * Another build of ours to be measured beside this one: a tarball or the folder of an installed package, with a comma and the
 * same of its generator where that is to be measured too; a name may stand before it, as in `before=FILE`.
 */
export function otherBuild(packages: string, index: number): Contestant {
  const [, named = index === 0 ? 'other' : `other-${index + 1}`, files = ''] =
    /^(?:([\w-]+)=)?(.*)$/s.exec(packages) ?? [];
  const [toolkit = '', generator] = files.split(',').map((path) => resolve(path));
  for (const file of [toolkit, generator])
    if (file !== undefined && !existsSync(file))
      throw new Error(`--package ${file}: there is no such folder or tarball`);
  return {
    name: named,
    title: `another build of ours: ${basename(toolkit)}`,
    prepare: async (setting) => {
      const tarballs = { toolkit: await tarballOf(toolkit, setting.scratch) };
      if (generator === undefined) return prepared(setting, { name: named, ...tarballs });
      return prepared(setting, { name: named, ...tarballs, generator: await tarballOf(generator, setting.scratch) });
    },
  };
}

/** A tarball under the name of what is in it; of a folder, one that is packed now, without its scripts. */
async function tarballOf(path: string, scratch: string): Promise<string> {
  const isFolder = (await stat(path)).isDirectory();
  await mkdir(scratch, { recursive: true });
  const packing = await mkdtemp(join(scratch, 'packing-'));
  try {
    if (isFolder) await npm(path, ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', packing]);
    const source = isFolder ? join(packing, (await readdir(packing))[0] ?? '') : path;
    const bytes = await readFile(source);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const copied = join(packing, 'copy.tgz');
    await writeFile(copied, bytes);
    const tarball = join(scratch, `package-${digest}.tgz`);
    await rename(copied, tarball);
    return tarball;
  } finally {
    await rm(packing, { recursive: true, force: true });
  }
}

async function prepared(
  { scratch, upstream, description, progress }: Setting,
  { name, toolkit, generator }: { name: string; toolkit: string; generator?: string },
): Promise<Prepared> {
  const packages = [toolkit, ...(generator === undefined ? [] : [generator])];
  const folder = await installed(scratch, { name, packages }, progress);
  // The generator is another package, and its compiler is no part of what serves.
  const servingFolder = await installed(scratch, { name: `${name}-alone`, packages: [toolkit] }, progress);
  const own = join(folder, 'node_modules/intercom-mcp-toolkit');
  const cli = join(own, 'cli/intercom-mcp.js');
  const env = { INTERCOM_ACCESS_TOKEN: 'x', INTERCOM_BASE_URL: upstream };
  const serve = (...options: string[]): Command => ({ args: [cli, 'serve', ...options], env });
  const base: Prepared = {
    folder,
    servingFolder,
    tarball: toolkit,
    server: serve(),
    http: {
      serve: serve('--http', '0'),
      gateway: (store) => ({
        args: [fileURLToPath(new URL('../programs/gateway.mjs', import.meta.url)), own, store],
        env: { BENCH_UPSTREAM: upstream },
      }),
    },
    call: { name: 'get_single_intercom_me', arguments: {} },
    modes: { discoveryTokens: serve('--discovery'), codeTokens: serve('--code') },
    read: ({ tool, parameters }) => ({ name: tool, arguments: parameters }),
    oneTool: { folder, code: ONE_TOOL },
    consumer: await consumerIn(folder),
  };
  if (generator === undefined) return base;
  const generateFrom = (spec: string, output: string, ...options: string[]): Command => ({
    args: [cli, 'generate', '--spec', spec, '--out', output, '--name', 'intercom', ...options],
    cwd: folder,
  });
  const generate = (output: string) => generateFrom(description, output);
  const project = await madeOnce(folder, description, async (output) => {
    await mustRun(generate(output));
    await writeFile(
      join(output, 'tsconfig.json'),
      tsconfig({ resolveJsonModule: true, allowImportingTsExtensions: true }),
    );
  });
  const contract = fileURLToPath(new URL('../../specs/intercom/contract.json', import.meta.url));
  const overlays = fileURLToPath(new URL('../../specs/intercom/overlays', import.meta.url));
  const generateContract = (output: string) => generateFrom(contract, output, '--overlays', overlays);
  return { ...base, project, generate, generateContract };
}

const ONE_TOOL = `import { createClient } from 'intercom-mcp-toolkit';
import { searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';

const client = createClient({ token: 'x' });
const { result } = await client.call(searchConversations, { query: { field: 'state', operator: '=', value: 'open' } });
console.log(result.map(({ id }) => id));
`;

/** A project of one file that uses the package. */
async function consumerIn(folder: string): Promise<string> {
  const consumer = join(folder, 'consumer');
  await mkdir(consumer, { recursive: true });
  await writeFile(join(consumer, 'one-tool.ts'), ONE_TOOL);
  await writeFile(join(consumer, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(consumer, 'tsconfig.json'), tsconfig({}));
  return consumer;
}

function tsconfig(more: object): string {
  const options = { target: 'es2024', module: 'nodenext', strict: true, skipLibCheck: true, noEmit: true };
  return `${JSON.stringify({ compilerOptions: { ...options, ...more } })}\n`;
}
