import type { Tables } from './tables.ts';

/** A row as columns and their values. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** All tables as they were at one moment; disposing of it ends the reading. */
export interface Snapshot extends AsyncDisposable {
  /** These columns of all rows of a table, sorted by the bytes of its keys: the same over every engine. */
  readonly rows: (
    table: keyof Tables,
    shape: { columns: readonly string[]; keys: readonly string[] },
  ) => AsyncIterable<StoredRow>;
}

/** Whole tables to be filled. */
export interface Restoration {
  readonly isEmpty: (table: keyof Tables) => Promise<boolean>;
  /** Writes rows of which each has these columns; at most a thousand at once. */
  readonly insert: (table: keyof Tables, columns: readonly string[], rows: readonly StoredRow[]) => Promise<void>;
}
