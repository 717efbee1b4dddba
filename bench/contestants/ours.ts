import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Contestant, Prepared, Setting } from './contestant.ts';
import { packCheckout } from './pack.ts';
import { installed } from './scratch.ts';

/** This checkout as users have it: packed, installed, started by its command with the checks that are there unless said otherwise. */
export const ours: Contestant = {
  name: 'ours',
  title: 'this checkout, packed and installed; intercom-mcp serve',
  prepare: async (setting) => {
    const { toolkit, generator } = await packCheckout(setting.scratch, setting.progress);
    const folder = await installed(setting.scratch, { name: 'ours', packages: [toolkit, generator] }, setting.progress);
    return { ...prepared(folder, setting), tarball: toolkit };
  },
};

/** Another build of ours, a folder of an installed package or a tarball, to be measured beside this one. */
export function otherBuild(path: string, index: number): Contestant {
  const file = resolve(path);
  if (!existsSync(file)) throw new Error(`--package ${path}: there is no such folder or tarball`);
  return {
    name: index === 0 ? 'other' : `other-${index + 1}`,
    title: `intercom-mcp-toolkit of ${file}`,
    prepare: async (setting) => {
      if (statSync(file).isDirectory()) return prepared(join(file, '../..'), setting, file);
      const folder = await installed(
        setting.scratch,
        { name: `other-${basename(file)}-${statSync(file).mtimeMs}`, packages: [file] },
        setting.progress,
      );
      return { ...prepared(folder, setting), tarball: file };
    },
  };
}

function prepared(
  folder: string,
  { upstream, description }: Setting,
  own = join(folder, 'node_modules/intercom-mcp-toolkit'),
): Prepared {
  const cli = join(own, 'cli/intercom-mcp.js');
  const env = { INTERCOM_ACCESS_TOKEN: 'x', INTERCOM_BASE_URL: upstream };
  return {
    folder,
    server: { args: [cli, 'serve'], env },
    call: { name: 'get_single_intercom_me', arguments: {} },
    modes: {
      discoveryTokens: { args: [cli, 'serve', '--discovery'], env },
      codeTokens: { args: [cli, 'serve', '--code'], env },
    },
    generate: (output) => ({
      args: [cli, 'generate', '--spec', description, '--out', output, '--name', 'intercom'],
      cwd: folder,
    }),
    knowsUnchanged: true,
  };
}
