import { Agent, type IncomingMessage, request } from 'node:http';
import { calls as sixCalls } from '../gateway-load/calls.ts';

/** What a load came to. */
interface Loaded {
  /** Milliseconds of each request. */
  readonly times: readonly number[];
  /** Requests that had no good answer. */
  readonly failures: number;
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
}

/** Clients of an MCP server over HTTP: requests as they are, so that a client's time is the same for all. */
export interface McpLoad extends Disposable {
  /** So many calls by so many clients, each of which waits for an answer before it calls again. */
  readonly call: (options: { readonly clients: number; readonly count: number }) => Promise<Loaded>;
  /** One client that asks for the list so often. */
  readonly list: (count: number) => Promise<Loaded>;
  /** Bytes of the body of a list as they come, for a client that takes these encodings. */
  readonly listBytes: (encodings?: string) => Promise<number>;
}

const REVISION = '2026-07-28';
const META = {
  'io.modelcontextprotocol/protocolVersion': REVISION,
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'load', version: '1' },
};

/** Clients of the server at a URL, in the revision in which every request stands alone. */
export function createMcpLoad(url: string, { calls = sixCalls }: { calls?: typeof sixCalls } = {}): McpLoad {
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, params: { readonly name?: string }, encodings?: string) =>
    post(url, agent, { method, params, encodings });

  async function repeat(clients: number, count: number, ask: (turn: number) => Promise<boolean>): Promise<Loaded> {
    const times: number[] = [];
    let failures = 0;
    let next = 0;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (next < count) {
          const turn = next;
          next += 1;
          const sent = performance.now();
          const isGood = await ask(turn);
          times.push(performance.now() - sent);
          if (!isGood) failures += 1;
        }
      }),
    );
    return { times, failures, seconds: (performance.now() - began) / 1000 };
  }

  return {
    call: ({ clients, count }) =>
      repeat(clients, count, async (turn) => {
        const [name, args] = calls[turn % calls.length] ?? ['', {}];
        const { status, body } = await send('tools/call', { name, ...{ arguments: args } });
        return status === 200 && body.includes('"content"') && !body.includes('"isError":true');
      }),
    list: (count) =>
      repeat(1, count, async () => {
        const { status, body } = await send('tools/list', {});
        return status === 200 && body.includes('"tools"');
      }),
    listBytes: async (encodings) => {
      const { status, body } = await send('tools/list', {}, encodings);
      if (status !== 200) throw new Error(`tools/list was answered with ${status}`);
      return body.length;
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

async function post(
  url: string,
  agent: Agent,
  { method, params, encodings }: { method: string; params: { readonly name?: string }; encodings: string | undefined },
): Promise<{ readonly status: number; readonly body: Buffer }> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: META } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': REVISION,
    'mcp-method': method,
    ...(params.name !== undefined && { 'mcp-name': params.name }),
    ...(encodings !== undefined && { 'accept-encoding': encodings }),
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, resolve).on('error', reject).end(body);
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode ?? 0, body: Buffer.concat(parts) };
}
