import type { CatalogInputSchema } from '../catalog/catalog.ts';
import type { ToolAnswer } from '../mcp/call-for-model.ts';
import type { AgentOptions } from './agent-options.ts';
import { type AgentTool, type AgentTools, agentTools } from './agent-tools.ts';
import { type PartForms, textFor, textOrParts } from './parts-for.ts';

/** A tool of the AI SDK; what it brings is the whole answer, with rate limits and repairs in `meta`. */
export interface AiSdkTool {
  title: string;
  description: string;
  inputSchema: StandardSchema;
  execute: (input: unknown, options: { readonly abortSignal?: AbortSignal }) => Promise<ToolAnswer>;
  /** True for a call that `confirm` names, where nothing is asked by `agree`. */
  needsApproval: (input: unknown) => boolean;
  toModelOutput: (options: { readonly output: ToolAnswer }) => AiSdkOutput;
}

/** What a model is told of an answer. */
export type AiSdkOutput = { type: 'text' | 'error-text'; value: string } | { type: 'content'; value: AiSdkPart[] };

/** A part of an output: text, or a file. */
export type AiSdkPart =
  | { type: 'text'; text: string }
  | { type: 'file'; mediaType: string; data: { type: 'data'; data: string } };

/** A schema by the Standard Schema specification, which the SDK takes in place of its own. */
interface StandardSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: unknown };
    readonly jsonSchema: {
      readonly input: () => CatalogInputSchema;
      readonly output: () => CatalogInputSchema;
    };
  };
}

/** The tools of an API for the AI SDK. */
export interface AiSdkTools extends Pick<AgentTools, 'instructions' | 'call'> {
  /** For `tools` of `generateText`, `streamText` and agents. */
  readonly tools: Record<string, AiSdkTool>;
}

/** The tools of an API for the AI SDK (`ai`); without `agree` the SDK asks for the approval of calls that `confirm` names. Throws as {@link agentTools}. */
export async function aiSdkTools(options: AgentOptions): Promise<AiSdkTools> {
  const made = await agentTools(options, { asksItself: true });
  return {
    instructions: made.instructions,
    call: made.call,
    tools: Object.fromEntries(made.tools.map((tool) => [tool.name, toTool(tool, made)])),
  };
}

function toTool({ name, title, description, inputSchema }: AgentTool, { call, needsApproval }: AgentTools): AiSdkTool {
  return {
    title,
    description,
    inputSchema: asSchema(inputSchema),
    execute: (input, { abortSignal: signal }) => call(name, input, { signal, isApproved: needsApproval(name, input) }),
    needsApproval: (input) => needsApproval(name, input),
    toModelOutput: ({ output }) => toOutput(output),
  };
}

/**
 * The SDK's own kind of schema, by the symbol that all its copies share: it shows what is listed and checks nothing, which the call
 * does. What else it would take of a Standard Schema, it would close, objects of any keys as well.
 */
function asSchema(schema: CatalogInputSchema): StandardSchema {
  const jsonSchema = { input: () => structuredClone(schema), output: () => structuredClone(schema) };
  const standard = {
    version: 1,
    vendor: 'intercom-mcp-toolkit',
    validate: (value: unknown) => ({ value }),
    jsonSchema,
  } as const;
  return {
    '~standard': standard,
    [Symbol.for('vercel.ai.schema')]: true,
    jsonSchema: schema,
    validate: undefined,
  } as StandardSchema;
}

function toOutput(answer: ToolAnswer): AiSdkOutput {
  if (answer.isError) return { type: 'error-text', value: textFor(answer) };
  const value = textOrParts(answer, FORMS);
  return typeof value === 'string' ? { type: 'text', value } : { type: 'content', value };
}

const FORMS: PartForms<AiSdkPart> = {
  text: (text) => ({ type: 'text', text }),
  image: ({ mimeType: mediaType, data }) => ({ type: 'file', mediaType, data: { type: 'data', data } }),
  pdf: (data) => ({ type: 'file', mediaType: 'application/pdf', data: { type: 'data', data } }),
};
