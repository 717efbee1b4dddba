import type { Confirmer, OwnSettings } from '../../runtime/mcp/index.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import { createAccountClients } from '../accounts/account-clients.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { type AddressSet, readAddresses } from '../http/address-set.ts';
import { isOver } from '../secrets/is-over.ts';
import { isToken } from '../secrets/tokens.ts';
import { accountLabels } from '../servers/account-labels.ts';
import { servedAccounts } from '../servers/accounts-of-tools.ts';
import { isServerId, openUrl } from '../servers/create-server.ts';
import { openServedApi } from '../servers/open-served-api.ts';
import type { ServerConfig } from '../servers/server-config.ts';
import type { Account } from '../store/contract/accounts.ts';
import type { EndReason, McpServerRow } from '../store/contract/servers.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { createConfirmers } from './confirmers.ts';
import { serverIdentity } from './server-identity.ts';
import { createViews, type View } from './views.ts';

/** A server that may be used now, ready to be called: `account` is the one that a request goes to. */
export interface ActiveServer extends View, AccountAccess {
  readonly row: McpServerRow;
  /** All accounts that it views, by what clients call them. */
  readonly accounts: ReadonlyMap<string, AccountAccess>;
  readonly confirmer: Confirmer;
  /** How it introduces itself. */
  readonly identity: Pick<OwnSettings, 'name' | 'title' | 'account' | 'accounts'>;
  /** Whose requests are answered; undefined for everyone's. */
  readonly allowed: AddressSet | undefined;
}

/** What a token leads to: a server, one that ended, or nothing. */
type ServerLookup = { readonly active: ActiveServer } | { readonly ended: EndReason } | undefined;

/** Finds servers by their tokens, and those with a second factor by their ids as well. */
interface ServerFinder {
  readonly find: (key: string) => Promise<ServerLookup>;
  /** Reads anew at the next call. */
  readonly clear: () => void;
}

/** A {@link ServerFinder} over the store that remembers a server for half a second; its expiry holds to the millisecond. */
export function createServerFinder(context: GatewayContext): ServerFinder {
  const { store, digest, now } = context;
  const viewOf = createViews(now);
  const confirmerOf = createConfirmers(context);
  const clientOf = createAccountClients(context);

  async function load(key: string): Promise<ServerLookup> {
    const found = isToken('server', key) ? await store.servers.find(digest(key)) : await findById(key);
    if (found === undefined || 'ended' in found) return found;
    const { server: row, account } = found;
    const others = await furtherAccounts(row.id);
    const own = accessTo(account);
    const all = [own, ...others.map(accessTo)];
    const accounts = labelled(all);
    const api = await openServedApi(context.apis, [account, ...others]);
    const labels = others.length > 0 ? [...accounts.keys()] : [];
    const view = viewOf(row.config, servedAccounts(labels, [account, ...others], api), api);
    const allowed = allowedOf(view.config);
    const [first = account, ...further] = [...accounts].map(([label, { account: one }]) => ({ ...one, label }));
    const identity = serverIdentity(row, api, [others.length > 0 ? first : account, ...further]);
    return { active: { ...view, ...own, row, accounts, allowed, identity, confirmer: confirmerOf(row.id) } };
  }

  const accessTo = (account: Account): AccountAccess => ({ account, client: clientOf(account) });

  async function furtherAccounts(serverId: string): Promise<Account[]> {
    const ids = (await store.servers.furtherAccounts([serverId])).map(({ account_id }) => account_id);
    const found = await Promise.all(ids.map((id) => store.accounts.get(id)));
    return found.filter((account) => account !== undefined);
  }

  /** Who has an id alone learns of no other server than one whose second factor decides. */
  async function findById(id: string): Promise<Awaited<ReturnType<typeof store.servers.find>>> {
    const server = await store.servers.getById(id);
    if (server === undefined || openUrl(context, server) === undefined) return undefined;
    const account = await store.accounts.get(server.account_id);
    return account && { server, account };
  }

  // Guesses must not fill the memory.
  const memory = createShortMemory(load, (found) => found !== undefined && 'active' in found);
  return {
    find: async (key) => {
      const isById = isServerId(key);
      if (!isById && !isToken('server', key)) return undefined;
      const found = await memory.get(key);
      if (found === undefined || 'ended' in found) return found;
      const { row } = found.active;
      if (isOver(row, now())) return isById ? undefined : { ended: 'expired' };
      return found;
    },
    clear: memory.clear,
  };
}

function labelled(accounts: readonly AccountAccess[]): Map<string, AccountAccess> {
  const labels = accountLabels(accounts.map(({ account }) => account));
  return new Map(accounts.map((access, index) => [labels[index] ?? access.account.id, access]));
}

function allowedOf({ allowed_addresses: texts }: ServerConfig): AddressSet | undefined {
  if (texts === undefined) return undefined;
  const read = readAddresses(texts);
  // A configuration is stored once it was checked; what is no range answers nobody.
  return 'wrong' in read ? { has: () => false } : read;
}
