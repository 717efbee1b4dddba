import type { Dialect, QueryExecutorProvider, RawBuilder } from 'kysely';
import type { StoredRow } from '../contract/backup.ts';
import type { Engine } from '../contract/engine.ts';
import type { StoreFailure } from '../contract/store-unavailable.ts';

/** How long a database may take, in milliseconds. SQLite is in this process, and waits for others that write for five seconds. */
export interface StoreTimeouts {
  /** For a connection: a free one of the pool, or a new one. */
  readonly connect: number;
  /** For a statement, which the database itself then gives up. */
  readonly statement: number;
  /** For an answer, before the connection is given up. */
  readonly query: number;
}

/** Settings of the connections to a database. */
export interface ConnectionOptions {
  /** Connections of a pool; SQLite has one. */
  readonly connections: number;
  readonly timeouts: StoreTimeouts;
  /** They are for work that may last. */
  readonly isLasting: boolean;
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
  /** True where work that lasts gets connections of its own. */
  readonly hasPool: boolean;
  readonly dialect: (address: string, options: ConnectionOptions) => Dialect;
  /** Selects its own time as `at`, in milliseconds since 1970; undefined where that is this machine's. */
  readonly time: RawBuilder<{ readonly at: number }> | undefined;
  /** What an error that it throws means; undefined for bugs. */
  readonly failureOf: (error: unknown) => StoreFailure | undefined;
  /** What to do where it cannot be opened, by the code of the error. */
  readonly openingHelp: (address: string, code: string | number | undefined) => string;
  /** All rows, sorted by the bytes of their keys, a batch at a time; within a transaction. */
  readonly readInOrder: (db: QueryExecutorProvider, read: OrderedRead) => AsyncGenerator<StoredRow>;
}

/** Rows that are fetched at a time. */
export const READ_BATCH = 1000;
