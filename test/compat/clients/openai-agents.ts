import { type Library, type ProgramTarget, textOf } from './library.ts';

/** What is used of `@openai/agents`: told here, for the package is not there in a plain checkout. */
interface Module {
  readonly MCPServerStdio: new (options: ProgramTarget) => McpServer;
  readonly MCPServerStreamableHttp: new (options: { url: string }) => McpServer;
  readonly getAllMcpTools: (options: {
    mcpServers: McpServer[];
    convertSchemasToStrict: boolean;
  }) => Promise<{ name: string }[]>;
}

interface McpServer {
  readonly connect: () => Promise<void>;
  readonly callToolResult: (
    name: string,
    args: Record<string, unknown>,
  ) => Promise<{ isError?: boolean; content: { type: string; text?: string }[] }>;
  readonly close: () => Promise<void>;
}

const needs = '@openai/agents';

/** OpenAI's agents; the list is what its agent gets: function tools. */
export const openaiAgents: Library = {
  name: needs,
  needs,
  connect: async (target) => {
    // Read at import: without it, traces would go to OpenAI.
    process.env.OPENAI_AGENTS_DISABLE_TRACING = '1';
    const { MCPServerStdio, MCPServerStreamableHttp, getAllMcpTools }: Module = await import(needs);
    const server = 'url' in target ? new MCPServerStreamableHttp(target) : new MCPServerStdio(target);
    await server.connect();
    return {
      list: async () => {
        const tools = await getAllMcpTools({ mcpServers: [server], convertSchemasToStrict: false });
        return tools.map(({ name }) => name);
      },
      call: async (name, args) => {
        const { isError = false, content } = await server.callToolResult(name, args);
        return { isError, text: textOf(content) };
      },
      [Symbol.asyncDispose]: () => server.close(),
    };
  },
};
