import type { IntegratedAccount } from '../../api/schema.d.ts';

/** The MCP servers of an account. */
export function ServersTab({ account }: { account: IntegratedAccount }) {
  return <p>{account.label}</p>;
}
