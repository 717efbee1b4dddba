import type { Selectable } from 'kysely';

// Times are milliseconds since 1970. Digests are keyed hashes of tokens; what is sealed is encrypted with the keyring.

/** One connected Intercom workspace. */
interface AccountTable {
  id: string;
  label: string;
  region: string;
  api_version: string;
  workspace_id: string | null;
  workspace_name: string | null;
  /** Sealed for `accounts/<id>`. */
  credential: string;
  /** `access_token` or `oauth`. */
  source: string;
  /** `active`, or `needs_reauth` after Intercom refused the credential. */
  status: string;
  created_at: number;
  updated_at: number;
}

/** A filtered view of one account behind a URL. */
interface ServerTable {
  id: string;
  account_id: string;
  name: string;
  /** A {@link ServerConfig} as JSON. */
  config: string;
  digest: string;
  expires_at: number | null;
  created_at: number;
  updated_at: number;
}

/** What remains of a server's token for a while after its end, so that its clients learn why it stopped. */
interface TombstoneTable {
  digest: string;
  /** `expired` or `revoked`. */
  reason: string;
  /** When this is forgotten too. */
  until: number;
}

/** A second factor. */
interface ApiTokenTable {
  id: string;
  /** The one account whose servers it opens; null for all. */
  account_id: string | null;
  name: string;
  digest: string;
  expires_at: number | null;
  created_at: number;
}

/** A login at Intercom that was begun. */
interface LoginTable {
  id: string;
  /** Of the link that starts it, until it was used. */
  link_digest: string | null;
  state_digest: string | null;
  cookie_digest: string | null;
  /** The account whose credential is renewed; null creates one. */
  account_id: string | null;
  label: string | null;
  region: string;
  expires_at: number;
}

/** A client that registered itself with the gateway's authorization server. */
interface OAuthClientTable {
  id: string;
  name: string;
  /** A list as JSON. */
  redirect_uris: string;
  created_at: number;
}

/** What the authorization server gave out for one MCP server. */
interface OAuthGrantTable {
  digest: string;
  /** `code`, `access` or `refresh`. */
  kind: string;
  client_id: string;
  server_id: string;
  /** The API token with which the operator agreed. */
  api_token_id: string;
  /** All that came from one consent: reuse of a code or refresh token revokes it as a whole. */
  family: string;
  redirect_uri: string | null;
  code_challenge: string | null;
  /** Set when a code or refresh token was redeemed. */
  used_at: number | null;
  expires_at: number;
}

/** One line of the audit log: never a body, never a token. */
interface AuditTable {
  /** Sorts by time. */
  id: string;
  at: number;
  account_id: string | null;
  server_id: string | null;
  /** Who: `admin`, `url`, `api_token:<id>`, `oauth_client:<id>`, `system`. */
  actor: string;
  /** What was done: `tools/call`, or a change such as `server.create`. */
  action: string;
  tool: string | null;
  /** Names and types of the arguments, as JSON. */
  arguments: string | null;
  status: string;
  /** HTTP status of Intercom's answer. */
  upstream_status: number | null;
  latency_ms: number | null;
  /** Intercom's. */
  request_id: string | null;
}

/** Calls counted by day (UTC), server, tool and status. */
interface UsageTable {
  day: string;
  account_id: string;
  server_id: string;
  tool: string;
  status: string;
  calls: number;
  latency_ms: number;
}

/** Calls of a server in its current window. */
interface RateWindowTable {
  server_id: string;
  started_at: number;
  calls: number;
}

/** A token that confirmed a call. */
interface ConfirmationTable {
  number: string;
  /** When the token expires, and this can be forgotten. */
  until: number;
}

/** What the processes of one gateway share. */
interface SettingTable {
  name: string;
  value: string;
}

/** All tables of the store. */
export interface Tables {
  settings: SettingTable;
  accounts: AccountTable;
  servers: ServerTable;
  tombstones: TombstoneTable;
  api_tokens: ApiTokenTable;
  logins: LoginTable;
  oauth_clients: OAuthClientTable;
  oauth_grants: OAuthGrantTable;
  audit: AuditTable;
  usage: UsageTable;
  rate_windows: RateWindowTable;
  confirmations: ConfirmationTable;
}

export type Account = Selectable<AccountTable>;
export type McpServerRow = Selectable<ServerTable>;
export type ApiToken = Selectable<ApiTokenTable>;
export type Login = Selectable<LoginTable>;
export type OAuthClient = Selectable<OAuthClientTable>;
export type OAuthGrant = Selectable<OAuthGrantTable>;
export type AuditEntry = Selectable<AuditTable>;
export type Usage = Selectable<UsageTable>;
