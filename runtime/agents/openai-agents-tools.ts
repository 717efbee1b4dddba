import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { isRecord, isStrings } from '../value/value.ts';
import type { AgentOptions } from './agent-options.ts';
import { type AgentTools, agentTools } from './agent-tools.ts';
import { functionTools } from './function-tools.ts';
import { type PartForms, textOrParts } from './parts-for.ts';

/** A function tool of OpenAI's Agents SDK. */
export interface OpenaiAgentsTool {
  type: 'function';
  name: string;
  description: string;
  parameters: OpenaiAgentsParameters;
  strict: boolean;
  invoke: (
    context: unknown,
    input: string,
    details?: { readonly signal?: AbortSignal },
  ) => Promise<string | OpenaiAgentsPart[]>;
  /** True for a call that `confirm` names, where nothing is asked by `agree`. */
  needsApproval: (context: unknown, input: unknown) => Promise<boolean>;
  isEnabled: () => Promise<boolean>;
}

/** Parameters as that SDK types them. */
export interface OpenaiAgentsParameters extends CatalogInputSchema {
  readonly type: 'object';
  properties: Record<string, unknown>;
  required: string[];
  additionalProperties: false;
}

/** A part of an output: text, a picture, a file. */
export type OpenaiAgentsPart =
  | { type: 'text'; text: string }
  | { type: 'image'; image: { data: string; mediaType: string } }
  | { type: 'file'; file: { data: string; mediaType: string; filename: string } };

/** The tools of an API for OpenAI's Agents SDK. */
export interface OpenaiAgentsTools extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of an agent. */
  readonly tools: OpenaiAgentsTool[];
}

/** The tools of an API for `@openai/agents`; without `agree` a run is interrupted for the approval of calls that `confirm` names. Throws as {@link agentTools}. */
export async function openaiAgentsTools(options: AgentOptions): Promise<OpenaiAgentsTools> {
  const { tools, instructions, call, needsApproval } = functionTools(await agentTools(options, { asksItself: true }));
  return {
    instructions,
    call,
    tools: tools.map(({ name, description, parameters, strict }) => ({
      type: 'function',
      name,
      description,
      parameters: closed(parameters),
      strict,
      invoke: async (_, input, details) =>
        textOrParts(
          await call(name, input, { signal: details?.signal, isApproved: needsApproval(name, input) }),
          FORMS,
        ),
      needsApproval: async (_, input) => needsApproval(name, input),
      isEnabled: async () => true,
    })),
  };
}

function closed({ properties, required, ...schema }: CatalogInputSchema): OpenaiAgentsParameters {
  return {
    ...schema,
    properties: isRecord(properties) ? properties : {},
    required: isStrings(required) ? [...required] : [],
    additionalProperties: false,
  };
}

const FORMS: PartForms<OpenaiAgentsPart> = {
  text: (text) => ({ type: 'text', text }),
  image: ({ mimeType: mediaType, data }) => ({ type: 'image', image: { data, mediaType } }),
  pdf: (data) => ({ type: 'file', file: { data, mediaType: 'application/pdf', filename: 'answer.pdf' } }),
};
