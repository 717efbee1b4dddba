import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolError,
} from '@modelcontextprotocol/server';
import type { CallContext } from './call-context.ts';
import type { CallListedSettings, CallOutcome } from './call-outcome.ts';
import { type CallSettings, callTool } from './call-tool.ts';
import { toErrorResult } from './result.ts';
import type { Toolbox } from './toolbox.ts';

/** Answers a call of something that a toolbox lists; a failure is a result, but for a name that is not listed. */
export async function callListed(
  toolbox: Pick<Toolbox, 'resolve' | 'ownName'>,
  { name, arguments: raw }: { readonly name: string; readonly arguments?: unknown },
  context: CallContext,
  listed: CallListedSettings,
): Promise<CallToolResult | InputRequiredResult> {
  const { loadTool, onError, onCall, innerCall: _, ...settings } = listed;
  let program: Pick<CallOutcome, 'programId' | 'failure'> = {};
  let called = { tool: toolbox.ownName?.(name) ?? name, arguments: raw };
  const answer = async (): Promise<CallToolResult | InputRequiredResult> => {
    const resolved = toolbox.resolve(name, raw);
    if ('answer' in resolved) return resolved.answer;
    const { note, ...rest } = resolved;
    called = { tool: rest.tool, arguments: rest.arguments };
    if ('run' in resolved) {
      const { result, ...ran } = await resolved.run(context, listed);
      program = ran;
      return withNote(result, note);
    }
    const tool = await loadTool(resolved.tool);
    if (tool === undefined) throw new Error(`${resolved.tool} is in the catalog but cannot be loaded.`);
    return withNote(await callTool(tool, resolved.arguments, context, settings), note);
  };
  const { result, ...outcome } = await outcomeOf(answer, settings.words);
  const isCancelled = context.signal.aborted;
  // Giving up is no fault, and nobody waits for the answer.
  if (outcome.status === 'error' && outcome.error !== undefined && !isCancelled) onError?.(outcome.error, name);
  await onCall?.({ ...called, ...outcome, ...program, isCancelled });
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
