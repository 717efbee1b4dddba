import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** What a bundle still imports when it is made for a runtime that is not Node. */
async function importsOf(code: string): Promise<string[]> {
  const entry = '\0entry';
  const build = await rolldown({
    input: entry,
    platform: 'neutral',
    external: /^node:/,
    resolve: { conditionNames: ['intercom-mcp-toolkit:source', 'workerd', 'import'], mainFields: ['module', 'main'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  return [...new Set(output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.imports : [])))].filter((name) =>
    name.startsWith('node:'),
  );
}

const root = JSON.stringify(new URL('../../', import.meta.url).pathname).slice(1, -1);

test('the HTTP handler and its tools need nothing of Node', async () => {
  const code = `
    import { createHttpHandler } from '${root}runtime/mcp/index.ts';
    import { intercom } from '${root}intercom/catalog.ts';
    import { createClient } from '${root}intercom/index.ts';
    export default { fetch: createHttpHandler({ ...intercom, client: createClient({ token: 'x' }) }) };`;
  expect(await importsOf(code)).toEqual([]);
});

test('a server of Node does', async () => {
  expect(await importsOf(`export * from '${root}runtime/mcp/node.ts';`)).toContain('node:http');
});
