import type { Client } from '../../runtime/client.ts';
import type { Confirmer, OwnSettings } from '../../runtime/mcp/index.ts';
import { createAccountMemories } from '../accounts/account-memories.ts';
import { accountClient } from '../accounts/connect-account.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { type AddressSet, readAddresses } from '../http/address-set.ts';
import { isOver } from '../secrets/is-over.ts';
import { credentialPlace } from '../secrets/sealed-place.ts';
import { isToken } from '../secrets/tokens.ts';
import { isServerId, openUrl } from '../servers/create-server.ts';
import type { ServerConfig } from '../servers/server-config.ts';
import type { Account } from '../store/contract/accounts.ts';
import type { EndReason, McpServerRow } from '../store/contract/servers.ts';
import { createShortMemory } from '../store/short-memory.ts';
import { createConfirmers } from './confirmers.ts';
import { serverIdentity } from './server-identity.ts';
import { createViews, type View } from './views.ts';

/** A server that may be used now, ready to be called. */
export interface ActiveServer extends View {
  readonly row: McpServerRow;
  readonly account: Account;
  readonly client: Pick<Client, 'exchange'>;
  readonly confirmer: Confirmer;
  /** How it introduces itself. */
  readonly identity: Pick<OwnSettings, 'name' | 'title' | 'account'>;
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
  const { store, keyring, digest, now } = context;
  const viewOf = createViews();
  const confirmerOf = createConfirmers(context);
  const memoryOf = createAccountMemories(context.uptime);

  async function load(key: string): Promise<ServerLookup> {
    const found = isToken('server', key) ? await store.servers.find(digest(key)) : await findById(key);
    if (found === undefined || 'ended' in found) return found;
    const { server: row, account } = found;
    const credential = keyring.open(account.credential, credentialPlace(account.id));
    const client = accountClient(context, {
      region: account.region,
      apiVersion: account.api_version,
      token: credential,
      memory: memoryOf(account),
    });
    const view = viewOf(row.config);
    const allowed = allowedOf(view.config);
    const identity = serverIdentity(row, account);
    return { active: { ...view, row, account, client, allowed, identity, confirmer: confirmerOf(row.id) } };
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

function allowedOf({ allowed_addresses: texts }: ServerConfig): AddressSet | undefined {
  if (texts === undefined) return undefined;
  const read = readAddresses(texts);
  // A configuration is stored once it was checked; what is no range answers nobody.
  return 'wrong' in read ? { has: () => false } : read;
}
