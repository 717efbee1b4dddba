/** A value that the processes of one gateway share. */
export interface Setting {
  name: string;
  value: string;
}

/** What the processes of one gateway share. */
export interface SettingRepository {
  readonly get: (name: string) => Promise<string | undefined>;
  /** Keeps the value that is there already; answers the one that holds, and whether it is the new one. */
  readonly setOnce: (name: string, value: string) => Promise<{ value: string; isNew: boolean }>;
  readonly set: (name: string, value: string) => Promise<void>;
  /** Replaces a value, unless somebody else did so first. */
  readonly replace: (name: string, change: { from: string; to: string }) => Promise<boolean>;
  /** Sorted by name. */
  readonly all: () => Promise<Setting[]>;
}
