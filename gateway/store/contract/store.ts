import type { AccountRepository } from './accounts.ts';
import type { AdminKeyRepository } from './admin-keys.ts';
import type { ApiTokenRepository } from './api-tokens.ts';
import type { AuditBatch, AuditRepository } from './audit.ts';
import type { Restoration, Snapshot } from './backup.ts';
import type { ConfirmationRepository } from './confirmations.ts';
import type { CounterRepository } from './counters.ts';
import type { Engine } from './engine.ts';
import type { LoginRepository } from './logins.ts';
import type { OAuthRepository } from './oauth.ts';
import type { RateSlotRepository } from './rate-slots.ts';
import type { ServerRepository } from './servers.ts';
import type { SessionRepository } from './sessions.ts';
import type { SettingRepository } from './settings.ts';
import type { FailureListener } from './store-unavailable.ts';
import type { SweepRepository } from './sweeps.ts';

/** What a gateway keeps, each kind behind the questions that it has. */
export interface Repositories {
  readonly adminKeys: AdminKeyRepository;
  readonly accounts: AccountRepository;
  readonly servers: ServerRepository;
  readonly apiTokens: ApiTokenRepository;
  readonly logins: LoginRepository;
  readonly oauth: OAuthRepository;
  readonly audit: AuditRepository;
  readonly counters: CounterRepository;
  readonly rateSlots: RateSlotRepository;
  readonly settings: SettingRepository;
  readonly confirmations: ConfirmationRepository;
  readonly sweeps: SweepRepository;
  readonly sessions: SessionRepository;
}

/** Where a gateway keeps everything; the same over every engine. All of it rejects with a `StoreUnavailable` where the database is away. */
export interface Store extends Repositories, AsyncDisposable {
  readonly engine: Engine;
  /** The name of the last change to the tables: rows go by it. */
  readonly migration: string;
  /** Listens to every failure, until the function that it answers is called. */
  readonly onFailure: (listener: FailureListener) => () => void;
  /** Runs all of `work` or nothing of it. */
  readonly transaction: <Result>(work: (within: Repositories) => Promise<Result>) => Promise<Result>;
  /**
   * Puts entries at the end of the audit log's chain and adds up what they count: all of it, or nothing where a try before this
   * one did. They are taken once it is known where the chain ends, so that more may come while others write, and again where
   * it turned out to end elsewhere; there is one at least.
   */
  readonly record: (take: () => AuditBatch) => Promise<void>;
  /** The database's time in milliseconds; undefined where it has that of this machine. */
  readonly databaseTime: (() => Promise<number>) | undefined;
  /** Rejects where the database does not answer. */
  readonly ping: () => Promise<void>;
  /**
   * Deletes what is over: expired servers, whose tombstones stay until `tombstonesUntil`, API tokens, logins, sessions,
   * grants and old tombstones, audit entries before the id `auditFrom`, and counters of hours. Counts the servers.
   */
  readonly sweep: (times: { now: number; tombstonesUntil: number; auditFrom: string }) => Promise<number>;
  /** Others may write meanwhile; over SQLite this opening of the store waits until the snapshot is disposed of. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Fills tables with all that `work` inserts, or with nothing of it. */
  readonly restore: <Result>(work: (into: Restoration) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}
