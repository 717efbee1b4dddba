/** Up to which time what is over was cleared away. */
export interface Sweep {
  /** There is one row. */
  id: number;
  until: number;
}

/** What the processes of one gateway know of each other's clearing, also after a restart. */
export interface SweepRepository {
  /** Up to which time it was cleared away last; undefined where it never was. */
  readonly latest: () => Promise<number | undefined>;
  readonly keep: (until: number) => Promise<void>;
}
