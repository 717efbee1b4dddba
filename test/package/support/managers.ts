import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from './judges.ts';
import { type Ended, run } from './packed.ts';

/** What a package manager is called for in a project: to add a tarball, and to run a program with what it installed. */
interface Manager {
  /** The program, and what comes first of its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly add: readonly string[];
  readonly exec: readonly string[];
  /** How Node runs a file of the project. */
  readonly node: readonly string[];
  readonly files?: (registry: string) => Readonly<Record<string, string>>;
}

/** The package managers, each as its users have it; yarn as it is by default, which makes no `node_modules`. */
export const managers: Readonly<Record<string, Manager>> = {
  npm: { command: ['npm'], add: ['install'], exec: ['exec', '--'], node: ['exec', '--', 'node'] },
  pnpm: {
    command: [process.execPath, judge('pnpm/bin/pnpm.cjs')],
    add: ['add'],
    exec: ['exec'],
    node: ['exec', 'node'],
  },
  yarn: {
    command: [process.execPath, judge('@yarnpkg/cli-dist/bin/yarn.js')],
    add: ['add'],
    exec: ['exec'],
    node: ['node'],
    files: (registry) => ({
      'yarn.lock': '',
      '.yarnrc.yml': `npmRegistryServer: '${registry}'\nunsafeHttpWhitelist: [127.0.0.1]\nenableGlobalCache: false\nenableTelemetry: false\n`,
    }),
  },
};

/** How a manager took the package: installed it, ran its command, ran a program that imports it. */
interface Trial {
  readonly added: Ended;
  readonly listed: Ended;
  readonly used: Ended;
}

const program = `import { createClient } from 'intercom-mcp-toolkit';
import { searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';
console.log(typeof createClient, searchConversations.name);`;

/** Installs a tarball in an empty project of a package manager, with a registry, a home and a cache of its own, and uses it. */
export async function tryManager(name: string, registry: string, tarball: string): Promise<Trial> {
  const manager = managers[name];
  if (manager === undefined) throw new Error(`${name} is no package manager that is known here.`);
  const { command, add, exec, node, files } = manager;
  const home = await mkdtemp(join(tmpdir(), 'manager-'));
  const folder = join(home, 'project');
  await mkdir(folder);
  const manifest = '{ "name": "empty", "private": true, "type": "module" }';
  for (const [path, text] of Object.entries({ 'package.json': manifest, 'use.mjs': program, ...files?.(registry) }))
    await writeFile(join(folder, path), text);
  await writeFile(join(home, '.npmrc'), `registry=${registry}\n`);
  const env = {
    HOME: home,
    CI: '',
    npm_config_userconfig: join(home, '.npmrc'),
    npm_config_registry: registry,
    npm_config_cache: join(home, 'cache'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  const [file, ...first] = command;
  const runIn = (...given: readonly string[]): Promise<Ended> => run(file, [...first, ...given], folder, env);
  const added = await runIn(...add, tarball);
  const listed = await runIn(...exec, 'intercom-mcp', 'tools', '--tags', 'teams');
  const used = await runIn(...node, 'use.mjs');
  await rm(home, { recursive: true });
  return { added, listed, used };
}

/** Whether a package manager is installed beside these tests. */
export function isInstalled(name: string): boolean {
  return managers[name]?.command.every((part) => !part.startsWith('/') || existsSync(part)) ?? false;
}
