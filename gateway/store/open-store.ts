import type { Store } from './contract/store.ts';
import { createStore } from './create-store.ts';
import { openDatabase } from './open-database.ts';

/** Settings of {@link openStore}. Those of connections are for PostgreSQL: SQLite is in this process. */
export interface StoreOptions {
  /** Connections for calls; 10 unless said otherwise. Up to two more are for clearing away what is over, and backups. */
  readonly connections?: number | undefined;
  /** Milliseconds to wait for a connection; 5000 unless said otherwise. */
  readonly connectTimeout?: number | undefined;
  /** Milliseconds after which the database gives a statement up; 5000 unless said otherwise. Work that lasts has ten minutes. */
  readonly statementTimeout?: number | undefined;
  /** Milliseconds after which a connection by which no answer comes is given up; two seconds more than `statementTimeout` unless said otherwise. */
  readonly queryTimeout?: number | undefined;
}

/**
 * Opens a store and brings its tables up to date: `postgres://…`, the path of an SQLite file, or `:memory:`. Throws
 * {@link ConfigError} where it cannot be opened, or was written by a newer version.
 */
export async function openStore(
  address: string,
  {
    connections = 10,
    connectTimeout: connect = 5000,
    statementTimeout: statement = 5000,
    queryTimeout: query = statement + 2000,
  }: StoreOptions = {},
): Promise<Store> {
  return createStore(await openDatabase(address, { connections, timeouts: { connect, statement, query } }));
}
