import { join } from 'node:path';
import type { Contestant } from './contestant.ts';
import { installed } from './scratch.ts';

const PACKAGE = '@ivotoby/openapi-mcp-server@1.16.1';

/** A server that reads the description at every start. */
export const ivotoby: Contestant = {
  name: 'ivotoby',
  title: PACKAGE,
  prepare: async ({ scratch, description, upstream, progress }) => {
    const folder = await installed(scratch, { name: 'ivotoby', packages: [PACKAGE] }, progress);
    const args = [
      join(folder, 'node_modules/@ivotoby/openapi-mcp-server/bin/mcp-server.js'),
      ...['--openapi-spec', description, '--api-base-url', upstream, '--transport', 'stdio', '--tools', 'all'],
      ...['--headers', 'Authorization:Bearer x'],
    ];
    return { folder, server: { args }, call: { name: 'identify-admin', arguments: {} } };
  },
};
