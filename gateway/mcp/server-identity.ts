import type { ServedAccount } from '../../runtime/index.ts';
import type { OwnSettings } from '../../runtime/mcp/index.ts';
import { slugOf } from '../../runtime/value/slug.ts';
import type { ServedApi } from '../servers/served-api.ts';
import type { Account } from '../store/contract/accounts.ts';
import type { McpServerRow } from '../store/contract/servers.ts';

/** Characters of each of the two names that stand in a server's. */
const NAME_SHOWN = 20;

/** Characters of the id that tell servers of the same names apart. */
const ID_SHOWN = 4;

/** How a server introduces itself: by its API, its account and its own name, and never as another one does. Of several accounts the first is its own. */
export function serverIdentity(
  { id, name }: Pick<McpServerRow, 'id' | 'name'>,
  api: Pick<ServedApi, 'parts' | 'profile'>,
  accounts: readonly ShownAccount[],
): Pick<OwnSettings, 'name' | 'title' | 'account' | 'accounts'> {
  const [account, ...others] = accounts;
  const isOne = others.length === 0;
  const names = [...(isOne && account ? [account.label] : []), name].map((text) => slugOf(text, NAME_SHOWN));
  return {
    name: [api.profile.id, ...names, slugOf(id).slice(0, ID_SHOWN)].filter((part) => part !== '').join('-'),
    title: isOne && account ? `${account.label}: ${name}` : name,
    ...(account && { account: servedAccount(account, api) }),
    ...(!isOne && { accounts: accounts.map((one) => servedAccount(one, api)) }),
  };
}

type ShownAccount = Pick<
  Account,
  'api' | 'label' | 'region' | 'workspace_id' | 'workspace_name' | 'admin_id' | 'admin_name'
>;

/** What is known of an account, as a server tells it; of which API it is only where there are several. */
export function servedAccount(
  { label, region, ...account }: ShownAccount,
  { parts }: Pick<ServedApi, 'parts'>,
): ServedAccount {
  const { workspace_id, workspace_name, admin_id, admin_name } = account;
  const hosted = parts.length > 1 ? parts.find((part) => part.hosted.id === account.api)?.hosted : undefined;
  return {
    label,
    region,
    ...(hosted && { api: hosted.name }),
    ...(workspace_name !== null && { name: workspace_name }),
    ...(workspace_id !== null && { id: workspace_id }),
    ...((admin_id ?? admin_name) !== null && { user: { id: admin_id ?? undefined, name: admin_name ?? undefined } }),
  };
}
