import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of this machine that keeps the last request and answers an empty object. */
export interface Recorder extends AsyncDisposable {
  readonly address: string;
  /** The request that came since this was last asked. */
  readonly take: () => Request | undefined;
}

/** Starts a recorder on a free port of this machine. */
export async function startRecorder(): Promise<Recorder> {
  let last: Request | undefined;
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const { method = 'GET', url = '/', headers } = incoming;
      const body = Buffer.concat(parts);
      const own = Object.entries(headers).flatMap(([name, value]) =>
        typeof value === 'string' && !/^(?:connection|host|transfer-encoding|content-length)$/.test(name)
          ? [[name, value] as [string, string]]
          : [],
      );
      last = new Request(new URL(url, 'http://127.0.0.1'), {
        method,
        headers: own,
        ...(body.length > 0 && !/^(?:GET|HEAD)$/.test(method) && { body }),
      });
      outgoing.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    take: () => {
      const taken = last;
      last = undefined;
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
