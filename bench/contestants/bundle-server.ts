import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** What stands in generated code for the address of the API, which is another each time; it has to stand in a template literal. */
export const ADDRESS = 'http://upstream.invalid';

/** The SDK has no modules without an ending, and a neighbour names them so. */
const NAMED_WITHOUT_ENDING = /^@modelcontextprotocol\/sdk\/.*(?<!\.js)$/;

/**
 * Makes one JavaScript file of a generated server in TypeScript, so that it starts as fast as it can; packages stay imports.
 * `code` is the entry, which imports from `folder`. The address of the API is read from BENCH_UPSTREAM.
 */
export async function bundleServer(folder: string, code: string): Promise<string> {
  const entry = join(folder, 'bench-entry.ts');
  const build = await rolldown({
    input: entry,
    platform: 'node',
    external: (id) => !/^[./]/.test(id) && !NAMED_WITHOUT_ENDING.test(id),
    resolve: { extensions: ['.ts', '.js'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => {
          if (id === entry) return id;
          return NAMED_WITHOUT_ENDING.test(id) ? { id: `${id}.js`, external: true } : undefined;
        },
        load: (id) => (id === entry ? code : undefined),
        transform: (text) => text.replaceAll(ADDRESS, `\${process.env.BENCH_UPSTREAM}`),
      },
    ],
    // What a neighbour generates may name what it does not export; that is told by its type errors.
    onLog: () => {},
  });
  const file = join(folder, 'server.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  return file;
}
