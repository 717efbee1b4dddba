import type { Context } from 'hono';
import { isId } from '../../accounts/find-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isReached } from '../../http/admin-of.ts';
import { Problem } from '../../problem/problem.ts';
import { sameLabel } from '../../servers/account-labels.ts';
import type { Account } from '../../store/contract/accounts.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';

/**
 * The accounts that a server is to view beside its own, each once. Throws a {@link Problem} for one that does not exist or is
 * beyond the caller's key, and for two that clients could not tell apart.
 */
export async function checkAccounts(
  { store }: Pick<GatewayContext, 'store'>,
  c: Context,
  { home, ids = [] }: { home: string; ids: readonly string[] | undefined },
): Promise<string[]> {
  const own = await store.accounts.get(home);
  const found: Account[] = own === undefined ? [] : [own];
  for (const [index, id] of ids.entries()) {
    if (found.some((known) => known.id === id)) continue;
    const account = isId(id) && isReached(c, id) ? await store.accounts.get(id) : undefined;
    if (account === undefined)
      throw new Problem(
        { status: 400, code: 'unknown_account', field: `accounts[${index}]` },
        `There is no integrated account ${JSON.stringify(id.slice(0, 64))} within the reach of your key.`,
        'GET /integrated-account lists those that there are.',
      );
    found.push(account);
  }
  const same = found.length > 1 ? sameLabel(found) : undefined;
  if (same !== undefined)
    throw new Problem(
      { status: 400, code: 'same_label', field: 'accounts' },
      `Two of these accounts are called ${JSON.stringify(same.label)}: a model could not tell them apart.`,
      'Give one of them another label with PATCH /integrated-account/:id.',
    );
  return found.map(({ id }) => id).filter((id) => id !== home);
}

/** Throws a {@link Problem} where a server views an account that is beyond the caller's key: what is changed there would reach further than the key. */
export async function requireReach(
  { store }: Pick<GatewayContext, 'store'>,
  c: Context,
  { id, account_id }: Pick<McpServerRow, 'id' | 'account_id'>,
): Promise<void> {
  const further = await store.servers.furtherAccounts([id]);
  if ([account_id, ...further.map((one) => one.account_id)].every((one) => isReached(c, one))) return;
  throw new Problem(
    { status: 403, code: 'forbidden_role' },
    'This MCP server views accounts that are beyond your key.',
    'Ask with a key for all of them.',
  );
}
