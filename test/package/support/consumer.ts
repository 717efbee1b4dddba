import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a compiler finds modules that a project chooses from. */
export const resolutions = {
  NodeNext: { module: 'nodenext', moduleResolution: 'nodenext' },
  Bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const;

/** The programs of a consumer, by how much they import: a client and one tool, a few subpaths, or all of them too. */
export const programs = { call: ['call.ts'], use: ['use.ts'], every: ['every.ts', 'use.ts'] } as const;

// Each in a setting that finds most, as in the strictest of projects.
const strict = {
  target: 'es2024',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmitOnError: true,
};

const program = `
import assert from 'node:assert/strict';
import { createClient } from 'intercom-mcp-toolkit';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';
import { createHttpHandler, type McpServerOptions } from 'intercom-mcp-toolkit/mcp';
import { createSandbox, listenSandbox } from 'intercom-mcp-toolkit/sandbox';

const sandbox = await listenSandbox(createSandbox());
const client = createClient({ token: 'any', baseUrl: sandbox.url });
const query = { field: 'state', operator: '=', value: 'open' } as const;
const { result } = await client.call(searchConversations, { query, limit: 2 });
const ids: (string | undefined)[] = result.map(({ id }) => id);
assert.equal(ids.length, 2);
// @ts-expect-error an argument that the tool does not have
await assert.rejects(client.call(searchConversations, { query, limitt: 2 }));

const options: McpServerOptions = { ...intercom, client, confirm: 'destructive' };
const handler = createHttpHandler({ ...options, filter: { methods: ['read'] } });
const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
const response = await handler(new Request('http://127.0.0.1/mcp', { method: 'POST', headers, body }));
assert.match(await response.text(), /searchConversations|search_conversations|conversations_search/);
await sandbox.close();
console.log('used');
`;

const call = `
import { createClient } from 'intercom-mcp-toolkit';
import { type SearchConversationsInput, searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';

const input: SearchConversationsInput = { query: { field: 'created_at', operator: '>', value: new Date(0) }, limit: 2 };
const request = await createClient({ token: 'any' }).call(searchConversations, input, { dryRun: true });
// @ts-expect-error a state that no conversation has
const wrong: SearchConversationsInput = { query: { field: 'state', operator: '=', value: 'closd' } };
console.log(request.method, typeof wrong);
`;

/** Writes the sources and settings of a project that imports every subpath, uses some with types, and can be run. */
export function writeConsumer(project: string, specifiers: readonly string[]): void {
  const names = specifiers.map((_, index) => `subpath${index}`);
  const imports = specifiers.map((specifier, index) => `import * as ${names[index]} from '${specifier}';`);
  const every = [...imports, `export const loaded: object[] = [${names.join(', ')}];`, 'console.log(loaded.length);'];
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  writeFileSync(join(project, 'every.ts'), `${every.join('\n')}\n`);
  writeFileSync(join(project, 'use.ts'), program);
  writeFileSync(join(project, 'call.ts'), call);
  for (const [name, options] of Object.entries(resolutions)) {
    const compilerOptions = { ...strict, ...options, rootDir: '.' };
    for (const [what, files] of Object.entries(programs))
      writeFileSync(join(project, `${name}-${what}.json`), JSON.stringify({ compilerOptions, files }));
  }
}
