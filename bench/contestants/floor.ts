import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contestant.ts';
import { installed } from './scratch.ts';

/** The official SDK of version 1, as clients and servers have it. */
export const OFFICIAL_SDK = '@modelcontextprotocol/sdk@1.32.2';

/** The bare low-level server of the official SDK with one tool that hands on what a fetch brings: what no server can be below. */
export const floor: Contestant = {
  name: 'floor',
  title: `${OFFICIAL_SDK}: its low-level server with one tool`,
  prepare: async ({ scratch, upstream, progress }) => {
    const folder = await installed(scratch, { name: 'floor', packages: [OFFICIAL_SDK] }, progress);
    const file = join(folder, 'floor.mjs');
    await copyFile(fileURLToPath(new URL('../programs/floor.mjs', import.meta.url)), file);
    return {
      folder,
      server: { args: [file], env: { BENCH_UPSTREAM: upstream } },
      call: { name: 'me', arguments: {} },
    };
  },
};
