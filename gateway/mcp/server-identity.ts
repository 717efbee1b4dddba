import type { OwnSettings } from '../../runtime/mcp/index.ts';
import { slugOf } from '../../runtime/value/slug.ts';
import type { Account } from '../store/contract/accounts.ts';
import type { McpServerRow } from '../store/contract/servers.ts';

/** Characters of each of the two names that stand in a server's. */
const NAME_SHOWN = 20;

/** Characters of the id that tell servers of the same names apart. */
const ID_SHOWN = 4;

/** How a server introduces itself: by the workspace and its own name, and never as another one does. */
export function serverIdentity(
  { id, name }: Pick<McpServerRow, 'id' | 'name'>,
  account: Pick<Account, 'label' | 'region' | 'workspace_id' | 'workspace_name'>,
): Pick<OwnSettings, 'name' | 'title' | 'account'> {
  const { label, region, workspace_id, workspace_name } = account;
  const names = [label, name].map((text) => slugOf(text, NAME_SHOWN));
  return {
    name: ['intercom', ...names, slugOf(id).slice(0, ID_SHOWN)].filter((part) => part !== '').join('-'),
    title: `${label}: ${name}`,
    account: {
      label,
      region,
      ...(workspace_name !== null && { name: workspace_name }),
      ...(workspace_id !== null && { id: workspace_id }),
    },
  };
}
