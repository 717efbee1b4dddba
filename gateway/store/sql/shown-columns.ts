import type { Account } from '../contract/accounts.ts';
import type { McpServerRow } from '../contract/servers.ts';

/** The columns of a server that are read: not those by which it is searched. */
export const SERVER_COLUMNS = keysOf<McpServerRow>()(
  ...(['id', 'account_id', 'name', 'config', 'digest', 'enabled', 'expires_at', 'owner', 'idle_ms'] as const),
  ...(['idle_at', 'last_used_at', 'created_at', 'updated_at'] as const),
);

/** The columns of an account that are read: not those by which it is searched. */
export const ACCOUNT_COLUMNS = keysOf<Account>()(
  ...(['id', 'api', 'label', 'region', 'api_version', 'variables'] as const),
  ...(['workspace_id', 'workspace_name', 'admin_id'] as const),
  ...(['admin_name', 'credential', 'source', 'status', 'created_at', 'updated_at'] as const),
  ...(['last_used_at', 'budget_limit', 'budget_remaining', 'budget_reset_at', 'budget_seen_at'] as const),
);

/** Keys of a row; a missing one is an error where they are used. */
function keysOf<Row>() {
  return <Key extends keyof Row>(...keys: readonly Key[]): readonly Key[] => keys;
}
