import type { Store } from './contract/store.ts';
import { createStore } from './create-store.ts';
import type { ConnectionOptions } from './engines/engine-driver.ts';
import { openDatabase } from './open-database.ts';

/** Settings of {@link openStore}. */
export type StoreOptions = Partial<ConnectionOptions>;

/**
 * Opens a store and brings its tables up to date: `postgres://…`, the path of an SQLite file, or `:memory:`. Throws
 * {@link ConfigError} where it cannot be opened, or was written by a newer version.
 */
export async function openStore(
  address: string,
  { connections, onError = () => {} }: StoreOptions = {},
): Promise<Store> {
  const { db, engine } = await openDatabase(address, { connections, onError });
  return createStore(db, engine);
}
