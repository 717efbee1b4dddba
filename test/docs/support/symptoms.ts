import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { listenNear } from '../../../cli/process/listen-near.ts';
import { findTool } from '../../../cli/workspace/find-tool.ts';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { longListWarning } from '../../../runtime/catalog/long-list.ts';
import { createHttpHandler } from '../../../runtime/mcp/index.ts';
import { createSandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { run } from '../../cli/support/run-line.ts';
import { testGateway } from '../../gateway/support/gateway.ts';
import { modernRequest } from '../../support/mcp-post.ts';
import { root } from './pages.ts';
import { toolOf } from './tool-of.ts';

const REPLY = { conversation_id: '104857392', message_type: 'comment', type: 'admin', body: 'x' };

/** Every text that the page of troubles shows, with what makes the program say it. */
export const symptoms: Readonly<Record<string, () => Promise<string>>> = {
  'intercom-mcp needs Node … or newer, and this is Node …': async () => readFileSync(`${root}/cli/main.ts`, 'utf8'),
  'There is no access token of Intercom to call with.': () => printed('call', 'getMe'),
  'No Intercom access token is set.': failing(() => createClient({ token: '' })),
  'The Intercom access token holds characters that no token has.': failing(() => createClient({ token: '"a b"' })),
  'Unknown region "…".': failing(() => createClient(JSON.parse('{"token":"x","region":"de"}'))),
  'The base URL is neither https nor http on this machine.': failing(() =>
    createClient({ token: 'x', baseUrl: 'http://intercom.example' }),
  ),
  'there is no tool "…".': failing(() => findTool('nope', intercom)),
  '… would do nothing: without --sandbox the tools call Intercom.': () => printed('serve', '--seed', '3'),
  'port … is taken: the … listens on …': async () => {
    using errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const taken = Object.assign(new Error('taken'), { cause: Object.assign(new Error(), { code: 'EADDRINUSE' }) });
    const wanted = { port: 4000, what: 'MCP server', isNamed: false };
    await listenNear(wanted, (port) => (port === 4000 ? Promise.reject(taken) : Promise.resolve()));
    return errors.mock.calls.join();
  },
  'The tools are not the ones that were expected: …': () =>
    printed('serve', '--sandbox', '--expect-catalog', 'sha256-000000000000'),
  '--host … is an address that others than this machine reach, and whoever reaches it could use every tool.': () =>
    printed('serve', '--http', '0', '--host', '0.0.0.0', '--sandbox'),
  "… tools are more than some clients take in one list (VS Code and OpenAI's API: 128).": async () =>
    String(longListWarning(catalog.length, '')),
  'This server asks for a token: send Authorization: Bearer <token>.': () => refusal({ token: 'secret' }, '127.0.0.1'),
  'Invalid Host: …': () => refusal({}, 'pages.example'),
  'HTTP 401: unauthorized Access Token Invalid': failing(() => call('get_single_intercom_me', {}, { token: 'other' })),
  'HTTP 429: rate_limit_exceeded …': failing(async () => {
    const client = clientOf(createSandbox({ rateLimit: 1 }));
    const tool = await toolOf('get_single_intercom_me');
    await client.exchange(tool, {});
    await client.exchange(tool, {});
  }),
  'HTTP 404: not_found …': failing(() => call('get_single_intercom_conversation_by_id', { conversation_id: '1' })),
  '… cannot be reached (…).': failing(async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    await createClient({ token: 'x', fetch }).exchange(await toolOf('get_single_intercom_me'), {});
  }),
  'query.field: "…" is not a field of this search. …': failing(() =>
    call('list_all_intercom_search_conversations', { query: { field: 'email', operator: '=', value: 'a@b.example' } }),
  ),
  'query.value: state is one of …, not "…". …': failing(() =>
    call('list_all_intercom_search_tickets', { query: { field: 'state', operator: '=', value: 'Escalated' } }),
  ),
  '…: "…" is no admin; there are …': failing(() =>
    call('intercom_conversations_reply', { ...REPLY, admin_id: 'Pria' }),
  ),
  'next_cursor: is not a cursor that this tool gave': failing(() =>
    call('list_all_intercom_tags', { next_cursor: 'changed' }),
  ),
  '…: is missing, needed for …': failing(() => call('intercom_conversations_reply', REPLY)),
  '…[+… characters: fields ["…"]]': () =>
    call('get_single_intercom_article_by_id', { article_id: '9021' }, {}, (answer) => {
      const article = Object(answer);
      return { ...article, body: `<p>${'A long story. '.repeat(5000)}</p>` };
    }),
  '"more_fields"': () => call('list_all_intercom_search_contacts', { query: { role: 'user' } }),
  '"older_parts"': () => call('get_single_intercom_conversation_by_id', { conversation_id: '104857430' }),
  '"untrusted"': () => call('get_single_intercom_conversation_by_id', { conversation_id: '104857392' }),
  'There is no MCP server at this address.': () =>
    atGateway(async () => ({ url: 'http://gateway.test/mcp/imcp_srv_x' })),
  'This MCP server has expired.': () =>
    atGateway(async ({ server, account, now, pass }) => {
      const { url } = await server(await account(), {}, now() + 60_000);
      pass(61_000);
      return { url };
    }),
  'This MCP server was revoked, or its URL was replaced.': () =>
    atGateway(async ({ api, server, account }) => {
      const id = await account();
      const { url, row } = await server(id);
      await api('DELETE', `/integrated-account/${id}/mcp/${row.id}`);
      return { url };
    }),
  'This MCP server is switched off.': () =>
    atGateway(async ({ api, server, account }) => {
      const id = await account();
      const { url, row } = await server(id);
      await api('PATCH', `/integrated-account/${id}/mcp/${row.id}`, { enabled: false });
      return { url };
    }),
  'This MCP server does not answer the address that this request comes from.': () =>
    atGateway(async ({ server, account }) => server(await account(), { allowed_addresses: ['192.0.2.1'] })),
  'The tools of this MCP server are not the ones that its operator expects.': () =>
    atGateway(async ({ server, account }) => server(await account(), { expected_catalog: 'sha256-000000000000' })),
  'This MCP server needs an API token as well.': () =>
    atGateway(async ({ server, account }) => server(await account(), { require_api_token_auth: true })),
  'This MCP server does not take this API token.': () =>
    atGateway(async ({ server, account }) => ({
      ...(await server(await account(), { require_api_token_auth: true })),
      headers: { authorization: 'Bearer imcp_api_wrong' },
    })),
  store_unavailable: async () => readFileSync(`${root}/gateway/store/contract/store-unavailable.ts`, 'utf8'),
};

/** What a command line prints where it fails. */
async function printed(...words: readonly string[]): Promise<string> {
  return (await run(words)).stderr;
}

/** What is printed of a failure, which has to be one. */
function failing(act: () => unknown): () => Promise<string> {
  return async () => {
    try {
      await act();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    throw new Error('This was to fail.');
  };
}

function clientOf(sandbox: ReturnType<typeof createSandbox>, change = (answer: unknown): unknown => answer) {
  const fetch: typeof globalThis.fetch = async (...request) => {
    const response = await sandbox.fetch(new Request(...request));
    return response.ok ? Response.json(change(await response.json())) : response;
  };
  return createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch });
}

/** What a model gets of a call on the sample workspace. */
async function call(name: string, input: object, options: SandboxOptions = {}, change?: (answer: unknown) => unknown) {
  const client = clientOf(createSandbox(options), change);
  const { output } = await client.exchange(await toolOf(name), input, { shape: 'model' });
  return JSON.stringify(output).replaceAll('\\"', '"');
}

async function refusal(options: object, host: string): Promise<string> {
  const handler = createHttpHandler({ ...intercom, client: clientOf(createSandbox()), ...options });
  return (await handler(modernRequest('tools/list', {}, { url: `http://${host}/mcp` }))).text();
}

type Prepared = { readonly url: string; readonly headers?: Record<string, string> };

/** What a gateway answers at a URL that was prepared. */
async function atGateway(prepare: (gateway: Awaited<ReturnType<typeof testGateway>>) => Promise<Prepared>) {
  await using gateway = await testGateway();
  const { url, headers } = await prepare(gateway);
  const { status, message } = await gateway.mcp(url, 'tools/list', {}, headers);
  return `${status} ${message.error?.message}`;
}
