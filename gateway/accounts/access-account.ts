import type { Client } from '../../runtime/client.ts';
import type { Account } from '../store/contract/accounts.ts';

/** An account, ready to be called. */
export interface AccountAccess {
  readonly account: Account;
  readonly client: Pick<Client, 'exchange'>;
}
