import type * as z from 'zod';
import type { ToolAnswer } from '../mcp/call-for-model.ts';
import { showOnly } from '../mcp/show-only.ts';
import type { AgentOptions } from './agent-options.ts';
import { type AgentTools, agentTools } from './agent-tools.ts';
import { type PartForms, textOrParts } from './parts-for.ts';

/** Settings of {@link langchainTools}. */
export interface LangchainToolsOptions<Tool> extends AgentOptions {
  /** LangChain's function `tool`, of `langchain` or `@langchain/core/tools`: its agents want tools that it made. */
  readonly tool: (run: LangchainRun, fields: LangchainFields) => Tool;
}

/** What LangChain calls: answers the content for the model, and the whole answer as the artifact of the message. */
export type LangchainRun = (
  input: unknown,
  config?: { readonly signal?: AbortSignal | undefined },
) => Promise<[content: string | LangchainPart[], artifact: ToolAnswer]>;

/** What LangChain makes a tool of. */
export interface LangchainFields {
  name: string;
  description: string;
  schema: z.ZodType;
  responseFormat: 'content_and_artifact';
}

/** A part of a message: text, a picture, a file. */
export type LangchainPart = { type: 'text'; text: string } | { type: 'image' | 'file'; mimeType: string; data: string };

/** The tools of an API for LangChain. */
export interface LangchainTools<Tool> extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of `createAgent`, of a graph's `ToolNode`, and of `bindTools`. */
  readonly tools: Tool[];
}

/** The tools of an API for LangChain and LangGraph; throws as {@link agentTools}. */
export async function langchainTools<Tool>({
  tool: make,
  ...options
}: LangchainToolsOptions<Tool>): Promise<LangchainTools<Tool>> {
  const { tools, instructions, call } = await agentTools(options);
  return {
    instructions,
    call,
    tools: tools.map(({ name, description, inputSchema }) =>
      make(
        async (input, config) => {
          const answer = await call(name, input, { signal: config?.signal });
          return [textOrParts(answer, FORMS), answer];
        },
        { name, description, schema: showOnly(inputSchema), responseFormat: 'content_and_artifact' },
      ),
    ),
  };
}

const FORMS: PartForms<LangchainPart> = {
  text: (text) => ({ type: 'text', text }),
  image: ({ mimeType, data }) => ({ type: 'image', mimeType, data }),
  pdf: (data) => ({ type: 'file', mimeType: 'application/pdf', data }),
};
