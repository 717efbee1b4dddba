import * as z from 'zod';
import { openStore, serveGateway } from '../../gateway/index.ts';
import { catalog } from '../../intercom/catalog.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { cast, createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { ADMIN_KEY, KEYS } from '../gateway/support/gateway.ts';
import { emails, stranger } from '../support/people.ts';

/** An MCP server of a gateway, as its operator knows it. */
interface Shown {
  readonly url: string;
  /** Its secret: `/mcp/<token>` leads to it, and the gateway's own `/mcp` takes it as `Authorization: Bearer`. */
  readonly token: string;
  /** Ends it; from then on the URL with its token answers 410, and that with its id 404. */
  readonly revoke: () => Promise<void>;
}

/** A gateway that listens on this machine over a sample workspace, with two servers that its operator made over the API. */
export interface ClientGateway extends AsyncDisposable {
  readonly url: string;
  /** Its URL is enough. */
  readonly open: Shown;
  /** It asks for {@link apiToken} as well, and its URL is that of its id. */
  readonly guarded: Shown;
  readonly apiToken: string;
  /** Ends {@link apiToken}. */
  readonly revokeApiToken: () => Promise<void>;
}

const FILTER = { methods: ['read'], tags: ['contacts'] };

/** Names of the tools that both servers show, in their order. */
export const shownTools: readonly string[] = catalog
  .filter(({ access, tags }) => access === 'read' && tags.includes('contacts'))
  .map(({ name }) => name);

/** A call of one of them, and what stands in its answer. */
export const sampleCall = {
  name: 'get_single_intercom_contact_by_id',
  arguments: { contact_id: cast.contacts.amara },
  answers: emails.amara,
} as const;

/** A call of a tool that the filter leaves out. */
export const hiddenCall = { name: 'create_a_intercom_contact', arguments: { email: stranger.email } } as const;

/** What the gateway says to those whom it refuses. */
export const says = {
  unknown: 'There is no MCP server at this address. Check that the URL was copied whole, or ask its operator for a new',
  revoked: 'This MCP server was revoked, or its URL was replaced. Ask its operator for a new URL.',
  noToken: 'This MCP server needs an API token as well. Send an API token of the gateway as Authorization: Bearer',
  wrongToken: 'This MCP server does not take this API token. Send an API token of the gateway as Authorization: Bearer',
} as const;

/** A URL of which the end was not copied. */
export function cutShort(url: string): string {
  return url.slice(0, -3);
}

const withId = z.looseObject({ id: z.string() });
const withToken = withId.extend({ token: z.string() });
const withUrl = withToken.extend({ url: z.string() });

/** Starts both, and makes an account, the servers and an API token as an operator does: over the API. */
export async function listeningGateway(): Promise<ClientGateway> {
  await using started = new AsyncDisposableStack();
  const upstream = started.use(await listenSandbox(createSandbox()));
  const store = await openStore(':memory:');
  started.defer(() => store.close());
  const { url } = started.use(
    await serveGateway({
      store,
      keys: KEYS,
      adminKey: ADMIN_KEY,
      apis: [hostIntercom({ addresses: { us: upstream.url } })],
    }),
  );

  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const remove = async (path: string): Promise<void> => {
    await ask('DELETE', path);
  };
  const workspace = { label: 'Fernhill', region: 'us', access_token: 'sandbox' };
  const servers = `/integrated-account/${withId.parse(await ask('POST', '/integrated-account', workspace)).id}/mcp`;
  const show = async (name: string, require_api_token_auth: boolean): Promise<Shown> => {
    const given = { name, config: { ...FILTER, require_api_token_auth }, expires_at: null };
    const { id, ...made } = withUrl.parse(await ask('POST', servers, given));
    return { url: made.url, token: made.token, revoke: () => remove(`${servers}/${id}`) };
  };
  const open = await show('Contacts', false);
  const guarded = await show('Contacts, guarded', true);
  const apiToken = withToken.parse(await ask('POST', '/api-token', { name: 'Clients', integrated_account_id: null }));
  const running = started.move();
  return {
    ...{ url, open, guarded },
    apiToken: apiToken.token,
    revokeApiToken: () => remove(`/api-token/${apiToken.id}`),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
