/** A clock that somebody may set, and one that only goes on. */
export interface MachineClocks {
  /** Milliseconds since 1970, as this machine has it. */
  readonly system: () => number;
  /** Milliseconds since some moment; nobody can set it, and it may stand still while the machine sleeps. */
  readonly uptime: () => number;
}

/** The time by which a gateway judges. */
export interface Clock {
  /** Whole milliseconds since 1970: the database's where it has a time of its own, else this machine's. */
  readonly now: () => number;
  /** Asks the database for its time; it may be called at any time, and rejects where it is away. */
  readonly refresh: () => Promise<void>;
}

/** A time that was corrected by less stands still until it is reached again, in milliseconds: what is sorted by time stays so. */
const SMALL_STEP = 2000;

/** Milliseconds by which the machine's two clocks may part before the database is asked again: one was set, or it slept. */
const PARTED = 1000;

/** An answer of the database that took longer tells its time too vaguely, in milliseconds. */
const SLOW = 1000;

/**
 * The clock of a gateway. `databaseTime` is what a database that several machines share says; it is asked when `refresh` is
 * called, and in between this process goes on counting, so that no request waits for it.
 */
export function createClock({
  databaseTime,
  system,
  uptime,
}: MachineClocks & { readonly databaseTime: (() => Promise<number>) | undefined }): Clock {
  if (databaseTime === undefined) return { now: withoutSmallStepsBack(system), refresh: async () => {} };
  /** The database's time and the machine's, when uptime was 0. */
  let zero: number | undefined;
  let machineZero = system() - uptime();
  let asking: Promise<void> | undefined;

  async function ask(read: () => Promise<number>): Promise<void> {
    const began = uptime();
    const at = await read();
    const took = uptime() - began;
    if (took <= SLOW || zero === undefined) zero = at - began - took / 2;
  }
  const refresh = (): Promise<void> => {
    asking ??= ask(databaseTime).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const now = (): number => {
    if (Math.abs(system() - uptime() - machineZero) > PARTED) {
      machineZero = system() - uptime();
      // Whoever listens to the store learns of a failure, and the next refresh makes it good.
      refresh().catch(() => {});
    }
    return Math.round(uptime() + (zero ?? machineZero));
  };
  return { now: withoutSmallStepsBack(now), refresh };
}

function withoutSmallStepsBack(read: () => number): () => number {
  let latest = Number.NEGATIVE_INFINITY;
  return () => {
    const time = read();
    if (time >= latest || latest - time > SMALL_STEP) latest = time;
    return latest;
  };
}
