import { createAliases } from '../../runtime/catalog/aliases.ts';
import { CALLERS } from '../../runtime/discovery/choose-tool.ts';
import { accountArgument, accountIn } from '../../runtime/mcp/accounts.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { own } from '../../runtime/value/value.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import type { ActiveServer } from './find-server.ts';
import { servedAccount } from './server-identity.ts';

/**
 * A server as one message sees it: of several accounts the one that its call names, or the only one that its tool can work on, so
 * that limits, the audit log, credentials and confirmations are that one's. What names none goes to none: it is refused before
 * anything is called.
 */
export function accountOfCall(
  active: ActiveServer,
  message: unknown,
  confirmerOf: (place: string) => ActiveServer['confirmer'],
): ActiveServer {
  if (active.accounts.size < 2) return active;
  const label = labelOf(active, own(message, 'params'));
  const access = label === undefined ? undefined : active.accounts.get(label);
  if (label === undefined || access === undefined) return active;
  const account = { ...servedAccount(access.account, active.api), label };
  const confirmer = confirmerOf(`${active.row.id} ${access.account.id}`);
  return { ...active, ...access, confirmer, identity: { ...active.identity, account } };
}

function labelOf({ accounts, api, served, config }: ActiveServer, params: unknown): string | undefined {
  const args = own(params, 'arguments');
  const named = accountIn(args, [...accounts.keys()], accountArgument(api.catalog));
  if (named !== undefined || served.labelsOf === undefined) return named;
  const { prefix = '' } = config;
  const strip = (name: unknown): string =>
    String(name ?? '').slice(String(name ?? '').startsWith(prefix) ? prefix.length : 0);
  const called = strip(own(params, 'name'));
  const name = CALLER_NAMES.has(called) ? strip(own(args, 'name')) : called;
  const tool = api.partOf(name) === undefined ? createAliases(api.catalog).find(name)?.entry.name : name;
  const [only, ...more] = tool === undefined ? [] : served.labelsOf(tool);
  return more.length === 0 ? only : undefined;
}

const CALLER_NAMES: ReadonlySet<string> = new Set(Object.values(CALLERS));

/**
 * The account that a tool is called in by a request for an account: that one where the tool is of its API, else the only one of the
 * tool's API, as where a program calls functions of several. Throws {@link InputError} where there are several.
 */
export function accountForTool(
  { account, client, accounts, api }: Pick<ActiveServer, 'account' | 'client' | 'accounts' | 'api'>,
  tool: string,
): AccountAccess {
  const id = api.partOf(tool)?.hosted.id;
  if (id === undefined || id === account.api) return { account, client };
  const able = [...accounts].filter(([, access]) => access.account.api === id);
  const [only, ...more] = able;
  if (only !== undefined && more.length === 0) return only[1];
  const labels = able.map(([label]) => JSON.stringify(label)).join(', ');
  throw new InputError(
    [{ argument: accountArgument(api.catalog), message: `it has to say in which account ${tool} works` }],
    `Say which account is meant, without guessing: ${labels}.`,
  );
}
