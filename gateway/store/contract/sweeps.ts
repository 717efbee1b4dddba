/** Up to which time what is over was cleared away. */
export interface Sweep {
  /** There is one row. */
  id: number;
  until: number;
}

/** What the processes of one gateway know of each other's clearing, also after a restart. */
export interface SweepRepository {
  /** Up to which time it was cleared away last, else the time of the last entry of the audit log; undefined where there is neither. */
  readonly latest: () => Promise<number | undefined>;
  readonly keep: (until: number) => Promise<void>;
}
