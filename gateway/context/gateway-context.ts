import type { Logger } from 'pino';
import type { Send } from '../../runtime/http/send.ts';
import type { HostedApis } from '../apis/hosted-apis.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { RefusalNotes } from '../audit/refusal-notes.ts';
import type { SlidingCounter } from '../limits/sliding-counter.ts';
import type { AdminKeys } from '../secrets/admin-keys.ts';
import type { SharedSecrets } from '../secrets/shared-secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { AccountUseNotes } from '../store/account-use.ts';
import type { Store } from '../store/contract/store.ts';
import type { Metrics } from './metrics.ts';

/** `required` refuses writes that cannot be recorded before they go out; `best-effort` makes them. */
export type AuditMode = 'required' | 'best-effort';

/** What every part of a gateway works with. */
export interface GatewayContext extends SharedSecrets {
  readonly store: Store;
  readonly adminKeys: AdminKeys;
  readonly sessions: Sessions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since some moment, by a clock that nobody can set. */
  readonly uptime: () => number;
  /** Requests that the servers of one account answer in any minute, in each process. */
  readonly accountLimit: number;
  /** Those requests, by account. */
  readonly accountCalls: SlidingCounter;
  /** When accounts are used, and what is left of their budgets. */
  readonly accountUse: AccountUseNotes;
  /** Requests of one caller's network that are answered in any minute, in each process. */
  readonly addressLimit: number;
  /** Under which clients reach the gateway, without a slash at its end. */
  readonly publicUrl: string;
  /** Folder of the dashboard's files; undefined for a gateway without one. */
  readonly dashboard: string | undefined;
  /** The APIs whose accounts it connects. */
  readonly apis: HostedApis;
  /** Sends requests to the APIs. */
  readonly fetch: typeof fetch;
  /** Sends the calls of tools, where that is not `fetch`. */
  readonly send?: Send | undefined;
  /** Milliseconds until a request to an API is given up; the client's own limit unless said otherwise. */
  readonly callTimeout?: number | undefined;
  readonly audit: AuditLog;
  /** The ends of calls through servers that were sent to an API and are not written down yet. */
  readonly going: Set<Promise<void>>;
  /** Whether a write goes out whose line the audit log cannot take. */
  readonly auditMode: AuditMode;
  readonly refusals: RefusalNotes;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Call it after a change of accounts, servers, tokens or keys: what this process remembers for a moment is read anew. */
  readonly changed: () => void;
}

/** How long the URL of a server that ended answers 410, in milliseconds: 30 days. */
export const TOMBSTONE_LIFETIME = 30 * 24 * 3_600_000;
