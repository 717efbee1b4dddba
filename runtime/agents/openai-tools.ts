import type { CatalogInputSchema } from '../catalog/catalog.ts';
import type { AgentOptions } from './agent-options.ts';
import { type AgentCallOptions, type AgentTools, agentTools } from './agent-tools.ts';
import { functionTools } from './function-tools.ts';
import { type PartForms, textOrParts } from './parts-for.ts';
import { sideBySide } from './side-by-side.ts';

/** A function of the Responses API. */
export interface OpenaiTool {
  type: 'function';
  name: string;
  description: string;
  parameters: CatalogInputSchema;
  /** True where the schema has a strict form. */
  strict: boolean;
}

/** What a call came to, as the next input takes it. */
export interface OpenaiCallOutput {
  type: 'function_call_output';
  call_id: string;
  output: string | OpenaiPart[];
}

/** A part of an output: text, a picture, a file. */
export type OpenaiPart =
  | { type: 'input_text'; text: string }
  | { type: 'input_image'; detail: 'auto'; image_url: string }
  | { type: 'input_file'; filename: string; file_data: string };

/** The tools of an API for the Responses API of OpenAI. */
export interface OpenaiTools extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of a request. */
  readonly tools: OpenaiTool[];
  /** Answers all calls among a response's output, side by side: more items of the next input, none where nothing was called. */
  readonly answer: (
    output: readonly { readonly type: string }[],
    options?: Pick<AgentCallOptions, 'signal'>,
  ) => Promise<OpenaiCallOutput[]>;
}

/** The tools of an API for OpenAI's Responses API; throws as {@link agentTools}. */
export async function openaiTools(options: AgentOptions): Promise<OpenaiTools> {
  const { tools, instructions, call } = functionTools(await agentTools(options));
  return {
    instructions,
    call,
    tools: tools.map((tool) => ({ type: 'function', ...tool })),
    answer: (output, { signal } = {}) =>
      sideBySide(output.filter(isCall), async (item) => ({
        type: 'function_call_output' as const,
        call_id: item.call_id,
        output: textOrParts(await call(item.name, item.arguments, { signal }), FORMS),
      })),
  };
}

interface Call {
  readonly type: 'function_call';
  readonly call_id: string;
  readonly name: string;
  readonly arguments: string;
}

function isCall(item: { readonly type: string }): item is Call {
  return item.type === 'function_call';
}

const FORMS: PartForms<OpenaiPart> = {
  text: (text) => ({ type: 'input_text', text }),
  image: ({ mimeType, data }) => ({
    type: 'input_image',
    detail: 'auto',
    image_url: `data:${mimeType};base64,${data}`,
  }),
  pdf: (data) => ({ type: 'input_file', filename: 'answer.pdf', file_data: `data:application/pdf;base64,${data}` }),
};
