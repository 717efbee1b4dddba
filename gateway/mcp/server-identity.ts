import type { ServedAccount } from '../../runtime/index.ts';
import type { OwnSettings } from '../../runtime/mcp/index.ts';
import { slugOf } from '../../runtime/value/slug.ts';
import type { Account } from '../store/contract/accounts.ts';
import type { McpServerRow } from '../store/contract/servers.ts';

/** Characters of each of the two names that stand in a server's. */
const NAME_SHOWN = 20;

/** Characters of the id that tell servers of the same names apart. */
const ID_SHOWN = 4;

/** How a server introduces itself: by the workspace and its own name, and never as another one does. `others` are further workspaces. */
export function serverIdentity(
  { id, name }: Pick<McpServerRow, 'id' | 'name'>,
  account: ShownAccount,
  others: readonly ShownAccount[] = [],
): Pick<OwnSettings, 'name' | 'title' | 'account' | 'accounts'> {
  const isOne = others.length === 0;
  const names = [...(isOne ? [account.label] : []), name].map((text) => slugOf(text, NAME_SHOWN));
  return {
    name: ['intercom', ...names, slugOf(id).slice(0, ID_SHOWN)].filter((part) => part !== '').join('-'),
    title: isOne ? `${account.label}: ${name}` : name,
    account: servedAccount(account),
    ...(!isOne && { accounts: [account, ...others].map(servedAccount) }),
  };
}

type ShownAccount = Pick<Account, 'label' | 'region' | 'workspace_id' | 'workspace_name' | 'admin_id' | 'admin_name'>;

/** What is known of a workspace, as a server tells it. */
export function servedAccount({ label, region, ...account }: ShownAccount): ServedAccount {
  const { workspace_id, workspace_name, admin_id, admin_name } = account;
  return {
    label,
    region,
    ...(workspace_name !== null && { name: workspace_name }),
    ...(workspace_id !== null && { id: workspace_id }),
    ...((admin_id ?? admin_name) !== null && { user: { id: admin_id ?? undefined, name: admin_name ?? undefined } }),
  };
}
