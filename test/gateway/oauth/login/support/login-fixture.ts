import { type Logger, pino } from 'pino';
import type { HostedLogin } from '../../../../../runtime/hosting/hosted-api.ts';
import { createSandbox, type Sandbox } from '../../../../../sandbox/index.ts';
import { type ApiAnswer, type TestGateway, type TestGatewayOptions, testGateway } from '../../../support/gateway.ts';

/** Intercom sends nobody back to plain http on another machine. */
export const PUBLIC_URL = 'https://gateway.test';

const UPSTREAM = 'http://localhost:1';

/** The app at Intercom; what a form has to encode shows whether it is. */
export const APP: HostedLogin = {
  field: 'access_token',
  clientId: 'app 1/ü',
  clientSecret: 'p:a+s%s &=secret',
  authorizeUrl: `${UPSTREAM}/oauth`,
  tokenUrl: `${UPSTREAM}/auth/eagle/token`,
};

/** A sample workspace that takes `access-token` and what it gave out to {@link APP}. */
export function loginSandbox(): Sandbox {
  return createSandbox({
    oauthClient: { id: APP.clientId, secret: APP.clientSecret },
    token: 'access-token',
    rateLimit: 1_000_000,
  });
}

/** A browser with cookies of its own. */
interface Browser {
  readonly cookies: Map<string, string>;
  readonly get: (url: string | URL) => Promise<ApiAnswer>;
}

/** A gateway whose workspace is logged in to by OAuth. */
export interface LoginGateway extends TestGateway {
  readonly app: HostedLogin;
  readonly publicUrl: string;
  readonly browser: () => Browser;
  /** Asks for a link; answers its address. */
  readonly link: (body?: object) => Promise<string>;
  /** Presses a button of Intercom's page; answers where the browser is sent. */
  readonly decide: (authorizeUrl: string | URL, decision?: 'approve' | 'cancel') => Promise<URL>;
  /** From the link to Intercom and to the address that leads back, which was not opened. */
  readonly begin: (body?: object, decision?: 'approve' | 'cancel') => Promise<Begun>;
  /** Everything that the gateway wrote down where an operator may read it. */
  readonly written: () => Promise<string>;
  /** What was sent to Intercom: tokens that `/me` was asked with, and forms of the token endpoint. */
  readonly sent: { readonly tokens: string[]; readonly forms: URLSearchParams[] };
}

/** A login that only has to come back. */
export interface Begun {
  readonly browser: Browser;
  readonly link: string;
  readonly state: string;
  readonly authorizeUrl: URL;
  readonly back: URL;
}

/** Where a redirect leads. */
export function locationOf({ headers }: ApiAnswer): URL {
  return new URL(headers.get('location') ?? 'about:no-redirect');
}

/** A gateway with {@link APP} at a {@link loginSandbox}, unless said otherwise. */
export async function loginGateway({
  publicUrl = PUBLIC_URL,
  app = APP,
  send,
  ...options
}: TestGatewayOptions & {
  app?: HostedLogin;
  sandbox?: Sandbox;
  /** Answers in the place of the workspace, or leaves it to it. */
  send?: (request: Request) => Promise<Response> | undefined;
} = {}): Promise<LoginGateway> {
  const lines: string[] = [];
  const logger: Logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const { sandbox = loginSandbox() } = options;
  const sent: LoginGateway['sent'] = { tokens: [], forms: [] };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url === app.tokenUrl) sent.forms.push(new URLSearchParams(await request.clone().text()));
    else sent.tokens.push(request.headers.get('authorization')?.replace('Bearer ', '') ?? '');
    return send?.(request) ?? sandbox.fetch(request);
  };
  const test = await testGateway({ login: app, publicUrl, logger, fetch, ...options, sandbox });

  const browser = (): Browser => {
    const cookies = new Map<string, string>();
    const get = async (url: string | URL): Promise<ApiAnswer> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await test.gateway.fetch(
        new Request(url, { headers: { 'sec-fetch-dest': 'document', ...(cookie !== '' && { cookie }) } }),
      );
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0/.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: response.status, headers: response.headers, body: await response.text() };
    };
    return { cookies, get };
  };
  const link = async (body: object = { region: 'us' }): Promise<string> => {
    const made = await test.api('POST', `${publicUrl}/oauth/intercom/link`, body);
    if (made.status !== 201) throw new Error(`no link was made: ${made.status} ${JSON.stringify(made.body)}`);
    return made.body.url;
  };
  const decide: LoginGateway['decide'] = async (authorizeUrl, decision = 'approve') => {
    const url = new URL(authorizeUrl);
    const body = new URLSearchParams([...url.searchParams, ['decision', decision]]);
    const response = await sandbox.fetch(url.origin + url.pathname, { method: 'POST', body });
    const back = response.headers.get('location');
    if (back === null) throw new Error(`Intercom sent nobody back: ${response.status} ${await response.text()}`);
    return new URL(back);
  };
  const begin: LoginGateway['begin'] = async (body, decision) => {
    const [visitor, address] = [browser(), await link(body)];
    const authorizeUrl = locationOf(await visitor.get(address));
    const back = await decide(authorizeUrl, decision);
    return { browser: visitor, link: address, state: authorizeUrl.searchParams.get('state') ?? '', authorizeUrl, back };
  };
  const written = async (): Promise<string> => {
    await test.gateway.context.audit.flush();
    const { db } = test.store;
    const tables = ['audit', 'accounts', 'logins', 'settings', 'call_counters'] as const;
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    return [...lines, JSON.stringify(rows), await test.gateway.context.metrics.registry.metrics()].join('\n');
  };
  return Object.assign(test, { app, publicUrl, browser, link, decide, begin, written, sent });
}

/** Accounts that the gateway has. */
export async function accountsOf({ store }: LoginGateway) {
  return (await store.accounts.list({ limit: 100 })).rows;
}

/** Who did what, in the order of the audit log. */
export async function auditOf({ store, gateway }: LoginGateway) {
  await gateway.context.audit.flush();
  return store.db.selectFrom('audit').select(['account_id', 'actor', 'action', 'status']).orderBy('id').execute();
}
