import { type Library, type ProgramTarget, textOf } from './library.ts';

/** What is used of `@langchain/mcp-adapters`: told here, for the package is not there in a plain checkout. */
interface Module {
  readonly MultiServerMCPClient: new (config: {
    mcpServers: Record<string, (ProgramTarget & { transport: 'stdio'; stderr: 'ignore' }) | HttpServer>;
  }) => { readonly getTools: () => Promise<LangChainTool[]>; readonly close: () => Promise<void> };
}

interface HttpServer {
  readonly transport: 'http';
  readonly url: string;
  readonly automaticSSEFallback: false;
}

interface LangChainTool {
  readonly name: string;
  readonly invoke: (args: unknown) => Promise<string | { type: string; text?: string }[]>;
}

const needs = '@langchain/mcp-adapters';

/** LangChain's adapters; a failed call is a rejection there, whose message holds the tool's text. */
export const langchain: Library = {
  name: needs,
  needs,
  connect: async (target) => {
    // Read at the first call: with them, runs would go to LangSmith.
    process.env.LANGSMITH_TRACING = 'false';
    process.env.LANGCHAIN_TRACING_V2 = 'false';
    const { MultiServerMCPClient }: Module = await import(needs);
    const intercom =
      'url' in target
        ? ({ transport: 'http', automaticSSEFallback: false, ...target } as const)
        : ({ transport: 'stdio', stderr: 'ignore', ...target } as const);
    const client = new MultiServerMCPClient({ mcpServers: { intercom } });
    const tools = await client.getTools();
    return {
      list: async () => tools.map(({ name }) => name),
      call: async (name, args) => {
        const tool = tools.find((candidate) => candidate.name === name);
        if (tool === undefined) throw new Error(`${needs} has no tool ${name}`);
        try {
          const answer = await tool.invoke(args);
          return { isError: false, text: typeof answer === 'string' ? answer : textOf(answer) };
        } catch (error) {
          return { isError: true, text: error instanceof Error ? error.message : String(error) };
        }
      },
      [Symbol.asyncDispose]: () => client.close(),
    };
  },
};
