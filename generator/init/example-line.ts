import { exampleArguments } from '../../runtime/catalog/example-arguments.ts';
import type { PlannedTool } from '../plan/plan.ts';
import { portableSchema } from '../plan/portable-schema.ts';

/** What a shell takes as it stands, and a table of Markdown too. */
const PLAIN = /^[\w=.:,@+/-]+$/;

/**
 * A tool and its arguments as `intercom-mcp call` takes them: of the first of these tools whose arguments need no quotes, the
 * ones that must be given. Where all need quotes the first tool alone; empty where there is none.
 */
export function exampleLine(tools: readonly PlannedTool[]): string {
  for (const { names, inputSchema, cases } of tools) {
    const words = Object.entries(exampleArguments({ ...portableSchema(inputSchema), type: 'object' }, cases)).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    if (words.every((word) => PLAIN.test(word))) return [names.tool, ...words].join(' ');
  }
  return tools[0]?.names.tool ?? '';
}
