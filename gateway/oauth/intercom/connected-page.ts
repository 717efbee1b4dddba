import type { Context } from 'hono';
import { html } from 'hono/html';
import { showHidden } from '../../../runtime/value/show-hidden.ts';
import { htmlPage } from '../../http/html-page.ts';
import type { Account } from '../../store/contract/accounts.ts';

/** Says which workspace was connected. */
export async function connectedPage(c: Context, account: Account): Promise<Response> {
  const { id, label, region, workspace_id: workspaceId, workspace_name: workspaceName } = account;
  // What the workspace calls itself is its own to choose.
  const workspace = showHidden(workspaceName ?? workspaceId ?? label);
  const body = html`
    <p>The gateway can now work with this workspace. You can close this page.</p>
    <dl>
      <dt>Workspace</dt>
      <dd>${workspace}${workspaceId !== null && workspaceId !== workspace ? ` (${workspaceId})` : ''}</dd>
      <dt>Region</dt>
      <dd>${region}</dd>
      <dt>Integrated account</dt>
      <dd>${label} <code>${id}</code></dd>
    </dl>`;
  return htmlPage(c, { title: `${workspace} is connected`, body });
}
