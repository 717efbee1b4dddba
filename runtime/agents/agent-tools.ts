import { ProtocolError } from '@modelcontextprotocol/server';
import type { CatalogEntry, CatalogInputSchema } from '../catalog/catalog.ts';
import { CODE_RUNNERS } from '../code/code-input.ts';
import { textPart } from '../content/content.ts';
import { callForModel, type ToolAnswer } from '../mcp/call-for-model.ts';
import { type Confirm, needsConfirmation } from '../mcp/confirm-call.ts';
import { placeOf } from '../mcp/describe-account.ts';
import { openToolbox } from '../mcp/open-toolbox.ts';
import { prepareServing } from '../mcp/prepare-serving.ts';
import type { Toolbox } from '../mcp/toolbox.ts';
import { own } from '../value/value.ts';
import { type AgentOptions, checkAgentOptions } from './agent-options.ts';

/** A tool as it is told to a model. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: CatalogInputSchema;
  /** True for a tool that a model should have from the start, where it finds others by a search. */
  readonly isAtHand: boolean;
}

/** The tools of an API for a model, whatever the model's own API is. */
export interface AgentTools {
  readonly tools: readonly AgentTool[];
  /** What a model should be told of all tools: for its system prompt. */
  readonly instructions: string;
  /** Answers a model's call; a failure is an answer that says what to do. Rejects with the signal's reason, and with what `agree` throws. */
  readonly call: (name: string, args: unknown, options?: AgentCallOptions) => Promise<ToolAnswer>;
  /** Whether somebody has to agree to this call first, as `confirm` says: for an SDK that asks by itself. */
  readonly needsApproval: (name: string, args: unknown) => boolean;
}

/** How one call is made. */
export interface AgentCallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal | null | undefined;
  /** Somebody agreed to this very call: it is made without a question. */
  readonly isApproved?: boolean | undefined;
}

/**
 * The tools of an API without MCP. Where the SDK asks by itself (`asksItself`), its users are asked for what `confirm` names, and no
 * tool tells of tokens. Throws {@link ConfigError} for options that are wrong, {@link InputError} for a filter that keeps nothing.
 */
export async function agentTools(
  options: AgentOptions,
  { asksItself = false }: { readonly asksItself?: boolean } = {},
): Promise<AgentTools> {
  checkAgentOptions(options);
  const { mode = 'list', agree, account, answerTypes, box, limits, ...rest } = options;
  const { profile, catalog, confirm = agree && 'write' } = rest;
  // A person who is asked is asked without a token, so that no tool has to tell of one.
  const told = agree === undefined && !asksItself ? confirm : 'never';
  const toolbox = await openToolbox(mode, { profile, from: catalog, confirm: told, answerTypes, box, limits });
  const serving = prepareServing({ ...rest, confirm: told, ...(toolbox && { toolbox }) });
  const { kept, tools, naming } = serving;
  const calling = { ...serving.calling, place: placeOf(account, profile.account?.noun) };
  const make = callForModel(tools, { calling: { ...calling, confirm }, agree, naming });
  const makeApproved = callForModel(tools, { calling: { ...calling, confirm: 'never' }, naming });
  const entries = new Map(kept.map((entry) => [entry.name, entry]));
  return {
    tools: tools.list().tools.map(({ name, title = name, description = '', inputSchema, _meta: meta }) => {
      return { name, title, description, inputSchema, isAtHand: meta !== undefined };
    }),
    instructions: serving.instruct(account),
    call: (name, args, { signal, isApproved = false } = {}) =>
      (isApproved ? makeApproved : make)(
        { name, arguments: args },
        { signal: signal ?? new AbortController().signal },
      ).catch(toldOfName),
    needsApproval: (name, args) => agree === undefined && changes(tools, { name, args }, { entries, confirm }),
  };
}

/** A model that makes up a name is told, and maybe which one it meant. */
function toldOfName(error: unknown): ToolAnswer {
  if (!(error instanceof ProtocolError)) throw error;
  return { content: [textPart(error.message)], isError: true, meta: {} };
}

interface Approvals {
  readonly entries: ReadonlyMap<string, CatalogEntry>;
  readonly confirm: Confirm | undefined;
}

/** Whether a call is one of those that need a consent; one that will be refused is not. */
function changes(
  tools: Pick<Toolbox, 'resolve'>,
  { name, args }: { readonly name: string; readonly args: unknown },
  { entries, confirm = 'never' }: Approvals,
): boolean {
  if (confirm === 'never') return false;
  try {
    const resolved = tools.resolve(name, args);
    if ('answer' in resolved || own(resolved.arguments, 'dry_run') === true) return false;
    // What a program writes shows when it runs.
    if ('run' in resolved) return resolved.tool === CODE_RUNNERS.write;
    const entry = entries.get(resolved.tool);
    return entry !== undefined && entry.access === 'write' && needsConfirmation(entry, confirm);
  } catch {
    return false;
  }
}
