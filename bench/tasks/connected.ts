import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** What is done with a client of the MCP server at `url`, which is closed then; `fetch` reaches a server of this process. */
export async function connected<Result>(
  url: string,
  use: (client: Client) => Promise<Result>,
  fetch?: typeof globalThis.fetch,
): Promise<Result> {
  const client = new Client({ name: 'tasks', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), fetch && { fetch }));
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
