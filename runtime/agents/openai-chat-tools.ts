import type { AgentOptions } from './agent-options.ts';
import { type AgentCallOptions, type AgentTools, agentTools } from './agent-tools.ts';
import { type FunctionTool, functionTools } from './function-tools.ts';
import { textFor } from './parts-for.ts';
import { sideBySide } from './side-by-side.ts';

/** A function of the Chat Completions API. */
export interface OpenaiChatTool {
  type: 'function';
  function: {
    -readonly [Key in keyof FunctionTool]: FunctionTool[Key];
  };
}

/** What a call came to, as the next messages take it. */
export interface OpenaiChatAnswer {
  role: 'tool';
  tool_call_id: string;
  content: string;
}

/** The tools of an API for Chat Completions. */
export interface OpenaiChatTools extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of a request. */
  readonly tools: OpenaiChatTool[];
  /** Answers all calls of a message, side by side: the next messages, none where nothing was called. */
  readonly answer: (
    message: { readonly tool_calls?: readonly { readonly id: string; readonly type: string }[] | null | undefined },
    options?: Pick<AgentCallOptions, 'signal'>,
  ) => Promise<OpenaiChatAnswer[]>;
}

/** The tools of an API for Chat Completions, of OpenAI and of all who speak that protocol; throws as {@link agentTools}. */
export async function openaiChatTools(options: AgentOptions): Promise<OpenaiChatTools> {
  const { tools, instructions, call } = functionTools(await agentTools(options));
  return {
    instructions,
    call,
    tools: tools.map((tool) => ({ type: 'function', function: tool })),
    answer: ({ tool_calls }, { signal } = {}) =>
      sideBySide((tool_calls ?? []).filter(isCall), async ({ id, function: called }) => ({
        role: 'tool' as const,
        tool_call_id: id,
        content: textFor(await call(called.name, called.arguments, { signal })),
      })),
  };
}

interface Call {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

function isCall(call: { readonly type: string }): call is Call {
  return call.type === 'function';
}
