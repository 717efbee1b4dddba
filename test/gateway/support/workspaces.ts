import * as z from 'zod';
import { createSandbox, listenSandbox } from '../../../sandbox/index.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { type Answer, modernRequest, readAnswer } from '../../support/mcp-post.ts';
import type { GatewayProcess } from './process.ts';

/** The contact that calls ask for; in each workspace it has another name. */
const { amara } = cast.contacts;

/** How MCP requests are written: the revision 2026-07-28, or one of those before it. */
export type Era = 'modern' | 'legacy';

/** A workspace that listens and knows which calls reached it. */
export interface Workspace extends AsyncDisposable {
  readonly url: string;
  /** The name of its contact, which no other workspace has. */
  readonly name: string;
  /** Ids of its answers by the number of the call that they answer: one each, unless a call was sent twice. */
  readonly answered: ReadonlyMap<number, readonly string[]>;
  /** Resolves once so many requests of calls have come. */
  readonly reached: (count: number) => Promise<void>;
}

/** A sample workspace; an answer to a call waits until `release` resolves. */
export async function listenWorkspace(name: string, release?: Promise<void>): Promise<Workspace> {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  await sandbox.fetch(`http://sandbox.test/contacts/${amara}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  const answered = new Map<number, string[]>();
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  let came = 0;
  const answer = async (request: Request): Promise<Response> => {
    const [, number] = /call-(\d+)@/.exec(await request.clone().text()) ?? [];
    if (number === undefined) return sandbox.fetch(request);
    came += 1;
    for (const one of waiting) if (came >= one.count) one.resolve();
    await release;
    const response = await sandbox.fetch(request);
    const ids = answered.get(Number(number)) ?? [];
    answered.set(Number(number), [...ids, response.headers.get('x-request-id') ?? '']);
    return response;
  };
  const listening = await listenSandbox({
    ...sandbox,
    // What listens hands over a request and nothing else.
    fetch: (request) => answer(request as Request),
  });
  return {
    url: listening.url,
    name,
    answered,
    reached: (count) =>
      new Promise((resolve) => {
        if (came >= count) resolve();
        else waiting.add({ count, resolve });
      }),
    [Symbol.asyncDispose]: listening.close,
  };
}

/** Connects a workspace through a gateway; answers the id of the account. */
export async function connect({ api }: Pick<GatewayProcess, 'api'>, region: string): Promise<string> {
  const { status, body } = await api('POST', '/integrated-account', { region, access_token: 'sandbox' });
  if (status !== 201) throw new Error(`not connected: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** An MCP server that was created. */
export interface Made {
  readonly id: string;
  readonly token: string;
  /** Its path under the integrated accounts of the API. */
  readonly path: string;
}

/** Creates a server through a gateway. */
export async function createThrough(
  { api }: Pick<GatewayProcess, 'api'>,
  accountId: string,
  config: object = {},
): Promise<Made> {
  const path = `/integrated-account/${accountId}/mcp`;
  const { status, body } = await api('POST', path, { name: 'Support', config });
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return { id: body.id, token: body.token, path: `${path}/${body.id}` };
}

/** What a call was answered with. */
export interface Called {
  readonly status: number;
  /** The names of the contacts that it found; undefined where it was answered with none or not to its end. */
  readonly names: readonly string[] | undefined;
  /** Whether its connection was kept for more requests. */
  readonly isKept: boolean;
}

/** A search for the one contact, which `number` makes different from all others. */
export function search(number: number) {
  return {
    name: 'list_all_intercom_search_contacts',
    arguments: {
      query: {
        operator: 'OR',
        value: [
          { field: 'id', operator: '=', value: amara },
          { field: 'email', operator: '=', value: `call-${number}@nobody.example` },
        ],
      },
    },
  };
}

interface Target {
  readonly through: Pick<GatewayProcess, 'url'>;
  readonly token: string;
  readonly era?: Era;
  readonly bearer?: string | undefined;
}

/** Sends one MCP request to a server through a gateway. */
export function send({ through, token, era = 'modern', bearer }: Target, method: string, params: object) {
  const url = `${through.url}/mcp/${token}`;
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  if (era === 'modern') return fetch(modernRequest(method, params, { url, headers }));
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-06-18',
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
}

/** Calls a tool for the workspace's contact; the number tells this call from all others. */
export async function call(target: Target, number: number): Promise<Called> {
  const answer = await readAnswer(await send(target, 'tools/call', search(number)));
  const isKept = answer.headers.get('connection') !== 'close';
  return { status: answer.status, names: namesOf(answer), isKept };
}

const found = z.object({ result: z.array(z.object({ name: z.string() })) });

/** The names of the contacts in the answer of a call, and not those that stand beside the ids in them; undefined where there is none. */
export function namesOf({ message }: Answer): string[] | undefined {
  const content = message.result?.content;
  if (message.result?.isError === true || !Array.isArray(content)) return undefined;
  return found.parse(JSON.parse(String(content[0]?.text))).result.map(({ name }) => name);
}
