import { randomUUID } from 'node:crypto';
import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi';
import { findAccess } from '../../../../../gateway/oauth/server/find-access.ts';
import { newToken } from '../../../../../gateway/secrets/tokens.ts';
import type { CreatedServer } from '../../../../../gateway/servers/create-server.ts';
import type { ApiToken } from '../../../../../gateway/store/contract/api-tokens.ts';
import { createDocument } from '../../../../judges/create-document.ts';
import { type TestGateway, type TestGatewayOptions, testGateway } from '../../../support/gateway.ts';

export const HTTPS_URL = 'https://gateway.test';
export const CALLBACK = 'https://client.example/callback';

/** A page that a browser was shown, and its cookies. */
interface ShownPage {
  readonly response: Response;
  readonly html: string;
  readonly document: Document;
  /** As a browser would send it back. */
  readonly cookie: string;
  /** Hidden fields of its form. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A gateway with one server that requires an API token, and what its clients and its operator do. */
export interface OAuthGateway extends AsyncDisposable {
  readonly test: TestGateway;
  readonly accountId: string;
  readonly server: CreatedServer;
  readonly apiToken: string;
  readonly issuer: string;
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  /** From now on requests come from this address. */
  readonly comeFrom: (address: string) => void;
  readonly addApiToken: (changes?: Partial<ApiToken>) => Promise<string>;
  /** Registers a client and answers its id. */
  readonly register: (metadata?: object) => Promise<string>;
  readonly post: (name: string, form: Readonly<Record<string, string>>, headers?: HeadersInit) => Promise<Answer>;
  readonly open: (url: string | URL) => Promise<ShownPage>;
  /** Sends the form of a page with these fields over its hidden ones. */
  readonly submit: (
    page: ShownPage,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<ShownPage>;
  /** The address that begins an authorization; a parameter that is undefined is left out. */
  readonly authorizeUrl: (parameters: Readonly<Record<string, string | undefined>>) => Promise<URL>;
  /** Registers, asks, allows: everything up to a code. */
  readonly authorize: (apiToken?: string) => Promise<Authorized>;
  readonly exchange: (authorized: Authorized, changes?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly refresh: (clientId: string, token: string, changes?: Readonly<Record<string, string>>) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
  readonly body: any;
}

interface Authorized {
  readonly clientId: string;
  readonly code: string;
  readonly verifier: string;
  readonly apiToken: string;
}

/** A verifier for tests that need a known one. */
const VERIFIER = generateRandomCodeVerifier();

export async function oauthGateway({
  publicUrl = HTTPS_URL,
  expiresAt = null,
  ...options
}: TestGatewayOptions & { readonly expiresAt?: number | null } = {}): Promise<OAuthGateway> {
  const test = await testGateway({ publicUrl, ...options });
  const accountId = await test.account();
  const server = await test.server(accountId, { require_api_token_auth: true }, expiresAt);
  const issuer = `${publicUrl}/oauth/mcp/${server.row.id}`;
  const { context } = test.gateway;

  let peer: string | undefined;
  const send: OAuthGateway['fetch'] = (url, init) => test.gateway.fetch(new Request(url, init), peer);
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  const show = async (response: Response): Promise<ShownPage> => {
    const html = await response.text();
    const document = createDocument(html);
    const inputs = [...document.querySelectorAll('input[type=hidden]')];
    return {
      ...{ response, html, document },
      cookie: response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0] ?? '')
        .join('; '),
      fields: Object.fromEntries(
        inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
      ),
    };
  };
  const addApiToken: OAuthGateway['addApiToken'] = async (changes = {}) => {
    const token = newToken('api');
    await test.store.apiTokens.insert({
      id: randomUUID(),
      account_id: null,
      name: 'Operator',
      digest: context.digest(token),
      expires_at: null,
      last_used_at: null,
      created_at: test.now(),
      ...changes,
    });
    return token;
  };
  const apiToken = await addApiToken();
  const post: OAuthGateway['post'] = async (name, form, headers = {}) =>
    read(await send(`${issuer}/${name}`, { method: 'POST', body: new URLSearchParams(form), headers }));
  const register: OAuthGateway['register'] = async (metadata = {}) => {
    const body = JSON.stringify({ client_name: 'Example', redirect_uris: [CALLBACK], ...metadata });
    const answer = await read(
      await send(`${issuer}/register`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    );
    if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
    return answer.body.client_id;
  };
  const authorizeUrl: OAuthGateway['authorizeUrl'] = async (parameters) => {
    const url = new URL(`${issuer}/authorize`);
    const all = {
      response_type: 'code',
      redirect_uri: CALLBACK,
      code_challenge: await calculatePKCECodeChallenge(VERIFIER),
      code_challenge_method: 'S256',
      state: 'a state',
      ...parameters,
    };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) url.searchParams.set(name, value);
    return url;
  };
  const open: OAuthGateway['open'] = async (url) => show(await send(url));
  const submit: OAuthGateway['submit'] = async (page, fields, headers = {}) =>
    show(
      await send(`${issuer}/authorize`, {
        method: 'POST',
        body: new URLSearchParams({ ...page.fields, ...fields }),
        headers: { cookie: page.cookie, ...headers },
      }),
    );
  return {
    ...{ test, accountId, server, apiToken, issuer, addApiToken, register, post, open, submit, authorizeUrl },
    fetch: send,
    comeFrom: (address) => {
      peer = address;
    },
    authorize: async (given = apiToken) => {
      const clientId = await register();
      const page = await open(await authorizeUrl({ client_id: clientId }));
      const { response } = await submit(page, { api_token: given, decision: 'allow' });
      const code = new URL(response.headers.get('location') ?? 'none:').searchParams.get('code');
      if (code === null) throw new Error(`no code, but ${response.status}`);
      return { clientId, code, verifier: VERIFIER, apiToken: given };
    },
    exchange: ({ clientId, code, verifier }, changes = {}) =>
      post('token', {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: CALLBACK,
        ...changes,
      }),
    refresh: (clientId, token, changes = {}) =>
      post('token', { grant_type: 'refresh_token', client_id: clientId, refresh_token: token, ...changes }),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

/** True where an access token opens a server now. */
export async function opens({ test: { gateway }, server }: OAuthGateway, bearer: string, serverId = server.row.id) {
  return (await findAccess(gateway.context, { bearer, serverId })) !== undefined;
}

/** What became of an action, newest first, by the audit log. */
export async function statuses({ test: { store }, accountId }: OAuthGateway, action: string): Promise<string[]> {
  return (await store.audit.list({ account_ids: [accountId] }, { limit: 100 })).rows
    .filter((row) => row.action === action)
    .map(({ status }) => status);
}
