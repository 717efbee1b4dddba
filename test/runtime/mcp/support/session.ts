import { Client as ModernClient, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { intercomProfile } from '../../../../intercom/profile.ts';
import { createHttpHandler, type McpServerOptions, serveStdio } from '../../../../runtime/mcp/index.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import {
  ElicitRequestSchema,
  Client as LegacyClient,
  StreamableHTTPClientTransport as LegacyHttp,
  InMemoryTransport as LegacyTransport,
} from '../../../judges/legacy-sdk.ts';
import { catalogOf } from './catalog.ts';

/** What a tool answered. */
export interface Called {
  readonly isError: boolean;
  readonly text: string;
}

/** What a tool answered, its parts as they arrived. */
export interface Result {
  readonly isError?: boolean;
  readonly content: readonly unknown[];
  readonly _meta?: Record<string, unknown>;
}

/** Settings of one call by a client. */
interface CallSettings {
  readonly signal?: AbortSignal;
  readonly onprogress?: (note: { progress: number; message?: string | undefined }) => void;
}

/** An official client that is connected to a server. */
interface McpSession extends AsyncDisposable {
  readonly era: 'legacy' | 'modern';
  readonly tools: () => Promise<Record<string, unknown>[]>;
  readonly call: (name: string, args?: Record<string, unknown>, settings?: CallSettings) => Promise<Called>;
  /** Calls as well, for what {@link Called} leaves out. */
  readonly result: (name: string, args?: Record<string, unknown>, settings?: CallSettings) => Promise<Result>;
  readonly client: ModernClient | LegacyClient;
}

/** What a client does when it is asked something, where it can be asked. */
export type Elicit = (message: string) => { action: 'accept' | 'decline' | 'cancel'; content?: { confirm: boolean } };

/** Connects a client to a server with these options. */
export type Connect = (options: McpServerOptions, elicit?: Elicit) => Promise<McpSession>;

const params = z.looseObject({ message: z.string() });
const info = { name: 'test', version: '1' };
const form = { elicitation: { form: {} } };

function legacyClient(elicit: Elicit | undefined): LegacyClient {
  const client = new LegacyClient(info, { capabilities: elicit ? form : {} });
  if (elicit) client.setRequestHandler(ElicitRequestSchema, (request) => elicit(params.parse(request.params).message));
  return client;
}

function modernClient(elicit: Elicit | undefined): ModernClient {
  const capabilities = elicit ? form : {};
  const client = new ModernClient(info, { capabilities, versionNegotiation: { mode: 'auto' } });
  if (elicit) client.setRequestHandler('elicitation/create', (request) => elicit(params.parse(request.params).message));
  return client;
}

const address = new URL('http://localhost/mcp');

/** Official clients of both eras, over stdio's transport and over HTTP, without a socket. */
export const connections: Readonly<Record<string, Connect>> = {
  'legacy, stdio': async (options, elicit) => {
    const [here, there] = LegacyTransport.createLinkedPair();
    const server = serveStdio(options, { transport: z.custom<InMemoryTransport>().parse(there) });
    const client = legacyClient(elicit);
    await client.connect(here);
    return legacySession(client, () => server.close());
  },
  'modern, stdio': async (options, elicit) => {
    const [here, there] = InMemoryTransport.createLinkedPair();
    const server = serveStdio(options, { transport: there });
    const client = modernClient(elicit);
    await client.connect(here);
    return modernSession(client, () => server.close());
  },
  'legacy, HTTP': async (options, elicit) => {
    const handler = createHttpHandler(options);
    const client = legacyClient(elicit);
    const transport = new LegacyHttp(address, { fetch: (url, init) => handler(new Request(url, init)) });
    await client.connect(z.custom<Parameters<LegacyClient['connect']>[0]>().parse(transport));
    return legacySession(client, handler.close);
  },
  'modern, HTTP': async (options, elicit) => {
    const handler = createHttpHandler(options);
    const client = modernClient(elicit);
    await client.connect(
      new StreamableHTTPClientTransport(address, { fetch: (url, init) => handler(new Request(url, init)) }),
    );
    return modernSession(client, handler.close);
  },
};

function legacySession(client: LegacyClient, close: () => Promise<void>): McpSession {
  const result: McpSession['result'] = async (name, args = {}, settings = {}) =>
    resultSchema.parse(await client.callTool({ name, arguments: args }, undefined, { ...settings }));
  return {
    era: 'legacy',
    client,
    result,
    tools: async () => toolList.parse(await client.listTools()).tools,
    call: async (...given) => called(await result(...given)),
    [Symbol.asyncDispose]: () => closeBoth(client, close),
  };
}

function modernSession(client: ModernClient, close: () => Promise<void>): McpSession {
  const result: McpSession['result'] = async (name, args = {}, settings = {}) =>
    resultSchema.parse(await client.callTool({ name, arguments: args }, { ...settings }));
  return {
    era: client.getProtocolEra() ?? 'legacy',
    client,
    result,
    tools: async () => toolList.parse(await client.listTools()).tools,
    call: async (...given) => called(await result(...given)),
    [Symbol.asyncDispose]: () => closeBoth(client, close),
  };
}

async function closeBoth(client: { close(): Promise<void> }, close: () => Promise<void>): Promise<void> {
  await client.close();
  await close();
}

const toolList = z.object({ tools: z.array(z.record(z.string(), z.unknown())) });

const resultSchema = z.looseObject({
  isError: z.boolean().exactOptional(),
  content: z.array(z.unknown()),
  _meta: z.record(z.string(), z.unknown()).exactOptional(),
});
const textParts = z.array(z.looseObject({ text: z.string().optional() }));

function called({ isError = false, content }: Result): Called {
  const parts = textParts.parse(content);
  return { isError, text: parts.map(({ text = '' }) => text).join('') };
}

/** Options of a server for tools. */
export function serving(tools: readonly Tool[]): Pick<McpServerOptions, 'profile' | 'catalog' | 'loadTool'> {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return { profile: intercomProfile, catalog: catalogOf(tools), loadTool: async (name) => byName.get(name) };
}
