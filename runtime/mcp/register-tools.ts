import type { CallToolResult, InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { servedCatalog, servedWords } from '../catalog/served-words.ts';
import { objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { type Ask, answeringQuestions } from './answering-questions.ts';
import { type CallContext, callContext, canAsk, type ProgressNote, progressReport } from './call-context.ts';
import { callListed } from './call-listed.ts';
import type { CallSettings } from './call-tool.ts';
import { CONFIRMATION_MINUTES } from './confirmer.ts';
import { derivedSchema } from './derived-schema.ts';
import { type Listed, listTools } from './list.ts';
import { showOnly } from './show-only.ts';

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
  const own = new Set(tools.map(({ name }) => name));
  const words = servedWords(
    catalog.map(({ name }) => name),
    own,
  );
  const calling = { candidates: (tool: string) => own.has(tool), words, ...settings };
  const kept = servedCatalog(
    catalog,
    catalog.filter(({ name }) => own.has(name)),
  );
  const known = new Map(kept.map((entry) => [entry.name, entry]));
  const listed = listTools(
    tools.map((tool) => known.get(tool.name) ?? listing(tool)),
    settings,
  );
  for (const [index, { name, inputSchema, ...config }] of listed.tools.entries()) {
    const toolbox = { resolve: (_: string, args: unknown) => ({ tool: name, arguments: args }) };
    const loadTool = async () => tools[index];
    const answer = (args: unknown, context: CallContext) =>
      callListed(toolbox, { name, arguments: args }, context, { ...calling, loadTool });
    const call: Callback = (args, extra) => {
      const connected = server.server.getClientCapabilities();
      if ('mcpReq' in extra) return answer(args, callContext(extra, connected));
      const context = legacyContext(extra);
      if (!canAsk(connected)) return answer(args, context);
      return answeringQuestions(askOf(extra), (elicitation) => answer(args, { ...context, elicitation }));
    };
    register(server, name, { ...config, inputSchema: showOnly(inputSchema) }, call);
  }
}

/** What version 1 hands to a tool beside its arguments. */
interface LegacyExtra {
  readonly signal: AbortSignal;
  readonly _meta?: { readonly progressToken?: string | number };
  readonly sendNotification: (note: ProgressNote) => Promise<void>;
  readonly sendRequest: (
    request: { readonly method: 'elicitation/create'; readonly params: object },
    result: z.ZodType,
    options: { readonly signal: AbortSignal; readonly timeout: number },
  ) => Promise<unknown>;
}

/** Milliseconds for which a person may think; the state of the question holds no longer. */
const PATIENCE = CONFIRMATION_MINUTES * 60_000;

function legacyContext({ signal, _meta, sendNotification }: LegacyExtra): CallContext {
  return { signal, progress: progressReport(_meta?.progressToken, sendNotification) };
}

function askOf({ sendRequest, signal }: LegacyExtra): Ask {
  return (params) =>
    sendRequest({ method: 'elicitation/create', params }, z.looseObject({}), { signal, timeout: PATIENCE });
}

type Callback = (args: unknown, extra: ServerContext | LegacyExtra) => Promise<CallToolResult | InputRequiredResult>;

function register(server: ToolRegistrar, name: string, config: object, callback: Callback): void {
  // Both versions take this; what they declare is generic over schemas of their own and fits only one of them.
  server.registerTool(name, config as never, callback as never);
}

function listing({ name, title, description, input, access, destructive }: Tool): Listed {
  const annotations = access === 'read' ? { readOnlyHint: true } : { destructiveHint: destructive };
  return {
    name,
    title,
    description,
    access,
    destructive,
    annotations,
    inputSchema: derivedSchema(objectSchema({ input })),
  };
}
