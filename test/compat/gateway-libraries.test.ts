import {
  StreamableHTTPClientTransport as HttpTransport,
  Client as NewClient,
  type OAuthClientInformationMixed,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type OAuthTokens,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { newToken } from '../../gateway/secrets/tokens.ts';
import {
  CallToolResultSchema,
  Client as OldClient,
  StreamableHTTPClientTransport as OldHttpTransport,
  type Transport,
} from '../judges/legacy-sdk.ts';
import { type Connection, textOf } from './clients/library.ts';
import { allow } from './consent.ts';
import { hiddenCall, listeningGateway, sampleCall, says, shownTools } from './listening-gateway.ts';
import { tell } from './transcript.ts';

const self = { name: 'test', version: '1' };

type Connect = (url: string, apiToken?: string) => Promise<Connection>;

function withToken(apiToken: string | undefined) {
  return apiToken === undefined ? {} : { requestInit: { headers: { authorization: `Bearer ${apiToken}` } } };
}

const connectOld: Connect = async (url, apiToken) => {
  const client = new OldClient(self);
  // Its `sessionId?: string` is a `string | undefined`, which exact optional properties tell apart.
  await client.connect(new OldHttpTransport(new URL(url), withToken(apiToken)) as unknown as Transport);
  return {
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => {
      const { isError = false, content } = CallToolResultSchema.parse(await client.callTool({ name, arguments: args }));
      return { isError, text: textOf(content) };
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
};

function newConnection(client: NewClient): Connection {
  return {
    era: client.getProtocolEra(),
    list: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => {
      const { isError = false, content } = await client.callTool({ name, arguments: args });
      return { isError, text: textOf(content) };
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function newClient(): NewClient {
  return new NewClient(self, { versionNegotiation: { mode: 'auto' } });
}

const connectNew: Connect = async (url, apiToken) => {
  const client = newClient();
  await client.connect(new HttpTransport(new URL(url), withToken(apiToken)));
  return newConnection(client);
};

/** Uses what both servers of the gateway show. */
async function use({ list, call }: Connection): Promise<void> {
  expect(await list()).toEqual(shownTools);
  const text: unknown = expect.stringContaining(sampleCall.answers);
  expect(await call(sampleCall.name, sampleCall.arguments)).toEqual({ isError: false, text });
  await expect(call(hiddenCall.name, hiddenCall.arguments)).rejects.toMatchObject({ code: -32602 });
}

/** What a library prints when it fails. */
async function failure(title: string, failing: Promise<unknown>): Promise<string> {
  const text = await failing.then(
    () => 'nothing: it succeeded',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  await tell(title, text);
  return text;
}

function again({ call }: Connection) {
  return call(sampleCall.name, sampleCall.arguments);
}

// It asks for the era first, and tells no more of a server that refuses that.
const LOGIN = 'the server requires authorization (HTTP 401)';

describe.each([
  ['@modelcontextprotocol/sdk 1.x', connectOld, undefined, says.noToken, says.wrongToken],
  ['@modelcontextprotocol/client 2.x', connectNew, 'modern', LOGIN, LOGIN],
] as const)('%s', (name, connect, era, noToken, wrongToken) => {
  test('lists and calls with the URL alone, until it is revoked', async () => {
    await using gateway = await listeningGateway();
    await using connection = await connect(gateway.open.url);
    expect(connection.era).toBe(era);
    await use(connection);
    await gateway.open.revoke();
    expect(await failure(`${name}, a call after the revocation`, again(connection))).toContain(says.revoked);
    expect(await failure(`${name}, connecting to a revoked server`, connect(gateway.open.url))).toContain(says.revoked);
  });

  test('lists and calls with the API token as well, until that is revoked', async () => {
    await using gateway = await listeningGateway();
    const { guarded, apiToken } = gateway;
    await using connection = await connect(guarded.url, apiToken);
    await use(connection);
    expect(await failure(`${name}, no token`, connect(guarded.url))).toContain(noToken);
    const wrong = await failure(`${name}, wrong token`, connect(guarded.url, newToken('api')));
    expect(wrong).toContain(wrongToken);
    await gateway.revokeApiToken();
    const after = await failure(`${name}, a call after the token was revoked`, again(connection));
    expect(after).toContain(says.wrongToken);
  });
});

test('@modelcontextprotocol/client 2.x logs in, and calls with the access token', async () => {
  await using gateway = await listeningGateway();
  const { guarded, apiToken } = gateway;
  const kept: {
    client?: OAuthClientInformationMixed;
    tokens?: OAuthTokens;
    discovery?: OAuthDiscoveryState;
    verifier?: string;
    back?: URL;
  } = {};
  const provider: OAuthClientProvider = {
    redirectUrl: 'http://127.0.0.1/callback',
    clientMetadata: { client_name: 'Test', redirect_uris: ['http://127.0.0.1/callback'] },
    clientInformation: () => kept.client,
    saveClientInformation: (client) => {
      kept.client = client;
    },
    tokens: () => kept.tokens,
    saveTokens: (tokens) => {
      kept.tokens = tokens;
    },
    discoveryState: () => kept.discovery,
    saveDiscoveryState: (discovery) => {
      kept.discovery = discovery;
    },
    codeVerifier: () => kept.verifier ?? '',
    saveCodeVerifier: (verifier) => {
      kept.verifier = verifier;
    },
    invalidateCredentials: () => {
      delete kept.tokens;
    },
    redirectToAuthorization: async (url) => {
      await tell('@modelcontextprotocol/client 2.x, where it sends a person', url.href);
      kept.back = await allow(url, apiToken);
    },
  };
  const transport = () => new HttpTransport(new URL(guarded.url), { authProvider: provider });
  const first = transport();
  await expect(newClient().connect(first)).rejects.toThrow(UnauthorizedError);
  await first.finishAuth(kept.back?.searchParams ?? expect.fail('it asked for no login'));
  expect(kept.tokens?.access_token).toMatch(/^imcp_acc_/);

  const client = newClient();
  await client.connect(transport());
  await using connection = newConnection(client);
  await use(connection);
  // What was granted by means of an API token ends with it; the client then asks for a login again.
  await gateway.revokeApiToken();
  const after = await failure('2.x, a call after the API token of its login was revoked', again(connection));
  expect(after).toContain('This is no valid API token for this server');
});
