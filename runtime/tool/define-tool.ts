import type { Tool, ToolRequest } from './tool.ts';

/** A schema of Zod's, as far as its type is needed. */
interface Checking {
  readonly '~standard': Tool['input']['~standard'];
  readonly _zod: { readonly output: unknown };
}

/** A tool as it is written down: `input` makes its schema when it is first needed, `request` takes what that has checked. */
type ToolDefinition<Schema extends Checking> = Omit<Tool, 'input' | 'request' | 'output' | 'complete'> & {
  readonly input: () => Schema;
  readonly request: (input: Schema['_zod']['output']) => ToolRequest;
};

/**
 * A tool whose arguments and answers have the types that it is declared with: what callers may write is more than what its
 * schema, which says what is sent, accepts.
 */
export function defineTool<Schema extends Checking, Input, Output, Complete>(
  definition: ToolDefinition<Schema>,
): Tool<Input, Output, Complete>;
// A bundle leaves out the tools that nobody imports.
/* @__NO_SIDE_EFFECTS__ */
export function defineTool({ input, ...rest }: { readonly input: () => object }): object {
  let schema: object | undefined;
  return {
    ...rest,
    get input() {
      schema ??= input();
      return schema;
    },
  };
}
