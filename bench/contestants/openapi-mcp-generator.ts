import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../support/run-program.ts';
import { compileProject } from './compile-project.ts';
import type { Contestant } from './contestant.ts';
import { OFFICIAL_SDK } from './floor.ts';
import { madeOnce } from './made-once.ts';
import { installed } from './scratch.ts';

const GENERATOR = 'openapi-mcp-generator@4.0.1';

/** What its projects depend on, by the manifest that it writes. */
const OF_PROJECTS = [OFFICIAL_SDK, 'axios@1', 'dotenv@16', 'zod@3', 'json-schema-to-zod@2'];

/** A project of one module, compiled as its own script compiles it. */
export const openapiMcpGenerator: Contestant = {
  name: 'omg',
  title: GENERATOR,
  prepare: async ({ scratch, description, upstream, progress }) => {
    const tool = await installed(scratch, { name: 'omg', packages: [GENERATOR] }, progress);
    const folder = await installed(scratch, { name: 'omg-project', packages: OF_PROJECTS }, progress);
    const generate = (output: string) => ({
      args: [
        join(tool, 'node_modules/openapi-mcp-generator/bin/openapi-mcp-generator.js'),
        ...['--input', description, '--output', output, '--base-url', upstream, '--force'],
      ],
    });
    const project = await madeOnce(folder, description, async (output) => {
      await mustRun(generate(output));
      await compileProject(output);
    });
    const main = join(project, 'build/index.js');
    if (!existsSync(main)) throw new Error(`no ${main} came of it`);
    return {
      read: ({ operationId, parameters }) => ({ name: operationId, arguments: parameters }),
      folder,
      generate,
      project,
      server: { args: [main], env: { API_BASE_URL: upstream, BEARER_TOKEN_BEARERAUTH: 'x' } },
      call: { name: 'identifyAdmin', arguments: {} },
    };
  },
};
