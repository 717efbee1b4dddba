import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { McpServerOptions } from '../../runtime/mcp/index.ts';
import { serveHttp } from '../../runtime/mcp/node.ts';
import { nora } from '../support/people.ts';
import { type Recorder, record, TOKEN } from '../support/recorder.ts';

/** All of Intercom's tools over HTTP, in front of a stand-in that answers every request with an admin. */
export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly upstream: Recorder;
}

/** Serves all of Intercom's tools on a free loopback port. */
export async function serveIntercom(options: Partial<McpServerOptions> = {}): Promise<Served> {
  const upstream = await record(() => ({ body: { type: 'admin', ...nora } }));
  const client = createClient({ token: TOKEN, baseUrl: upstream.url });
  const server = await serveHttp({ ...intercom, client, ...options });
  const dispose = async () => {
    await server.close(0);
    await upstream[Symbol.asyncDispose]();
  };
  return { url: server.url, upstream, [Symbol.asyncDispose]: dispose };
}
