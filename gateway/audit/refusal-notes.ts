import type { AuditEvent } from './audit-entry.ts';
import type { AuditLog } from './audit-log.ts';

/** A request that was refused. */
type RefusedEvent = Omit<AuditEvent, 'action' | 'times'>;

/** Writes refused requests into the audit log, without letting whoever sends them fill it. */
export interface RefusalNotes {
  readonly note: (event: RefusedEvent) => void;
  /** Writes what was only counted until now, and ends. */
  readonly close: () => void;
}

/** Milliseconds for which equal refusals are counted, to be one line. */
const SPAN = 60_000;

/** Different refusals of a span: beyond them addresses are not told apart. */
const MOST = 500;

/**
 * {@link RefusalNotes} that write the first refusal of a kind, server and address at once, and those of the minute after
 * it as one line with their number.
 */
export function createRefusalNotes({ record }: Pick<AuditLog, 'record'>): RefusalNotes {
  let counted = new Map<string, { readonly event: RefusedEvent; times: number }>();

  const write = (event: RefusedEvent, times: number): void => {
    // What the store does not take is in the process's log.
    void record({ ...event, action: 'refuse', times });
  };
  const writeCounted = (): void => {
    const before = counted;
    counted = new Map();
    for (const { event, times } of before.values()) if (times > 0) write(event, times);
  };
  const timer = setInterval(writeCounted, SPAN);
  timer.unref();

  return {
    note: (event) => {
      const isKnown = counted.size < MOST || counted.has(keyOf(event));
      const kept = isKnown ? event : { ...event, address: null };
      const key = keyOf(kept);
      const found = counted.get(key);
      if (found !== undefined) found.times += 1;
      else {
        counted.set(key, { event: kept, times: 0 });
        write(kept, 1);
      }
    },
    close: () => {
      clearInterval(timer);
      writeCounted();
    },
  };
}

function keyOf({ status, actor, server_id, address }: RefusedEvent): string {
  return JSON.stringify([status, actor, server_id, address]);
}
