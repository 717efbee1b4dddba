import { type OutputChunk, rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';

/** The chunks of a bundle that is made for a runtime that is not Node, the one of the code first. */
async function bundle(code: string): Promise<OutputChunk[]> {
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
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output.filter((chunk) => chunk.type === 'chunk');
}

/** What of Node the bundle still imports. */
async function importsOf(code: string): Promise<string[]> {
  const imports = (await bundle(code)).flatMap((chunk) => chunk.imports);
  return [...new Set(imports)].filter((name) => name.startsWith('node:'));
}

/** The chunks that are there before the first call: all that the first one imports, and what that does. */
async function loadedAtOnce(code: string): Promise<OutputChunk[]> {
  const chunks = await bundle(code);
  const loaded = new Set(chunks.slice(0, 1));
  for (const { imports } of loaded) for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded];
}

function modulesOf(chunks: readonly OutputChunk[]): string[] {
  return chunks.flatMap(({ moduleIds }) => moduleIds);
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

describe('a client and one search', () => {
  const code = `
    import { createClient } from '${root}intercom/index.ts';
    import { searchConversations } from '${root}generated/intercom/tools/conversations.ts';
    export const found = createClient({ token: 'x' }).call(searchConversations, { query: { field: 'state', operator: '=', value: 'open' } });`;
  const loaded = loadedAtOnce(code);

  test('are at most 168 kB, minified', async () => {
    const bytes = (await loaded).reduce((sum, chunk) => sum + Buffer.byteLength(chunk.code), 0);
    // Zod's small edition 29 kB, the search language 25, Intercom's rules 20, credentials and addresses of any API 10, the styles of its parameters 5, ways of paging 8, the tool 5; the rest reads arguments, pages, sends.
    expect(bytes).toBeLessThan(168_000);
    // Where the bundler found nothing, there is nothing to be small.
    expect(bytes).toBeGreaterThan(80_000);
  });

  test('bring nothing that only servers, other tools, errors and shaped answers need', async () => {
    const modules = (await loaded).flatMap(({ modules: parts }) =>
      Object.entries(parts).flatMap(([id, { renderedLength = 0 }]) => (renderedLength > 0 ? [id] : [])),
    );
    expect(modules.some((id) => id.endsWith('/runtime/search/read-query.ts'))).toBe(true);
    const unwanted =
      /runtime\/(?:mcp|discovery|code|reference|names\/(?!call-names)|shape\/(?!open-shape))|sayings|synonyms|workflows|joins|icons|advice-|finders|htmlparser2|markdown-it|zod\/v4\/(?:classic|locales)/;
    expect(modules.filter((id) => unwanted.test(id))).toEqual([]);
    const text = (await loaded).map((chunk) => chunk.code).join('');
    expect(text).toContain('list_all_intercom_search_conversations');
    const names = ['intercom_conversations_reply', 'Escalat', 'toJSONSchema', 'ZodEmail', 'jsonrpc'];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});

test('an agent loads what finds tools, and what runs programs, in the mode that wants it', async () => {
  const later = /minisearch|quickjs|sucrase|runtime\/code\/box|mcp\/(?:code|discovery)\.ts/;
  const modules = modulesOf(await loadedAtOnce(`export * from '${root}runtime/agents/index.ts';`));
  expect(modules.some((id) => id.endsWith('runtime/agents/agent-tools.ts'))).toBe(true);
  expect(modules.filter((id) => later.test(id))).toEqual([]);
  const ofCode = modulesOf(await loadedAtOnce(`export * from '${root}runtime/mcp/code-mode.ts';`));
  expect(ofCode.some((id) => later.test(id))).toBe(true);
});
