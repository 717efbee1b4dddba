import { type Library, type ProgramTarget, textOf } from './library.ts';

/** What is used of `@ai-sdk/mcp`: told here, for the package is not there in a plain checkout. */
interface Module {
  readonly createMCPClient: (config: { transport: unknown; clientName: string }) => Promise<{
    readonly tools: () => Promise<Readonly<Record<string, AiTool>>>;
    readonly close: () => Promise<void>;
  }>;
}

interface AiTool {
  readonly execute: (
    args: unknown,
    options: { toolCallId: string; messages: [] },
  ) => Promise<{ isError?: boolean; content: { type: string; text?: string }[] }>;
}

interface StdioModule {
  readonly StdioMCPTransport: new (program: ProgramTarget & { stderr: 'ignore' }) => unknown;
}

const needs = '@ai-sdk/mcp';

/** The AI SDK's client; a tool is called as its agent loop does, through `execute`. */
export const aiSdk: Library = {
  name: needs,
  needs,
  connect: async (target) => {
    const { createMCPClient }: Module = await import(needs);
    const { StdioMCPTransport }: StdioModule = await import(`${needs}/mcp-stdio`);
    const transport =
      'url' in target ? { type: 'http', url: target.url } : new StdioMCPTransport({ ...target, stderr: 'ignore' });
    const client = await createMCPClient({ transport, clientName: 'compat' });
    return {
      list: async () => Object.keys(await client.tools()),
      call: async (name, args) => {
        const tool = (await client.tools())[name];
        if (tool === undefined) throw new Error(`${needs} has no tool ${name}`);
        const { isError = false, content } = await tool.execute(args, { toolCallId: '1', messages: [] });
        return { isError, text: textOf(content) };
      },
      [Symbol.asyncDispose]: () => client.close(),
    };
  },
};
