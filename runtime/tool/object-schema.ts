import type * as z from 'zod/mini';
import type { Tool } from './tool.ts';

/** An object as Zod checks it, in its usual or its small edition. */
export interface ObjectSchema extends z.core.$ZodObject {
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
  readonly safeParse: (value: unknown) => z.core.util.SafeParseResult<Record<string, unknown>>;
}

/** What Zod knows of a tool's arguments; throws a TypeError for an input that Zod did not make. */
export function objectSchema({ input }: Pick<Tool, 'input'>): ObjectSchema {
  if (isObjectSchema(input)) return input;
  throw new TypeError("The input of a tool must be a strictObject of Zod's.");
}

function isObjectSchema(input: unknown): input is ObjectSchema {
  return typeof input === 'object' && input !== null && '_zod' in input && 'shape' in input && 'safeParse' in input;
}
