import type { Kysely } from 'kysely';
import type { Store } from '../../../gateway/store/contract/store.ts';
import type { Tables } from '../../../gateway/store/contract/tables.ts';
import { createStore } from '../../../gateway/store/create-store.ts';
import { openDatabase } from '../../../gateway/store/open-database.ts';

/** A store whose tables a test can look into and clear, past the contract. */
export interface TestStore extends Store {
  readonly db: Kysely<Tables>;
}

/** Opens a store as `openStore` does, with its database beside it. */
export async function openTestStore(address: string): Promise<TestStore> {
  const onError = (): void => {};
  const { db, engine } = await openDatabase(address, { onError });
  return { ...createStore(db, engine), db };
}
