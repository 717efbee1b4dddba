import type { Client } from '../../runtime/client.ts';
import type { Memory } from '../../runtime/value/memory.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { credentialPlace } from '../secrets/sealed-place.ts';
import type { Account } from '../store/contract/accounts.ts';
import { accountClient } from './connect-account.ts';

/** An account, ready to be called. */
export interface AccountAccess {
  readonly account: Account;
  readonly client: Pick<Client, 'exchange'>;
}

/** Opens the credential of an account; `memory` is what its clients remember together. */
export function accessAccount(
  context: Pick<GatewayContext, 'keyring' | 'upstreams' | 'fetch' | 'callTimeout'>,
  account: Account,
  memory?: Memory,
): AccountAccess {
  const { region, api_version: apiVersion } = account;
  const token = context.keyring.open(account.credential, credentialPlace(account.id));
  return { account, client: accountClient(context, { region, apiVersion, token, memory }) };
}
