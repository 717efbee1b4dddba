import type { Logger } from 'pino';
import type { AuditBatch, AuditLink, NewAuditEntry } from '../store/contract/audit.ts';
import type { Repositories, Store } from '../store/contract/store.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { type AuditEvent, BY_SYSTEM, newAuditEntry } from './audit-entry.ts';
import { countersOf } from './counters-of.ts';

/** Writes the audit log and the counters of calls. */
export interface AuditLog {
  /** Resolves once the entry is stored: true; or false, where it went to the process's own log because the store did not take it. */
  readonly record: (event: AuditEvent) => Promise<boolean>;
  /** Writes an entry as a part of a transaction: what it is about is stored with its line or not at all. Let it be the last of the transaction. */
  readonly append: (within: Pick<Repositories, 'audit'>, event: AuditEvent) => Promise<void>;
  /** Tries the store again where it did not take the last entries; false where it still does not. */
  readonly isWritable: () => Promise<boolean>;
  /** Resolves once all entries are stored. */
  readonly flush: () => Promise<void>;
}

/** What an audit log is made of. */
export interface AuditLogOptions {
  readonly store: Pick<Store, 'record'>;
  readonly link: AuditLink;
  readonly now: () => number;
  readonly logger: Logger;
  /** What goes on and will be written down; nothing unless given. */
  readonly going?: { readonly size: number };
  /** Is called with the number of entries that went to the process's log. */
  readonly onFailure: (entries: number) => void;
}

interface Waiting {
  readonly entry: NewAuditEntry;
  readonly done: (isStored: boolean) => void;
}

/** Milliseconds within which a batch is tried again, before its entries go to the process's own log instead: a database that restarts is back by then. */
const PATIENCE = 5000;

/** Milliseconds from one try to the next. */
const PAUSE = 200;

/**
 * Calls that go on beside the one that is written down, from which on others are waited for; and for how many turns of the event
 * loop: a process that is busy does much in each of them, and one that is not loses no time.
 */
const CROWD = 4;
const GATHERING = 4;

/** Entries of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const LARGEST_BATCH = 1000;

/**
 * An audit log that stores what came while the batch before was written in one transaction with its counters. An entry
 * that the store does not take goes to the process's log, and the first line that is stored afterwards counts them.
 */
export function createAuditLog({ store, link, now, logger, going = new Set(), onFailure }: AuditLogOptions): AuditLog {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  /** Entries that went to the process's log since the last one that was stored. */
  let missing = 0;

  async function writeAll(): Promise<void> {
    // Without entries it tries again what the store did not take before.
    do {
      const batch = waiting.splice(0, LARGEST_BATCH);
      const isStored = await write(batch).catch((error: unknown) => {
        for (const { entry } of batch) logger.error({ err: error, entry }, 'an audit entry could not be stored');
        missing += batch.length;
        if (batch.length > 0) onFailure(batch.length);
        else logger.warn({ err: error }, 'the audit log cannot be written');
        return false;
      });
      for (const { done } of batch) done(isStored);
    } while (waiting.length > 0);
    writing = undefined;
  }

  /** Writes a batch, to which is added what comes before the store takes it. */
  async function write(batch: Waiting[]): Promise<boolean> {
    const resumed =
      missing > 0 ? [newAuditEntry({ ...BY_SYSTEM, action: 'audit.resume', status: 'ok', times: missing }, now())] : [];
    if (resumed.length + batch.length === 0) return true;
    /** A batch that the store may have taken has to stay as it is. */
    let isOpen = true;
    const take = (): AuditBatch => {
      if (isOpen) batch.push(...waiting.splice(0, Math.max(0, LARGEST_BATCH - batch.length)));
      const entries = [...resumed, ...batch.map(({ entry }) => entry)];
      return { entries, counters: countersOf(entries), link };
    };
    const closeBatch = (): void => {
      isOpen = false;
    };
    // Who has just waited in vain is not waited for again.
    await writePatiently(take, closeBatch, performance.now() + (missing > 0 ? 0 : PATIENCE));
    missing = 0;
    return true;
  }

  async function writePatiently(take: () => AuditBatch, onFailed: () => void, end: number): Promise<void> {
    try {
      await store.record(take);
    } catch (error) {
      onFailed();
      if (!(error instanceof StoreUnavailable) || performance.now() + PAUSE > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await writePatiently(take, onFailed, end);
    }
  }

  const start = (): Promise<void> => {
    writing ??= gather().then(writeAll);
    return writing;
  };

  /** Whatever else is answered in this turn of the event loop joins the batch, and where much goes on that of some more. */
  async function gather(): Promise<void> {
    const turns = going.size > CROWD ? GATHERING : 1;
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    record: (event) =>
      new Promise((done) => {
        waiting.push({ entry: newAuditEntry(event, now()), done });
        void start();
      }),
    append: async ({ audit }, event) => {
      await audit.append([newAuditEntry(event, now())], link);
    },
    isWritable: async () => {
      if (missing > 0) await start();
      return missing === 0;
    },
    flush: async () => {
      while (waiting.length > 0 || writing !== undefined) await start();
    },
  };
}
