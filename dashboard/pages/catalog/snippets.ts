import type { Tool } from '../../api/schema.d.ts';
import type { CatalogParts } from './catalog-parts.ts';

/** How a program comes to a client of Intercom's tools. */
export const intercomSetup: CatalogParts['setup'] = {
  imports: ["import { createClient } from 'intercom-mcp-toolkit';"],
  client: ['const client = createClient({ token: process.env.INTERCOM_ACCESS_TOKEN });'],
};

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
