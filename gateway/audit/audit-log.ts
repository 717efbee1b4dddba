import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { AuditAction, AuditActor, AuditEntry, Usage } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';

/** What happened, before it has a place in the log. */
interface Event extends Partial<Omit<AuditEntry, 'id' | 'at'>> {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly status: string;
}

/** Writes the audit log and the counters of usage. */
export interface AuditLog {
  /** Resolves once the entry is stored. */
  readonly record: (event: Event) => Promise<void>;
  /** Resolves once all entries are stored. */
  readonly flush: () => Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
}

/** Milliseconds within which a batch is tried again, before its entries go to the process's own log instead: a database that restarts is back by then. */
const PATIENCE = 5000;

/** Milliseconds from one try to the next. */
const PAUSE = 200;

/** Entries of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const LARGEST_BATCH = 1000;

/**
 * An audit log that stores what came while the batch before was written in one transaction with its counters. An entry
 * that the store does not take goes to the process's log: nothing is lost, and a call that was made is answered.
 */
export function createAuditLog({ store, now, logger }: { store: Store; now: () => number; logger: Logger }): AuditLog {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, LARGEST_BATCH);
      const entries = batch.map(({ entry }) => entry);
      await write(entries).catch((error: unknown) => {
        for (const entry of entries) logger.error({ err: error, entry }, 'an audit entry could not be stored');
      });
      for (const { done } of batch) done();
    }
    writing = undefined;
  }

  async function write(entries: readonly AuditEntry[], end = performance.now() + PATIENCE): Promise<void> {
    try {
      await store.transaction(async ({ audit }) => {
        // A try before this one may have come to its end without a word of it.
        if (!(await audit.insert(entries))) return;
        const usage = usageOf(entries);
        if (usage.length > 0) await audit.count(usage);
      });
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() + PAUSE > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await write(entries, end);
    }
  }

  const start = (): Promise<void> => {
    // Whatever else is answered in this turn of the event loop joins the batch.
    writing ??= new Promise((resolve) => setImmediate(resolve)).then(writeAll);
    return writing;
  };

  return {
    record: (event) =>
      new Promise((done) => {
        const at = now();
        waiting.push({ entry: { ...EMPTY, ...event, id: newAuditId(at), at }, done });
        void start();
      }),
    flush: async () => {
      while (waiting.length > 0 || writing !== undefined) await start();
    },
  };
}

const EMPTY = {
  account_id: null,
  server_id: null,
  tool: null,
  arguments: null,
  upstream_status: null,
  latency_ms: null,
  request_id: null,
};

/** Tells the entries of two processes apart. */
const processId = randomBytes(6).toString('hex');
let counter = 0;

/** An id that sorts by time, and within a millisecond of one process by its order. */
export function newAuditId(at: number): string {
  counter = (counter + 1) % 36 ** 4;
  return `${firstAuditId(at)}${counter.toString(36).padStart(4, '0')}${processId}`;
}

/** The least id of an entry of this time, in milliseconds. */
export function firstAuditId(at: number): string {
  return Math.max(0, at).toString(36).padStart(9, '0');
}

/** Calls of tools by day, server, tool and status, in the order of their keys so that two processes cannot block each other. */
function usageOf(entries: readonly AuditEntry[]): Usage[] {
  const counted = new Map<string, Usage>();
  for (const { at, account_id, server_id, tool, status, latency_ms } of entries) {
    if (account_id === null || server_id === null || tool === null) continue;
    const day = new Date(at).toISOString().slice(0, 10);
    const key = [account_id, day, server_id, tool, status].join(' ');
    const before = counted.get(key);
    counted.set(key, {
      ...{ day, account_id, server_id, tool, status },
      calls: (before?.calls ?? 0) + 1,
      latency_ms: (before?.latency_ms ?? 0) + (latency_ms ?? 0),
    });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, usage]) => usage);
}
