import { Ajv2020 } from 'ajv/dist/2020.js';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { createClient } from '../../runtime/client.ts';
import { createMcpServer } from '../../runtime/mcp/index.ts';
import { objectSchema } from '../../runtime/tool/object-schema.ts';
import { Client, InMemoryTransport } from '../../test/judges/legacy-sdk.ts';
import type { LoadedApi } from './load-api.ts';
import type { Listed } from './outcome.ts';

/** Faults of one API that are told; the rest is counted. */
const MOST_TOLD = 20;

/** Lists the tools through the official client of version 1, and looks at names, schemas and modules. */
export async function listTools({ catalog, loadTool, profile }: LoadedApi): Promise<Listed> {
  const client = createClient({ profile, token: 'none', version: null, fetch: refuse });
  const server = createMcpServer({ profile, client, catalog, loadTool });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const legacy = new Client({ name: 'fleet', version: '1' });
  // The two versions of the SDK differ in how exactly their optional properties are typed.
  await Promise.all([server.connect(far as unknown as Parameters<typeof server.connect>[0]), legacy.connect(near)]);
  const listed: Awaited<ReturnType<Client['listTools']>>['tools'] = [];
  let cursor: string | undefined;
  do {
    const page = await legacy.listTools(cursor === undefined ? {} : { cursor });
    listed.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  await legacy.close();
  const faults: string[] = [];
  const names = new Set<string>();
  const ajv = new Ajv2020({ strict: false, validateFormats: false, addUsedSchema: false });
  for (const { name, inputSchema } of listed) {
    if (names.has(name)) faults.push(`${name}: listed twice`);
    names.add(name);
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(name)) faults.push(`${name}: no name for a tool`);
    if (ajv.validateSchema(inputSchema) !== true) faults.push(`${name}: no JSON Schema: ${ajv.errorsText(ajv.errors)}`);
    const problem = await whyBroken(name, loadTool);
    if (problem !== undefined) faults.push(`${name}: ${problem}`);
  }
  if (listed.length !== catalog.length) faults.push(`${listed.length} of ${catalog.length} tools are listed`);
  const tokens = countTokens(JSON.stringify(listed));
  const more = faults.length > MOST_TOLD ? [`and ${faults.length - MOST_TOLD} more`] : [];
  return { tools: listed.length, tokens, faults: [...faults.slice(0, MOST_TOLD), ...more] };
}

/** Why the module of a tool cannot be used; undefined where it can. */
async function whyBroken(name: string, loadTool: LoadedApi['loadTool']): Promise<string | undefined> {
  try {
    const tool = await loadTool(name);
    if (tool === undefined) return 'its module has no such tool';
    objectSchema(tool).safeParse({});
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : String(error);
  }
}

function refuse(): Promise<Response> {
  throw new Error('lists send no requests');
}
