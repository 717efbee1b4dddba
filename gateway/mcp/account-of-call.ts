import { accountIn } from '../../runtime/mcp/accounts.ts';
import { own } from '../../runtime/value/value.ts';
import type { ActiveServer } from './find-server.ts';
import { servedAccount } from './server-identity.ts';

/**
 * A server as one message sees it: of several accounts the one that its call names, so that limits, the audit log, credentials
 * and confirmations are that one's. What names none goes to none: it is refused before anything is called.
 */
export function accountOfCall(
  active: ActiveServer,
  message: unknown,
  confirmerOf: (place: string) => ActiveServer['confirmer'],
): ActiveServer {
  if (active.accounts.size < 2) return active;
  const label = accountIn(own(own(message, 'params'), 'arguments'), [...active.accounts.keys()]);
  const access = label === undefined ? undefined : active.accounts.get(label);
  if (label === undefined || access === undefined) return active;
  const account = { ...servedAccount(access.account), label };
  const confirmer = confirmerOf(`${active.row.id} ${access.account.id}`);
  return { ...active, ...access, confirmer, identity: { ...active.identity, account } };
}
