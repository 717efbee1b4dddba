import type { Tool } from '../../api/schema.d.ts';
import { isDescribed } from './api-words.ts';
import type { CatalogParts } from './catalog-parts.ts';

/** How a program comes to a client of the tools that the package itself has. */
const own: CatalogParts['setup'] = {
  imports: ["import { createClient } from 'intercom-mcp-toolkit';"],
  client: ['const client = createClient({ token: process.env.INTERCOM_ACCESS_TOKEN });'],
};

/** How a program comes to a client of an API's tools; of the gateway's first unless one is named. */
export function setupOf(api: string | undefined): CatalogParts['setup'] {
  if (api === undefined || isDescribed(api)) return own;
  return {
    imports: [
      "import { createApi, createClient, settingsFromEnvironment } from 'intercom-mcp-toolkit/runtime';",
      `import { generated } from './${api}/api.ts';`,
    ],
    client: [
      'const { profile } = createApi(generated);',
      'const client = createClient({ profile, ...settingsFromEnvironment(profile.connection, process.env) });',
    ],
  };
}

/** The arguments of the example as JSON. */
export function argumentsText({ example }: Pick<Tool, 'example'>): string {
  return JSON.stringify(example.arguments, null, 2);
}

/** The example as a message of MCP. */
export function callText({ name, example }: Pick<Tool, 'name' | 'example'>): string {
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: example.arguments },
  };
  return JSON.stringify(message, null, 2);
}

/** The example as a program in TypeScript. */
export function programText(tool: Pick<Tool, 'example' | 'import' | 'pages'>, setup: CatalogParts['setup']): string {
  const answer = tool.pages ? '{ result, next_cursor }' : 'answer';
  const input = literal(tool.example.arguments, '');
  return [
    ...setup.imports,
    `${tool.import.line};`,
    '',
    ...setup.client,
    `const ${answer} = await client.call(${tool.import.export}, ${input});`,
  ].join('\n');
}

/** A JSON value as a program has it: keys without quotes where they need none. */
function literal(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join('')}${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${inner}${keyText(key)}: ${literal(item, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
