import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { at } from './workspace.ts';

/** What a model reads before it begins: the server's instructions, and name, words and schema of each tool. */
export async function shownList(client: Client): Promise<string> {
  const { tools } = await client.listTools();
  const shown = tools.map(({ name, description, inputSchema }) => JSON.stringify({ name, description, inputSchema }));
  return ['Instructions of the server:', client.getInstructions() ?? '(none)', '', ...shown].join('\n');
}

/** What a model reads of a call, and whether the call or the program in it failed; rejects where the server is gone. */
export async function shownCall(
  client: {
    readonly callTool: (call: { name: string; arguments: Record<string, unknown> }) => Promise<CallToolResult>;
  },
  name: string,
  args: Record<string, unknown>,
): Promise<{ readonly shown: string; readonly failed: boolean }> {
  const answer = await client.callTool({ name, arguments: args });
  const content: readonly unknown[] = Array.isArray(answer.content) ? answer.content : [];
  const shown = content.map((part) => String(at(part, 'text') ?? JSON.stringify(part))).join('\n');
  return { shown, failed: answer.isError === true || saysFailure(shown) };
}

/** Some servers answer a failed program as any other, and say so in the first words. */
function saysFailure(shown: string): boolean {
  return /^\s*(?:\w*Error\b|(?:the )?(?:program|code|execution|script) (?:failed|threw|timed out))/i.test(
    shown.slice(0, 200),
  );
}
