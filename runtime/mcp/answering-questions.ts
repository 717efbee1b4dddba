import { type CallToolResult, type InputRequiredResult, isInputRequiredResult } from '@modelcontextprotocol/server';
import { isRecord } from '../value/value.ts';
import type { Elicitation } from './call-context.ts';

/** Sends the question of an `elicitation/create` to the client, and answers what came back. */
export type Ask = (params: object) => Promise<unknown>;

/**
 * Makes a call for a server that knows no result with a question in it (version 1 of the SDK): the question is asked, and the
 * call made again with its answer.
 */
export async function answeringQuestions(
  ask: Ask,
  call: (elicitation: Elicitation) => Promise<CallToolResult | InputRequiredResult>,
): Promise<CallToolResult | InputRequiredResult> {
  const first = await call({ responses: undefined, state: undefined });
  if (!isInputRequiredResult(first)) return first;
  const responses: Record<string, unknown> = {};
  try {
    for (const [name, request] of Object.entries(first.inputRequests ?? {}))
      if (isRecord(request) && isRecord(request.params)) responses[name] = await ask(request.params);
  } catch {
    // The client gave up, or its answer was none.
    return UNANSWERED;
  }
  const second = await call({ responses, state: first.requestState });
  return isInputRequiredResult(second) ? UNANSWERED : second;
}

const UNANSWERED: CallToolResult = {
  content: [{ type: 'text', text: 'Nothing was done: the user was asked and gave no answer.' }],
  isError: true,
};
