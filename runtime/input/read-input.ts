import type * as z from 'zod';
import type { PreparedArguments } from '../search/prepare-arguments.ts';
import type { Tool } from '../tool/tool.ts';
import { checkArguments } from './check-arguments.ts';
import { type ReadingContext, repairArguments } from './repair-arguments.ts';

/** A validated input, and what was repaired and what to know about the results. */
export interface ReadInput<Input extends z.ZodObject> extends Pick<PreparedArguments, 'repairs' | 'hints'> {
  readonly input: z.output<Input>;
}

/** The validated input alone, as {@link readArguments} reads it. */
export function readInput<Input extends z.ZodObject, Output>(tool: Tool<Input, Output>, raw: unknown): z.output<Input> {
  return readArguments(tool, raw).input;
}

/** A tool's arguments repaired and then checked, as a client does; throws {@link InputError} with a line per problem. */
export function readArguments<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  raw: unknown,
  context?: ReadingContext,
): ReadInput<Input> {
  const { input, ...notes } = repairArguments(tool, raw, context);
  return { input: checkArguments(tool, input), ...notes };
}
