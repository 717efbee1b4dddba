import type { Client } from '../../runtime/client.ts';
import { createMemory } from '../../runtime/value/memory.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { credentialPlace } from '../secrets/sealed-place.ts';
import type { Account } from '../store/contract/accounts.ts';
import { openClient } from './account-client.ts';
import { readVariables } from './connect-account.ts';
import { readCredential } from './credential.ts';

/** Accounts whose clients are kept; the one that was used longest ago gives way. */
const MOST_ACCOUNTS = 200;

type Place = Pick<GatewayContext, 'apis' | 'keyring' | 'fetch' | 'callTimeout' | 'uptime'>;

/**
 * Clients of accounts: one for all servers of an account, with what it remembers of it for a minute, such as names of teammates,
 * and never one for two accounts. It is another one after a change of the account's credential, region, version or variables.
 */
export function createAccountClients(context: Place): (account: Account) => Pick<Client, 'exchange'> {
  const clients = new Map<string, { readonly seen: string; readonly client: Pick<Client, 'exchange'> }>();
  return (account) => {
    const { id, credential, region, api_version, variables } = account;
    const seen = JSON.stringify([credential, region, api_version, variables]);
    const known = clients.get(id);
    const kept = known?.seen === seen ? known : { seen, client: accountClient(context, account) };
    clients.delete(id);
    clients.set(id, kept);
    const [oldest] = clients.keys();
    if (oldest !== undefined && clients.size > MOST_ACCOUNTS) clients.delete(oldest);
    return kept.client;
  };
}

/**
 * Opens the credential of an account. A client that cannot be made, as in a region that the gateway has no more, says so when it
 * is called: other accounts of a server go on.
 */
function accountClient(context: Place, account: Account): Pick<Client, 'exchange'> {
  const { region, api_version: version } = account;
  const memory = createMemory(context.uptime);
  try {
    const credential = readCredential(context.keyring.open(account.credential, credentialPlace(account.id)));
    const variables = readVariables(account);
    return openClient(context, { api: context.apis.of(account), region, version, variables, credential, memory });
  } catch (error) {
    return { exchange: () => Promise.reject(error) };
  }
}
