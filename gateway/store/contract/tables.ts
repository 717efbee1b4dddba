import type { Account } from './accounts.ts';
import type { AdminKeyRow } from './admin-keys.ts';
import type { ApiToken } from './api-tokens.ts';
import type { AuditEntry, ChainEnd } from './audit.ts';
import type { Confirmation } from './confirmations.ts';
import type { CallCounter } from './counters.ts';
import type { Login } from './logins.ts';
import type { OAuthClient, OAuthGrant } from './oauth.ts';
import type { RateSlots } from './rate-slots.ts';
import type { McpServerRow, ServerAccount, Tombstone } from './servers.ts';
import type { SessionRow, SignInCode } from './sessions.ts';
import type { Setting } from './settings.ts';
import type { Sweep } from './sweeps.ts';

/** An account, and what it is searched by. */
interface AccountRecord extends Account {
  folded_label: string;
  folded_workspace: string | null;
}

/** A server, and what it is searched and sorted by. */
interface ServerRecord extends McpServerRow {
  folded_name: string;
  folded_owner: string | null;
}

/**
 * The rows that a store keeps, by table. Times are milliseconds since 1970. Digests are keyed hashes of tokens; what is
 * sealed is encrypted with the keyring.
 */
export interface Tables {
  settings: Setting;
  admin_keys: AdminKeyRow;
  accounts: AccountRecord;
  servers: ServerRecord;
  server_accounts: ServerAccount;
  tombstones: Tombstone;
  api_tokens: ApiToken;
  logins: Login;
  oauth_clients: OAuthClient;
  oauth_grants: OAuthGrant;
  audit: AuditEntry;
  audit_chain: ChainEnd;
  call_counters: CallCounter;
  rate_slots: RateSlots;
  confirmations: Confirmation;
  sweeps: Sweep;
  sessions: SessionRow;
  sign_in_codes: SignInCode;
}
