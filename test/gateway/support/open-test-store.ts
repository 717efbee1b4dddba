import type { Kysely } from 'kysely';
import type { Store } from '../../../gateway/store/contract/store.ts';
import type { Tables } from '../../../gateway/store/contract/tables.ts';
import { createStore } from '../../../gateway/store/create-store.ts';
import type { StoreTimeouts } from '../../../gateway/store/engines/engine-driver.ts';
import { openDatabase } from '../../../gateway/store/open-database.ts';

/** A store whose tables a test can look into and clear, past the contract. */
export interface TestStore extends Store {
  readonly db: Kysely<Tables>;
}

const TIMEOUTS: StoreTimeouts = { connect: 5000, statement: 30_000, query: 32_000 };

/** Opens a store as `openStore` does, with its database beside it. */
export async function openTestStore(
  address: string,
  { connections = 10, timeouts = TIMEOUTS }: { connections?: number; timeouts?: StoreTimeouts } = {},
): Promise<TestStore> {
  const database = await openDatabase(address, { connections, timeouts });
  return { ...createStore(database), db: database.db };
}
