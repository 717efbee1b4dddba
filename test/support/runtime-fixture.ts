import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { type ClientOptions, createClient } from '../../intercom/client.ts';
import type { Client } from '../../runtime/client.ts';
import { type Pagination, path, type Tool } from '../../runtime/tool/tool.ts';

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the recorder answers: an object becomes JSON, text and bytes are sent as they are. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Recorder extends AsyncDisposable {
  readonly url: string;
  readonly requests: Recorded[];
  readonly client: Client;
  /** A client of the recorder with other settings. */
  readonly connect: (options?: Partial<ClientOptions>) => Client;
}

export const TOKEN = 'dG9rOmNhbmFyeV8xMjM0NTY3ODkw';

/** Starts an HTTP server on a free loopback port that keeps every request and answers as told; no answer for `undefined`. */
export async function record(answer: (request: Recorded) => Reply | undefined): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://recorder');
    const { method = '', headers } = incoming;
    const request = { method, pathname, query, headers, body: Buffer.concat(chunks).toString() };
    requests.push(request);
    const reply = answer(request);
    if (reply !== undefined) send(response, reply);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  const connect = (options: Partial<ClientOptions> = {}) => createClient({ token: TOKEN, baseUrl: url, ...options });
  return {
    url,
    requests,
    client: connect(),
    connect,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined;
  response.writeHead(status, { 'content-type': raw ? 'text/plain' : 'application/json', ...headers });
  response.end(raw ? body : JSON.stringify(body));
}

const id = z.union([z.string(), z.int()]);
const base = { title: '', description: '', tags: ['things'], destructive: false, response: 'json' } as const;

const getInput = z.strictObject({
  thing_id: id,
  state: z.enum(['open', 'closed']).optional(),
  parts: z.array(z.string()).optional(),
  flag: z.boolean().nullish(),
});

export const getThing: Tool<typeof getInput, { id: string }> = {
  ...base,
  name: 'get_thing',
  class: 'get',
  access: 'read',
  method: 'GET',
  input: getInput,
  alias: 'thing_id',
  request: ({ thing_id, ...query }) => ({ path: path`/things/${thing_id}`, query }),
};

const replyInput = z.strictObject({ thing_id: id, admin_id: id, body: z.string().min(1).optional() });

export const replyToThing: Tool<typeof replyInput, { ok: boolean }> = {
  ...base,
  name: 'reply_to_thing',
  class: 'action',
  access: 'write',
  method: 'POST',
  input: replyInput,
  request: ({ thing_id, ...body }) => ({ path: path`/things/${thing_id}/reply`, body }),
};

const detachInput = z.strictObject({ thing_id: id, tag_id: id, admin_id: id.optional() });

export const detachTag: Tool<typeof detachInput, null> = {
  ...base,
  name: 'detach_tag',
  class: 'delete',
  access: 'write',
  destructive: true,
  method: 'DELETE',
  input: detachInput,
  response: 'none',
  request: ({ thing_id, tag_id, admin_id }) => ({
    path: path`/things/${thing_id}/tags/${tag_id}`,
    body: admin_id === undefined ? undefined : { admin_id },
  }),
};

const listInput = z.strictObject({
  limit: z.int().min(1).optional(),
  next_cursor: z.string().nullish(),
  filter: z.string().optional(),
});

/** A list tool that pages as told. */
export function listThings(pagination: Pagination, name = 'list_things'): Tool<typeof listInput, ThingPage> {
  return {
    ...base,
    name,
    class: 'list',
    access: 'read',
    method: pagination.in?.startsWith('body') ? 'POST' : 'GET',
    input: listInput,
    pagination,
    request: ({ filter, ...rest }) => {
      if (Object.keys(rest).length > 0) throw new Error('paging fields must not arrive here');
      return pagination.in?.startsWith('body')
        ? { path: '/things/search', body: { query: filter ?? null } }
        : { path: '/things', query: { filter } };
    },
  };
}

export interface ThingPage {
  readonly result: readonly number[];
  readonly next_cursor: string | null;
  readonly [extra: string]: unknown;
}
