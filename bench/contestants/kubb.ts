import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../support/run-program.ts';
import { ADDRESS, bundleServer } from './bundle-server.ts';
import type { Contestant, Operation } from './contestant.ts';
import { OFFICIAL_SDK } from './floor.ts';
import { madeOnce } from './made-once.ts';
import { installed } from './scratch.ts';

const VERSION = '4.39.2';
const PARTS = ['cli', 'core', 'plugin-client', 'plugin-mcp', 'plugin-oas', 'plugin-ts', 'plugin-zod'];

/** What its servers import. */
const OF_SERVERS = [OFFICIAL_SDK, `@kubb/plugin-client@${VERSION}`, 'axios@1', 'zod@4'];

/** A server with a file for each tool and its types and schemas, bundled into one. */
export const kubb: Contestant = {
  name: 'kubb',
  title: `@kubb/plugin-mcp@${VERSION}, bundled`,
  prepare: async ({ scratch, description, upstream, progress }) => {
    const packages = PARTS.map((part) => `@kubb/${part}@${VERSION}`);
    const tool = await installed(scratch, { name: 'kubb', packages }, progress);
    const folder = await installed(scratch, { name: 'kubb-server', packages: OF_SERVERS }, progress);
    const generate = async (output: string) => {
      const file = join(tool, `kubb.${process.pid}.config.mjs`);
      await writeFile(file, configOf(description, output));
      return { args: [join(tool, 'node_modules/@kubb/cli/bin/kubb.cjs'), 'generate', '--config', file], cwd: tool };
    };
    const made = await madeOnce(folder, description, async (output) => {
      await mustRun(await generate(output));
      await writeFile(join(output, 'tsconfig.json'), TSCONFIG);
      await bundleServer(output, "import { startServer } from './mcp/server.ts';\nawait startServer();\n");
    });
    const server = { args: [join(made, 'server.mjs')], env: { BENCH_UPSTREAM: upstream } };
    const oneTool = {
      folder: made,
      code: "import { identifyAdmin } from './clients/identifyAdmin.ts';\nconsole.log(await identifyAdmin());\n",
    };
    const read = ({ operationId, parameters }: Operation) => ({ name: operationId, arguments: parameters });
    return { folder, server, call: { name: 'identifyAdmin', arguments: {} }, read, generate, project: made, oneTool };
  },
};

function configOf(description: string, output: string): string {
  return `import { pluginClient } from '@kubb/plugin-client';
import { pluginMcp } from '@kubb/plugin-mcp';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
import { pluginZod } from '@kubb/plugin-zod';

export default {
  root: '.',
  input: { path: ${JSON.stringify(description)} },
  output: { path: ${JSON.stringify(output)}, clean: true, format: false, lint: false },
  plugins: [
    pluginOas({ validate: false }),
    pluginTs({}),
    pluginClient({}),
    pluginZod({}),
    pluginMcp({ client: { baseURL: '${ADDRESS}' } }),
  ],
};
`;
}

/** Its imports name files of TypeScript. */
const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true, skipLibCheck: true },
    ...{ noEmit: true, allowImportingTsExtensions: true },
  },
})}\n`;
