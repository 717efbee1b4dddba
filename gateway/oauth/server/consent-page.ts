import type { Context } from 'hono';
import { html } from 'hono/html';
import { showHidden } from '../../../runtime/value/show-hidden.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { type Html, htmlPage } from '../../http/html-page.ts';
import { openServedApi } from '../../servers/open-served-api.ts';
import { storedTools } from '../../servers/server-config.ts';
import { StoreUnavailable } from '../../store/contract/store-unavailable.ts';
import { FORM_PARAMETERS, type ReturnAddress } from './authorization-request.ts';
import { FORM_TOKEN } from './form-token.ts';
import type { ProtectedServer } from './protected-server.ts';
import { isLoopback, policySource } from './redirect-uri.ts';

/** What a consent page shows. */
interface Consent {
  readonly server: ProtectedServer;
  readonly address: ReturnAddress;
  /** The request, for the form to repeat. */
  readonly parameters: URLSearchParams;
  readonly formToken: string;
  /** Why the page is shown again. */
  readonly error?: string;
  readonly status?: 200 | 401;
}

/** Asks the operator whether a client may use a server. */
export async function consentPage(
  context: Pick<GatewayContext, 'apis'>,
  c: Context,
  { server, address, parameters, formToken, error, status = 200 }: Consent,
): Promise<Response> {
  const { row, accounts } = server;
  const tools = await describeTools(context, server);
  const { client, target } = address;
  const hidden = FORM_PARAMETERS.flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`];
  });
  const body = html`
    ${error === undefined ? '' : html`<p class="error" role="alert">${error}</p>`}
    <p>A client asks to use an MCP server of this gateway. Allow it only if you have just begun this yourself.</p>
    <dl>
      <dt>The client calls itself</dt>
      <dd>${client.name.trim() === '' ? 'nothing: it gave no name' : html`<bdi>${showHidden(client.name)}</bdi> (its own claim, not verified)`}</dd>
      <dt>The answer goes to</dt>
      <dd>${describeTarget(target)}</dd>
      <dt>MCP server</dt>
      <dd><bdi>${row.name}</bdi></dd>
      <dt>Integrated ${accounts.length === 1 ? 'account' : 'accounts'}</dt>
      ${accounts.map(({ label }) => html`<dd><bdi>${label}</bdi></dd>`)}
      <dt>Tools</dt>
      <dd>${tools}</dd>
    </dl>
    <form method="post" action="authorize" autocomplete="off">
      ${hidden}
      <input type="hidden" name="${FORM_TOKEN}" value="${formToken}" />
      <label for="api_token">API token of this gateway</label>
      <input type="password" id="api_token" name="api_token" required maxlength="200" autocomplete="off" spellcheck="false" />
      <button name="decision" value="allow">Allow</button>
      <button name="decision" value="deny" formnovalidate>Deny</button>
    </form>`;
  // Browsers hold the redirect that follows the form against the policy too.
  return htmlPage(c, { title: 'Allow access?', body, status, formTargets: [policySource(target)] });
}

/** Why nothing was allowed. */
interface Refusal {
  readonly message: string;
  readonly status: 400 | 401 | 403 | 429 | 503;
  /** Where the client waits for an answer, and the address with it. */
  readonly wayBack?: { readonly target: URL; readonly href: string };
}

/** Says what is wrong; it leads to the client by a click on its address, where that is known, and nowhere by itself. */
export async function refusalPage(c: Context, { message, status, wayBack }: Refusal): Promise<Response> {
  const link =
    wayBack &&
    html`
    <p>The app that asked gets no access. If you began this yourself, you can go back and tell it so:</p>
    <p><a href="${wayBack.href}" rel="noreferrer">Go to ${describeTarget(wayBack.target)}</a></p>`;
  const body = html`<p class="error" role="alert">${message}</p>${link ?? ''}`;
  return htmlPage(c, { title: 'No access was granted', body, status });
}

/** Shows on a page that the store is away: it can be loaded again, and a redirect to the client would end the login. */
export function showingStoreAway(handle: (c: Context) => Promise<Response>): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      return await handle(c);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      c.header('Retry-After', String(error.retryAfter));
      return refusalPage(c, { message: `${error.message} ${error.help}`, status: 503 });
    }
  };
}

function describeTarget(target: URL): Html | string {
  if (isLoopback(target)) return html`<code>${target.host}</code>, a program on the computer of this browser`;
  if (target.protocol === 'https:') return html`<code>${target.host}</code>`;
  return html`<code>${target.protocol}${target.host && `//${target.host}`}</code>, an app on the device of this browser`;
}

async function describeTools(
  { apis }: Pick<GatewayContext, 'apis'>,
  { config, accounts }: ProtectedServer,
): Promise<string> {
  const { catalog, profile } = await openServedApi(apis, accounts);
  const tools = storedTools(config, catalog);
  const writing = tools.filter(({ access }) => access === 'write').length;
  if (writing === 0) return `${tools.length}, none of which can change anything`;
  return `${tools.length}, of which ${writing} can change data in ${profile.name}`;
}
