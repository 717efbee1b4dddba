import type * as z from 'zod';
import { connectAccount } from '../../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../../gateway/audit/audit-entry.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../../gateway/index.ts';
import { type CreatedServer, createServer } from '../../../gateway/servers/create-server.ts';
import { serverConfig, type serverSettings } from '../../../gateway/servers/server-config.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import type { HostedLogin } from '../../../runtime/hosting/hosted-api.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { type Answered, readAnswered } from '../../support/answered.ts';
import { type Answer, modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';

/** A key and an operator's key for tests alone. */
export const KEYS = `test:${Buffer.alloc(32, 7).toString('base64url')}`;
export const ADMIN_KEY = 'Zk4vQ9tN2xLr7WmB5cYh8PsD3gJf6aXe';
export const PUBLIC_URL = 'http://gateway.test';

/** What a gateway answered. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
export type ApiAnswer = Answered<any>;

/** A gateway over a sample workspace, with a clock of its own. */
export interface TestGateway extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly store: TestStore;
  readonly sandbox: Sandbox;
  /** Sends a request with the operator's key. */
  readonly api: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<ApiAnswer>;
  /** An integrated account over the sample workspace; answers its id. */
  readonly account: (label?: string, token?: string) => Promise<string>;
  /** An MCP server of an account; answers its row, token and URL. */
  readonly server: (
    accountId: string,
    config?: z.input<typeof serverSettings>,
    expiresAt?: number | null,
  ) => Promise<CreatedServer>;
  /** Sends one MCP request of the revision 2026-07-28. */
  readonly mcp: (
    url: string,
    method: string,
    params?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** Moves the clock on. */
  readonly pass: (milliseconds: number) => void;
  readonly now: () => number;
}

/** Settings of {@link testGateway}. */
export interface TestGatewayOptions extends Partial<GatewayOptions> {
  /** Base URLs of Intercom's regions. */
  readonly upstreams?: Readonly<Record<string, string>>;
  readonly login?: HostedLogin | undefined;
  readonly sandbox?: Sandbox;
  readonly store?: TestStore;
}

/** A gateway in memory whose clock stands still until it is moved; its region `us` is a sample workspace. */
export async function testGateway({ upstreams, login, ...options }: TestGatewayOptions = {}): Promise<TestGateway> {
  let time = Date.UTC(2026, 10, 25, 12);
  const now = options.now ?? (() => time);
  const sandbox = options.sandbox ?? createSandbox({ rateLimit: 1_000_000 });
  const store = options.store ?? (await openTestStore(':memory:'));
  const gateway = await createGateway({
    keys: KEYS,
    adminKey: ADMIN_KEY,
    publicUrl: PUBLIC_URL,
    apis: [hostIntercom({ addresses: upstreams ?? { us: 'http://localhost:1', eu: 'http://localhost:2' }, login })],
    fetch: sandbox.fetch,
    // Nobody sets the clock of a test: when it is moved, so much time has passed.
    uptime: now,
    ...options,
    store,
    now,
  });
  const api: TestGateway['api'] = async (method, path, body, headers = {}) => {
    const request = new Request(new URL(path, PUBLIC_URL), {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_KEY}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return readAnswered(await gateway.fetch(request));
  };
  return {
    gateway,
    store,
    sandbox,
    api,
    account: async (label = 'Fernhill', token = 'sandbox') => {
      const credential = { access_token: token };
      const fernhill = { label, region: 'us', credential, source: 'access_token' } as const;
      return (await connectAccount(gateway.context, fernhill, BY_SYSTEM)).id;
    },
    server: (accountId, config = {}, expiresAt = null) =>
      createServer(
        gateway.context,
        { accountId, name: 'Support', config: serverConfig.parse(config), expiresAt },
        BY_SYSTEM,
      ),
    mcp: async (url, method, params = {}, headers = {}) =>
      readAnswer(await gateway.fetch(modernRequest(method, params, { url, headers }))),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    now,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      if (options.store === undefined) await store.close();
    },
  };
}
