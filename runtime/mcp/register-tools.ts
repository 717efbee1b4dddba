import type { CallToolResult, InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { CatalogEntry, CatalogInputSchema } from '../catalog/catalog.ts';
import type { Tool } from '../tool/tool.ts';
import { type CallContext, callContext, type ProgressNote, progressReport } from './call-context.ts';
import { callListed } from './call-listed.ts';
import type { CallSettings } from './call-tool.ts';
import { type Listed, listTools } from './list.ts';

/** An `McpServer` of `@modelcontextprotocol/server`, or of version 1 in `@modelcontextprotocol/sdk`. */
export interface ToolRegistrar {
  registerTool(name: string, config: never, callback: never): unknown;
  readonly server: { getClientCapabilities(): unknown };
}

/** Settings of {@link registerTools}. */
export interface RegisterToolsOptions extends CallSettings {
  /** Has the input schemas as a model should see them; without it they are derived from the tools. */
  readonly catalog?: readonly CatalogEntry[];
  /** Told of every failed call; the model gets a text without internals. */
  readonly onError?: (error: unknown, tool: string) => void;
}

/** Adds tools to an MCP server that exists, beside its own. */
export function registerTools(
  server: ToolRegistrar,
  tools: readonly Tool[],
  { catalog = [], ...settings }: RegisterToolsOptions,
): void {
  const known = new Map(catalog.map((entry) => [entry.name, entry]));
  const listed = listTools(
    tools.map((tool) => known.get(tool.name) ?? listing(tool)),
    settings,
  );
  for (const [index, { name, inputSchema, ...config }] of listed.tools.entries()) {
    const toolbox = { resolve: (_: string, args: unknown) => ({ tool: name, arguments: args }) };
    const loadTool = async () => tools[index];
    const call = (args: unknown, extra: ServerContext | LegacyExtra) =>
      callListed(toolbox, { name, arguments: args }, contextOf(extra, server), { ...settings, loadTool });
    register(server, name, { ...config, inputSchema: showOnly(inputSchema) }, call);
  }
}

/** What version 1 hands to a tool beside its arguments. */
interface LegacyExtra {
  readonly signal: AbortSignal;
  readonly _meta?: { readonly progressToken?: string | number };
  readonly sendNotification: (note: ProgressNote) => Promise<void>;
}

function contextOf(extra: ServerContext | LegacyExtra, { server }: ToolRegistrar): CallContext {
  if ('mcpReq' in extra) return callContext(extra, server.getClientCapabilities());
  return { signal: extra.signal, progress: progressReport(extra._meta?.progressToken, extra.sendNotification) };
}

type Callback = (args: unknown, extra: ServerContext | LegacyExtra) => Promise<CallToolResult | InputRequiredResult>;

function register(server: ToolRegistrar, name: string, config: object, callback: Callback): void {
  // Both versions take this; what they declare is generic over schemas of their own and fits only one of them.
  server.registerTool(name, config as never, callback as never);
}

/** A schema that shows what it is told and lets everything through: the tool checks its arguments, and says more of what is wrong. */
function showOnly(schema: object): z.ZodType {
  return z.looseObject({}).meta({ ...schema });
}

function listing({ name, title, description, input, access, destructive }: Tool): Listed {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
  const annotations = access === 'read' ? { readOnlyHint: true } : { destructiveHint: destructive };
  // An object's schema always says that it is one.
  return { name, title, description, access, destructive, annotations, inputSchema: schema as CatalogInputSchema };
}
