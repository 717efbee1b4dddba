import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** A sandbox that listens on this machine. */
export interface ListeningSandbox extends AsyncDisposable {
  /** Its address without a slash at the end: `INTERCOM_BASE_URL` of a client. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a sandbox on the loopback interface; a port of 0, the default, takes a free one. Rejects where it cannot listen. */
export async function listenSandbox(
  sandbox: { readonly fetch: typeof fetch },
  { port = 0 }: { port?: number } = {},
): Promise<ListeningSandbox> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: (request) => sandbox.fetch(request), port, hostname: '127.0.0.1' }, () =>
      resolve(starting),
    );
    starting.once('error', reject);
  });
  // It listens on an address with a port, which a pipe would not have.
  const { port: bound } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${bound}`, close, [Symbol.asyncDispose]: close };
}
