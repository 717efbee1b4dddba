import { createServer, type IncomingMessage } from 'node:http';
import { createSandbox } from '../../sandbox/index.ts';

// Plays Intercom in a process of its own, and takes next to nothing for it: an answer of the sample workspace is kept and
// given again to whoever asks the same. Prints its address; ends with its input.

interface Kept {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const sandbox = createSandbox({ rateLimit: 1e9 });
const answers = new Map<string, Promise<Kept>>();

const server = createServer((request, response) => {
  answer(request).then(
    ({ status, headers, body }) => response.writeHead(status, headers).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
// Calls are made for longer than Node keeps a connection that waits.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});
process.stdin.resume().on('end', () => process.exit(0));

async function answer(request: IncomingMessage): Promise<Kept> {
  const { method = 'GET', url = '/' } = request;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const key = `${method} ${url} ${body}`;
  const kept = answers.get(key) ?? ask(method, url, body);
  answers.set(key, kept);
  return await kept;
}

async function ask(method: string, url: string, body: Buffer): Promise<Kept> {
  const response = await sandbox.fetch(
    new Request(new URL(url, 'http://127.0.0.1'), {
      method,
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json', accept: 'application/json' },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    }),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = {
    'content-type': response.headers.get('content-type') ?? 'application/json',
    'content-length': String(bytes.length),
  };
  return { status: response.status, headers, body: bytes };
}
