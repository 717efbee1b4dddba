import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../support/run-program.ts';
import { ADDRESS, bundleServer } from './bundle-server.ts';
import type { Contestant, Operation } from './contestant.ts';
import { describePathParameters } from './describe-path-parameters.ts';
import { OFFICIAL_SDK } from './floor.ts';
import { madeOnce } from './made-once.ts';
import { installed } from './scratch.ts';

const PACKAGE = 'orval@8.38.0';

/** A server of a few large files, bundled into one. It refuses a description that forgot a path parameter, so these are added. */
export const orval: Contestant = {
  name: 'orval',
  title: `${PACKAGE} (client mcp), bundled; path parameters that the description forgot are added`,
  prepare: async ({ scratch, description, upstream, progress }) => {
    const tool = await installed(scratch, { name: 'orval', packages: [PACKAGE] }, progress);
    const folder = await installed(scratch, { name: 'orval-server', packages: [OFFICIAL_SDK, 'zod@4'] }, progress);
    const mended = join(tool, `description.${process.pid}.json`);
    await describePathParameters(description, mended);
    const generate = async (output: string) => {
      await mkdir(output, { recursive: true });
      const file = join(tool, `orval.${process.pid}.config.mjs`);
      await writeFile(
        file,
        `export default ${JSON.stringify({ api: { input: { target: mended }, output: outputOf(output) } })};\n`,
      );
      return { args: [join(tool, 'node_modules/orval/dist/bin/orval.mjs'), '--config', file], cwd: tool };
    };
    const made = await madeOnce(folder, description, async (output) => {
      await mustRun(await generate(output));
      await writeFile(join(output, 'tsconfig.json'), TSCONFIG);
      await bundleServer(output, "import './server.ts';\n");
    });
    const server = { args: [join(made, 'server.mjs')], env: { BENCH_UPSTREAM: upstream } };
    const oneTool = {
      folder: made,
      code: "import { identifyAdmin } from './http-client.ts';\nconsole.log(await identifyAdmin());\n",
    };
    // Ids that are numbers are taken as such.
    const typed = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);
    const read = ({ operationId, parameters }: Operation) => ({
      name: operationId,
      arguments: {
        pathParams: Object.fromEntries(Object.entries(parameters).map(([key, text]) => [key, typed(text)])),
        queryParams: {},
      },
    });
    return { folder, server, call: { name: 'identifyAdmin', arguments: {} }, read, generate, project: made, oneTool };
  },
};

function outputOf(output: string): object {
  return {
    ...{ mode: 'single', client: 'mcp', baseUrl: ADDRESS },
    ...{ target: join(output, 'handlers.ts'), schemas: join(output, 'schemas') },
  };
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true, skipLibCheck: true },
    noEmit: true,
  },
})}\n`;
