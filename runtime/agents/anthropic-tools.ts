import type { CatalogInputSchema } from '../catalog/catalog.ts';
import type { ToolAnswer } from '../mcp/call-for-model.ts';
import { own } from '../value/value.ts';
import type { AgentOptions } from './agent-options.ts';
import { type AgentCallOptions, type AgentTool, type AgentTools, agentTools } from './agent-tools.ts';
import {
  type AnthropicToolSearch,
  type AnthropicToolSearchKind,
  anthropicToolSearch,
} from './anthropic-tool-search.ts';
import { type ImageType, partsFor, textFor } from './parts-for.ts';
import { sideBySide } from './side-by-side.ts';

/** Settings of {@link anthropicTools}. */
export interface AnthropicToolsOptions extends AgentOptions {
  /** Lets the model find tools by Anthropic's own tool search, by patterns or by words: all but a few are loaded when they are found. */
  readonly toolSearch?: AnthropicToolSearchKind | undefined;
}

/** A tool of the Messages API, which the SDK's tool runner can run as well. */
export interface AnthropicTool {
  readonly type: 'custom';
  readonly name: string;
  readonly description: string;
  readonly input_schema: CatalogInputSchema;
  readonly defer_loading?: true;
  readonly run: (
    input: unknown,
    context?: { readonly signal?: AbortSignal | null | undefined },
  ) => Promise<AnthropicPart[]>;
  readonly parse: (input: unknown) => unknown;
}

/** What a call came to, as the next user message takes it. */
export interface AnthropicToolResult {
  type: 'tool_result';
  tool_use_id: string;
  content: AnthropicPart[];
  is_error?: true;
}

/** A part of a result: text, a picture, a document. */
export type AnthropicPart =
  | { type: 'text'; text: string }
  | { type: 'image'; source: { type: 'base64'; media_type: ImageType; data: string } }
  | {
      type: 'document';
      source:
        | { type: 'text'; media_type: 'text/plain'; data: string }
        | { type: 'base64'; media_type: 'application/pdf'; data: string };
    };

/** The tools of an API for the Messages API of Anthropic. */
export interface AnthropicTools extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of a request, and of the SDK's tool runner. */
  readonly tools: (AnthropicTool | AnthropicToolSearch)[];
  /** Answers all calls among a message's parts, side by side: the content of the next user message, empty where nothing was called. */
  readonly answer: (
    content: readonly { readonly type: string }[],
    options?: Pick<AgentCallOptions, 'signal'>,
  ) => Promise<AnthropicToolResult[]>;
}

/** The tools of an API for the Anthropic SDK; throws as {@link agentTools}. */
export async function anthropicTools({ toolSearch, ...options }: AnthropicToolsOptions): Promise<AnthropicTools> {
  const search = anthropicToolSearch(toolSearch);
  const { tools, instructions, call } = await agentTools(options);
  return {
    instructions,
    call,
    tools: [...search, ...tools.map((tool) => toTool(tool, { call, isSearched: search.length > 0 }))],
    answer: (content, { signal } = {}) =>
      sideBySide(content.filter(isCall), async ({ id, name, input }): Promise<AnthropicToolResult> => {
        const answer = await call(name, input, { signal });
        const { isError } = answer;
        const result = { type: 'tool_result', tool_use_id: id, content: toParts(answer) } as const;
        return isError ? { ...result, is_error: true } : result;
      }),
  };
}

function toTool(
  { name, description, inputSchema, isAtHand }: AgentTool,
  { call, isSearched }: Pick<AgentTools, 'call'> & { readonly isSearched: boolean },
): AnthropicTool {
  return {
    type: 'custom',
    name,
    description,
    input_schema: inputSchema,
    ...(isSearched && !isAtHand && { defer_loading: true }),
    run: async (input, { signal } = {}) => {
      const answer = await call(name, input, { signal });
      // The runner takes an error's message for a result that is one.
      if (answer.isError) throw new Error(textFor(answer));
      return toParts(answer);
    },
    parse: (input) => input,
  };
}

interface Call {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** A call of a member of a toolset, such as a browser, is somebody else's. */
function isCall(part: { readonly type: string }): part is Call {
  return part.type === 'tool_use' && typeof own(part, 'toolset_name') !== 'string';
}

function toParts(answer: ToolAnswer): AnthropicPart[] {
  return partsFor<AnthropicPart>(answer, {
    text: (text) => ({ type: 'text', text }),
    document: (data) => ({ type: 'document', source: { type: 'text', media_type: 'text/plain', data } }),
    image: ({ mimeType: media_type, data }) => ({ type: 'image', source: { type: 'base64', media_type, data } }),
    pdf: (data) => ({ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data } }),
  });
}
