import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolError,
} from '@modelcontextprotocol/server';
import type { Tool } from '../tool/tool.ts';
import type { CallContext } from './call-context.ts';
import { type CallSettings, callTool } from './call-tool.ts';
import { toErrorResult } from './result.ts';
import type { Toolbox } from './toolbox.ts';

/** What a call came to: the name that was asked for, or in discovery the tool that it came to, and what it was given. */
export interface CallOutcome {
  readonly tool: string;
  readonly arguments: unknown;
  /** `ok`, `error` for a result that says what went wrong, `unknown_tool` for a name that is not listed. */
  readonly status: 'ok' | 'error' | 'unknown_tool';
  /** What was thrown, where something was. */
  readonly error?: unknown;
  /** The client gave the call up. */
  readonly isCancelled: boolean;
  /** The program that made the call, or that the call ran. */
  readonly programId?: string;
  /** Why a program failed, of the call that ran it. */
  readonly failure?: ProgramFailure;
}

/**
 * Why a program failed: it is no JavaScript, threw an error of its own, was stopped by a call that was refused or one that failed
 * at the API, used up its time or memory, or awaits what never happens.
 */
export type ProgramFailure = 'syntax' | 'error' | 'refused' | 'upstream' | 'time' | 'memory' | 'stuck';

/** How the tools of a toolbox are found and called. */
export interface CallListedSettings extends CallSettings {
  /** Loads a tool of the catalog at its first call. */
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  /** Told of every failed call; the model gets a text without internals. */
  readonly onError?: ((error: unknown, tool: string) => void) | undefined;
  /** Told of every call when it is over; the client gets its answer once this is done, and an error where it rejects. */
  readonly onCall?: ((outcome: CallOutcome) => Promise<void>) | undefined;
  /** How one of the calls is made that a program makes, asked anew for each; as any other call unless said otherwise. */
  readonly innerCall?: ((program: { readonly id: string }) => InnerCall) | undefined;
}

/** How a call of a program is made, and who is told of it. */
export type InnerCall = Pick<CallSettings, 'client'> & Pick<CallListedSettings, 'onCall'>;

/** Answers a call of something that a toolbox lists; a failure is a result, but for a name that is not listed. */
export async function callListed(
  toolbox: Pick<Toolbox, 'resolve' | 'ownName'>,
  { name, arguments: raw }: { readonly name: string; readonly arguments?: unknown },
  context: CallContext,
  { loadTool, onError, onCall, ...settings }: CallListedSettings,
): Promise<CallToolResult | InputRequiredResult> {
  let called = { tool: toolbox.ownName?.(name) ?? name, arguments: raw };
  const answer = async (): Promise<CallToolResult | InputRequiredResult> => {
    const resolved = toolbox.resolve(name, raw);
    if ('answer' in resolved) return resolved.answer;
    const { note, ...rest } = resolved;
    called = rest;
    const tool = await loadTool(resolved.tool);
    if (tool === undefined) throw new Error(`${resolved.tool} is in the catalog but cannot be loaded.`);
    return withNote(await callTool(tool, resolved.arguments, context, settings), note);
  };
  const { result, ...outcome } = await outcomeOf(answer, settings.words);
  const isCancelled = context.signal.aborted;
  // Giving up is no fault, and nobody waits for the answer.
  if (outcome.status === 'error' && outcome.error !== undefined && !isCancelled) onError?.(outcome.error, name);
  await onCall?.({ ...called, ...outcome, isCancelled });
  if (result === undefined) throw outcome.error;
  return result;
}

/** A result with a word more at its end; who is asked a question gets none. */
function withNote(
  result: CallToolResult | InputRequiredResult,
  note: string | undefined,
): CallToolResult | InputRequiredResult {
  if (note === undefined || isInputRequiredResult(result)) return result;
  return { ...result, content: [...result.content, { type: 'text', text: note }] };
}

type SearchNotes = Pick<CallOutcome, 'status' | 'error'> & { readonly result?: CallToolResult | InputRequiredResult };

async function outcomeOf(
  answer: () => Promise<CallToolResult | InputRequiredResult>,
  words: CallSettings['words'],
): Promise<SearchNotes> {
  try {
    const result = await answer();
    return { status: 'isError' in result && result.isError === true ? 'error' : 'ok', result };
  } catch (error) {
    if (error instanceof ProtocolError) return { status: 'unknown_tool', error };
    return { status: 'error', error, result: toErrorResult(error, words) };
  }
}
