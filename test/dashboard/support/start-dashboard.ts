import { inject } from 'vitest';
import { connectAccount } from '../../../gateway/accounts/connect-account.ts';
import { BY_COMMAND, BY_SYSTEM } from '../../../gateway/audit/audit-entry.ts';
import { type Gateway, serveGateway } from '../../../gateway/index.ts';
import { createSignInLink } from '../../../gateway/sessions/sign-in-link.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { intercomLogin } from '../../../intercom/login.ts';
import type { HostedApi } from '../../../runtime/hosting/hosted-api.ts';
import { createSandbox, listenSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { ADMIN_KEY, KEYS } from '../../gateway/support/gateway.ts';
import { openTestStore, type TestStore } from '../../gateway/support/open-test-store.ts';

/** A gateway that listens, with its dashboard, over a sample workspace that is connected already. */
export interface Dashboard extends AsyncDisposable {
  readonly url: string;
  readonly gateway: Gateway;
  readonly store: TestStore;
  readonly sandbox: Sandbox;
  /** The connected sample workspace. */
  readonly accountId: string;
  /** Signs in a browser once, as the admin. */
  readonly signInLink: () => Promise<string>;
  /** Sends a request with the admin key; answers the body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
  readonly api: (method: string, path: string, body?: object) => Promise<any>;
}

/** Starts one for tests of pages. */
export async function startDashboard({
  label = 'Sample',
  apis = [],
}: {
  label?: string;
  apis?: readonly HostedApi[];
} = {}): Promise<Dashboard> {
  await using opened = new AsyncDisposableStack();
  const sandbox = createSandbox({ rateLimit: 1_000_000, token: 'sandbox' });
  const workspace = opened.use(await listenSandbox(sandbox));
  const store = opened.use(await openTestStore(':memory:'));
  const { url, gateway } = opened.use(
    await serveGateway({
      ...{ store, keys: KEYS, adminKey: ADMIN_KEY, dashboard: inject('dashboard') },
      apis: [hostIntercom({ addresses: { sandbox: workspace.url }, login: loginOf(workspace.url) }), ...apis],
    }),
  );
  const { context } = gateway;
  const credential = { access_token: 'sandbox' };
  const { id: accountId } = await connectAccount(
    context,
    { label, region: 'sandbox', credential, source: 'access_token' },
    BY_SYSTEM,
  );
  const api: Dashboard['api'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  const everything = opened.move();
  return {
    ...{ url, gateway, store, sandbox, accountId, api },
    signInLink: () => createSignInLink(context, BY_COMMAND),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

function loginOf(url: string) {
  const app = { clientId: 'app', clientSecret: 'secret' };
  return intercomLogin({ ...app, authorizeUrl: `${url}/oauth`, tokenUrl: `${url}/auth/eagle/token` });
}
