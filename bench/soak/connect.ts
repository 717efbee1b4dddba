import { Client as ModernClient, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import {
  CallToolResultSchema,
  Client as LegacyClient,
  StreamableHTTPClientTransport as LegacyHttp,
  type Transport,
} from '../../test/judges/legacy-sdk.ts';

/** What HTTP last said to a client, which tells its errors apart better than their words. */
export interface Seen {
  status: number;
  hasRetryAfter: boolean;
}

/** An official client that is connected to a server of the gateway. */
export interface Connected {
  readonly list: () => Promise<number>;
  /** Calls a tool; answers the text of an error that the tool answered. */
  readonly call: (name: string, args: Record<string, unknown>, signal?: AbortSignal) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

const info = { name: 'soak', version: '1' };

/** Connects an official client of an era, and keeps in `seen` what HTTP answers it. */
export async function connect(url: string, era: 'modern' | 'legacy', seen: Seen): Promise<Connected> {
  const watched: typeof fetch = async (input, init) => {
    Object.assign(seen, { status: 0, hasRetryAfter: false });
    const response = await fetch(input, init);
    // The stream that clients of the older era ask for beside their calls is refused, and that is no news.
    if (response.status !== 405)
      Object.assign(seen, { status: response.status, hasRetryAfter: response.headers.has('retry-after') });
    return response;
  };
  return era === 'modern' ? modern(new URL(url), watched) : legacy(new URL(url), watched);
}

async function modern(url: URL, watched: typeof fetch): Promise<Connected> {
  const client = new ModernClient(info, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(url, { fetch: watched }));
  return {
    list: async () => (await client.listTools()).tools.length,
    call: async (name, args, signal) =>
      errorOf(await client.callTool({ name, arguments: args }, signal === undefined ? {} : { signal })),
    close: () => client.close(),
  };
}

async function legacy(url: URL, watched: typeof fetch): Promise<Connected> {
  const client = new LegacyClient(info);
  // Its `sessionId?: string` is a `string | undefined`, which exact optional properties tell apart.
  await client.connect(new LegacyHttp(url, { fetch: watched }) as unknown as Transport);
  return {
    list: async () => (await client.listTools()).tools.length,
    call: async (name, args, signal) =>
      errorOf(await client.callTool({ name, arguments: args }, undefined, signal === undefined ? {} : { signal })),
    close: () => client.close(),
  };
}

function errorOf(result: unknown): string | undefined {
  const { isError, content } = CallToolResultSchema.parse(result);
  if (isError !== true) return undefined;
  return content.map((part) => (part.type === 'text' ? part.text : part.type)).join(' ');
}
