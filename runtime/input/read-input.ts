import type { PreparedArguments } from '../search/prepare-arguments.ts';
import type { Tool } from '../tool/tool.ts';
import { checkArguments } from './check-arguments.ts';
import { type ReadingContext, repairArguments } from './repair-arguments.ts';

/** A validated input, and what was repaired and what to know about the results. */
export interface ReadInput extends Pick<PreparedArguments, 'repairs' | 'hints'> {
  readonly input: Record<string, unknown>;
}

/** The validated input alone, as {@link readArguments} reads it. */
export function readInput(tool: Tool, raw: unknown): Record<string, unknown> {
  return readArguments(tool, raw).input;
}

/** A tool's arguments repaired and then checked, as a client does; throws {@link InputError} with a line per problem. */
export function readArguments(tool: Tool, raw: unknown, context?: ReadingContext): ReadInput {
  const { input, ...notes } = repairArguments(tool, raw, context);
  return { input: checkArguments(tool, input), ...notes };
}
