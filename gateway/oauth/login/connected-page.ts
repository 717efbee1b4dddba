import type { Context } from 'hono';
import { html } from 'hono/html';
import { showHidden } from '../../../runtime/value/show-hidden.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { htmlPage } from '../../http/html-page.ts';
import type { Account } from '../../store/contract/accounts.ts';

/** Says which account was connected, with a link to the dashboard where there is one. */
export async function connectedPage(
  { publicUrl, dashboard }: Pick<GatewayContext, 'publicUrl' | 'dashboard'>,
  c: Context,
  { account, noun }: { readonly account: Account; readonly noun: string },
): Promise<Response> {
  const { id, label, region, workspace_id: workspaceId, workspace_name: workspaceName } = account;
  // What the account calls itself is its own to choose.
  const workspace = showHidden(workspaceName ?? workspaceId ?? label);
  const body = html`
    <p>The gateway can now work with this ${noun}. You can close this page.</p>
    <dl>
      <dt>${noun.charAt(0).toUpperCase()}${noun.slice(1)}</dt>
      <dd>${workspace}${workspaceId !== null && workspaceId !== workspace ? ` (${workspaceId})` : ''}</dd>
      <dt>Region</dt>
      <dd>${region}</dd>
      <dt>Integrated account</dt>
      <dd>${label} <code>${id}</code></dd>
    </dl>
    ${dashboard === undefined ? '' : html`<p><a href="${publicUrl}/dashboard/accounts/${id}">Go on in the dashboard</a></p>`}`;
  return htmlPage(c, { title: `${workspace} is connected`, body });
}
