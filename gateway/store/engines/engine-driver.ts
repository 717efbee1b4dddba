import type { Dialect, QueryExecutorProvider, RawBuilder } from 'kysely';
import type { StoredRow } from '../contract/backup.ts';
import type { Engine } from '../contract/engine.ts';

/** Settings of a connection to a database. */
export interface ConnectionOptions {
  /** Connections of a pool; 10 unless said otherwise. SQLite has one. */
  readonly connections?: number | undefined;
  /** Called for connections that broke while nobody used them. */
  readonly onError: (error: Error) => void;
}

/** The rows of a table to be read in order. */
export interface OrderedRead {
  /** `select … from …`, without an order and without conditions. */
  readonly select: RawBuilder<unknown>;
  /** Columns that no two rows have the same values in. */
  readonly keys: readonly string[];
}

/** All that differs between databases. */
export interface EngineDriver<Name extends Engine = Engine> {
  readonly engine: Name;
  readonly isAddress: (address: string) => boolean;
  /** How its addresses are written, for messages. */
  readonly addressForm: string;
  /** True where processes on several machines may be over one store, so that they have to share its keys too. */
  readonly isShared: boolean;
  readonly dialect: (address: string, options: ConnectionOptions) => Dialect;
  /** What to do where it cannot be opened, by the code of the error. */
  readonly openingHelp: (address: string, code: string | number | undefined) => string;
  /** All rows, sorted by the bytes of their keys, a batch at a time; within a transaction. */
  readonly readInOrder: (db: QueryExecutorProvider, read: OrderedRead) => AsyncGenerator<StoredRow>;
}

/** Rows that are fetched at a time. */
export const READ_BATCH = 1000;
