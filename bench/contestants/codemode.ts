import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bundleServer } from './bundle-server.ts';
import type { Contestant } from './contestant.ts';
import { OFFICIAL_SDK } from './floor.ts';
import { madeOnce } from './made-once.ts';
import { installed } from './scratch.ts';

const PACKAGE = '@cloudflare/codemode@0.5.6';

/** A server with two tools, by which a model searches the description and runs programs; its calls are programs. */
export const codemode: Contestant = {
  name: 'codemode',
  title: `${PACKAGE}, its programs in node:vm, which guards nothing`,
  prepare: async ({ scratch, description, upstream, progress }) => {
    const packages = [PACKAGE, OFFICIAL_SDK, 'zod@4', '@cfworker/json-schema@4'];
    const folder = await installed(scratch, { name: 'codemode', packages }, progress);
    const made = await madeOnce(folder, description, async (output) => {
      const spec: unknown = parse(await readFile(description, 'utf8'), { uniqueKeys: false });
      await bundleServer(output, ENTRY);
      await writeFile(join(output, 'spec.json'), JSON.stringify(spec));
    });
    const server = { args: [join(made, 'server.mjs')], env: { BENCH_UPSTREAM: upstream } };
    const code = "async () => await codemode.request({ method: 'GET', path: '/me' })";
    return { folder, server, call: { name: 'execute', arguments: { code } } };
  },
};

const pathOf = (file: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../neighbour/${file}`, import.meta.url)));

const ENTRY = `import { readFileSync } from 'node:fs';
import { openApiMcpServer } from '@cloudflare/codemode/mcp';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { requestApi } from ${pathOf('api-request.ts')};
import { createVmExecutor } from ${pathOf('vm-executor.ts')};

const server = openApiMcpServer({
  spec: JSON.parse(readFileSync(new URL('spec.json', import.meta.url), 'utf8')),
  executor: createVmExecutor(),
  request: (options) => requestApi(process.env.BENCH_UPSTREAM, options),
  name: 'codemode',
  version: '0.5.6',
});
await server.connect(new StdioServerTransport());
`;
