import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the stand-in received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly version: string | undefined;
  readonly body: unknown;
}

/**
 * Stands in for Intercom on this machine, so that an example runs without an account: answers each `METHOD /path` with
 * the given JSON and keeps what it received.
 */
export async function standIn(answers: Readonly<Record<string, unknown>>) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const { method = '', url = '', headers } = request;
    received.push({
      method,
      url,
      version: headers['intercom-version']?.toString(),
      body: text === '' ? undefined : JSON.parse(text),
    });
    const answer = answers[`${method} ${url.split('?')[0]}`];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer ?? { type: 'error.list', errors: [{ code: 'not_found', message: `${method} ${url}` }] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, received, close: () => server.close() };
}
