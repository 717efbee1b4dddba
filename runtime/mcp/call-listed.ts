import { type CallToolResult, type InputRequiredResult, ProtocolError } from '@modelcontextprotocol/server';
import type { Tool } from '../tool.ts';
import type { CallContext } from './call-context.ts';
import { type CallSettings, callTool } from './call-tool.ts';
import { toErrorResult } from './result.ts';
import type { Toolbox } from './toolbox.ts';

/** How the tools of a toolbox are found and called. */
export interface CallListedSettings extends CallSettings {
  /** Loads a tool of the catalog at its first call. */
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  /** Told of every failed call; the model gets a text without internals. */
  readonly onError?: ((error: unknown, tool: string) => void) | undefined;
}

/** Answers a call of something that a toolbox lists; a failure is a result, but for a name that is not listed. */
export async function callListed(
  toolbox: Pick<Toolbox, 'resolve'>,
  { name, arguments: given }: { readonly name: string; readonly arguments?: unknown },
  context: CallContext,
  { loadTool, onError, ...settings }: CallListedSettings,
): Promise<CallToolResult | InputRequiredResult> {
  try {
    const resolved = toolbox.resolve(name, given);
    if ('answer' in resolved) return resolved.answer;
    const tool = await loadTool(resolved.tool);
    if (tool === undefined) throw new Error(`${resolved.tool} is in the catalog but cannot be loaded.`);
    return await callTool(tool, resolved.arguments, context, settings);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    // Giving up is no fault, and nobody waits for the answer.
    if (!context.signal.aborted) onError?.(error, name);
    return toErrorResult(error);
  }
}
