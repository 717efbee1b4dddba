import type { AccountStatus } from './accounts.ts';
import type { Page, PageRequest } from './page.ts';

/** What this version records. */
export type AuditAction =
  | 'tools/call'
  | `account.${'create' | 'update' | 'renew' | 'delete' | AccountStatus}`
  | `server.${'create' | 'update' | 'rotate' | 'delete'}`
  | `api_token.${'create' | 'delete'}`
  | `admin_key.${'create' | 'rotate'}`
  | `login.${'link' | 'finish'}`
  | `oauth.${'authorize' | 'token' | 'revoke'}`;

/** Who does what this version records. */
export type AuditActor = 'admin' | 'url' | 'oauth' | 'system' | `api_token:${string}` | `oauth_client:${string}`;

/** One entry of the audit log: never a body, never a token. */
export interface AuditEntry {
  /** Sorts by time. */
  id: string;
  at: number;
  account_id: string | null;
  server_id: string | null;
  /** An {@link AuditActor}, or one of another version. */
  actor: string;
  /** An {@link AuditAction}, or one of another version. */
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
export interface Usage {
  day: string;
  account_id: string;
  server_id: string;
  tool: string;
  status: string;
  calls: number;
  latency_ms: number;
}

/** The audit log, and the counters that are kept longer than it. */
export interface AuditRepository {
  /** False where they are there already, all of which a transaction inserted before. */
  readonly insert: (entries: readonly AuditEntry[]) => Promise<boolean>;
  /** Adds to the counters; two rows of one key must not be in one call. */
  readonly count: (usage: readonly Usage[]) => Promise<void>;
  /** Of one account, or without one of all; newest first. */
  readonly list: (accountId: string | undefined, page: PageRequest) => Promise<Page<AuditEntry>>;
  /** Counters of an account from one day to another (`2026-11-25`), both included. */
  readonly usage: (accountId: string, days: { from: string; to: string }) => Promise<Usage[]>;
  /** Removes what is older than the retention; `firstId` is the id that the oldest kept entry could have. */
  readonly removeBefore: (firstId: string) => Promise<void>;
}
