import { type OutputChunk, rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** The chunks of a bundle that is made for a runtime that is not Node. */
async function chunksOf(code: string): Promise<OutputChunk[]> {
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
  return output.filter((chunk) => chunk.type === 'chunk');
}

/** What such a bundle still imports. */
async function importsOf(code: string): Promise<string[]> {
  const imports = (await chunksOf(code)).flatMap((chunk) => chunk.imports);
  return [...new Set(imports)].filter((name) => name.startsWith('node:'));
}

/** The modules that are loaded at once. */
async function loadedAtOnce(code: string): Promise<string[]> {
  const chunks = await chunksOf(code);
  const wanted = new Set(chunks.filter((chunk) => chunk.isEntry));
  // A set tells also of what is added to it meanwhile.
  for (const { imports } of wanted) for (const chunk of chunks) if (imports.includes(chunk.fileName)) wanted.add(chunk);
  return [...wanted].flatMap((chunk) => chunk.moduleIds);
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

test('an agent loads what finds tools, and what runs programs, in the mode that wants it', async () => {
  const later = /minisearch|quickjs|sucrase|runtime\/code\/box|mcp\/(?:code|discovery)\.ts/;
  const modules = await loadedAtOnce(`export * from '${root}runtime/agents/index.ts';`);
  expect(modules.some((id) => id.endsWith('runtime/agents/agent-tools.ts'))).toBe(true);
  expect(modules.filter((id) => later.test(id))).toEqual([]);
  const ofCode = await loadedAtOnce(`export * from '${root}runtime/mcp/code-mode.ts';`);
  expect(ofCode.some((id) => later.test(id))).toBe(true);
});
