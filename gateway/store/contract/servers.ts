import type { Account } from './accounts.ts';
import type { Page, PageRequest } from './page.ts';

/** A filtered view of one account behind a URL. */
export interface McpServerRow {
  id: string;
  account_id: string;
  name: string;
  /** A configuration as JSON. */
  config: string;
  digest: string;
  /** 0 where it is switched off. */
  enabled: 0 | 1;
  expires_at: number | null;
  /** Who is responsible for it: any text. */
  owner: string | null;
  /** Milliseconds without a request after which it ends, and when that will be. */
  idle_ms: number | null;
  idle_at: number | null;
  last_used_at: number | null;
  created_at: number;
  updated_at: number;
}

/** What lists of servers can be sorted by. A server that never expires stands behind all that do, one that was never used before all that were. */
export const serverSorts = ['name', 'created_at', 'expires_at', 'last_used_at'] as const;

export type ServerSort = (typeof serverSorts)[number];

/** Which servers of a list, and in which order: newest first unless said otherwise. */
export interface ServerQuery extends PageRequest {
  /** Those that view one of these accounts; all unless given. */
  readonly accountIds?: readonly string[] | undefined;
  /** Stands in the name or the owner, whatever its case, or at the beginning of the id. */
  readonly search?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Those that are over by then are left out. */
  readonly now: number;
  readonly sort?: ServerSort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** An account that a server views beside the one that it belongs to. */
export interface ServerAccount {
  server_id: string;
  account_id: string;
}

/** Why a server or its URL ended. */
export const endReasons = ['expired', 'revoked'] as const;

export type EndReason = (typeof endReasons)[number];

/** What remains of a server's token for a while after its end, so that its clients learn why it stopped. */
export interface Tombstone {
  digest: string;
  reason: EndReason;
  /** When this is forgotten too. */
  until: number;
}

/** A server and the account that it is a view of. */
interface FoundServer {
  readonly server: McpServerRow;
  readonly account: Account;
}

/** What a digest leads to: a server, the tombstone of one, or nothing. */
type ServerLookup = FoundServer | { readonly ended: EndReason } | undefined;

/** MCP servers, each of one account that it views, and the tombstones of those that ended. */
export interface ServerRepository {
  readonly insert: (server: McpServerRow) => Promise<void>;
  /** Where the account is one of those that it views. */
  readonly get: (accountId: string, id: string) => Promise<McpServerRow | undefined>;
  /** By its id alone, for those who know no account. */
  readonly getById: (id: string) => Promise<McpServerRow | undefined>;
  /** A page, and how many there are on all of them. */
  readonly list: (query: ServerQuery) => Promise<Page<McpServerRow> & { readonly total: number }>;
  /** How many servers view each of these accounts, without those that are over by then. */
  readonly countByAccount: (accountIds: readonly string[], now: number) => Promise<ReadonlyMap<string, number>>;
  readonly find: (digest: string) => Promise<ServerLookup>;
  /** False where the account has no such server. */
  readonly update: (
    accountId: string,
    id: string,
    changes: Partial<
      Pick<McpServerRow, 'name' | 'config' | 'enabled' | 'expires_at' | 'owner' | 'idle_ms' | 'idle_at' | 'updated_at'>
    >,
  ) => Promise<boolean>;
  /** The accounts that these servers view beside their own, sorted by their ids. */
  readonly furtherAccounts: (ids: readonly string[]) => Promise<ServerAccount[]>;
  /** Replaces the accounts that a server views beside its own. Run it in a transaction. */
  readonly setFurtherAccounts: (id: string, accountIds: readonly string[]) => Promise<void>;
  /** Notes that a server was used at this time. */
  readonly touch: (id: string, at: number) => Promise<void>;
  /** Replaces the token of a server, whose old one has a tombstone until `until`; false where the account has no such server. Run it in a transaction. */
  readonly rotate: (
    accountId: string,
    id: string,
    change: { digest: string; now: number; until: number },
  ) => Promise<boolean>;
  /** False where the account has no such server. Run it in a transaction. */
  readonly remove: (accountId: string, id: string, until: number) => Promise<boolean>;
  /** Removes the servers of an account, but gives those that view others to one of these. Run it in a transaction. */
  readonly removeOf: (accountId: string, until: number) => Promise<void>;
  /** Removes the servers that expired, and counts them. Run it in a transaction. */
  readonly removeExpired: (now: number, until: number) => Promise<number>;
  /** Removes tombstones whose time is over. */
  readonly removeTombstones: (now: number) => Promise<void>;
}
