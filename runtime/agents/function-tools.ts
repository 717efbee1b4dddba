import type { CatalogInputSchema } from '../catalog/catalog.ts';
import { ConfigError } from '../value/errors.ts';
import type { AgentTools } from './agent-tools.ts';
import { dropNulls } from './drop-nulls.ts';
import { strictSchema } from './strict-schema.ts';

/** A tool as OpenAI's APIs define functions. */
export interface FunctionTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: CatalogInputSchema;
  readonly strict: boolean;
}

/** Tools as functions. */
export interface FunctionTools extends Omit<AgentTools, 'tools'> {
  readonly tools: readonly FunctionTool[];
}

/** Tools that a request to OpenAI may list (`array_above_max_length`). */
const MOST_TOOLS = 128;

/** Tools as functions whose arguments come as JSON text, in strict mode where a schema allows it; throws {@link ConfigError} for more than OpenAI takes. */
export function functionTools({ tools, call, needsApproval, ...rest }: AgentTools): FunctionTools {
  if (tools.length > MOST_TOOLS)
    throw new ConfigError(
      `These are ${tools.length} tools, and OpenAI takes at most ${MOST_TOOLS} in a request.`,
      'Keep those that are needed with filter, or show few that find all others: mode "discovery" or "code".',
    );
  const strict = new Map<string, CatalogInputSchema>();
  const functions = tools.map(({ name, description, inputSchema }) => {
    const parameters = strictSchema(inputSchema);
    if (parameters !== undefined) strict.set(name, inputSchema);
    return { name, description, parameters: parameters ?? inputSchema, strict: parameters !== undefined };
  });
  const read = (name: string, args: unknown) => {
    const schema = strict.get(name);
    const given = parsed(args);
    return schema === undefined ? given : dropNulls(given, schema);
  };
  return {
    ...rest,
    tools: functions,
    call: (name, args, options) => call(name, read(name, args), options),
    needsApproval: (name, args) => needsApproval(name, read(name, args)),
  };
}

/** Arguments as they are written; what is no JSON is handed on, and refused with what is wrong. A function without arguments gets an empty text. */
function parsed(args: unknown): unknown {
  if (typeof args !== 'string') return args;
  if (args.trim() === '') return {};
  try {
    return JSON.parse(args);
  } catch {
    return args;
  }
}
