import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine as EngineName } from '../../../gateway/store/contract/engine.ts';
import { testDatabase } from '../../support/postgres.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';

/** An engine that stores are tested over. */
export interface Engine {
  readonly name: string;
  /** False where it is not installed, which was said loudly then. */
  readonly isThere: boolean;
  /** The address of an empty store of its own; disposing of it removes it. */
  readonly place: () => Promise<AsyncDisposable & { readonly address: string }>;
}

const probe = await testDatabase();
await probe?.[Symbol.asyncDispose]();

export const sqlite: Engine = {
  name: 'SQLite',
  isThere: true,
  place: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intercom-mcp-store-'));
    return { address: join(folder, 'gateway.db'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
  },
};

export const postgres: Engine = {
  name: 'PostgreSQL',
  isThere: probe !== undefined,
  place: async () => {
    const database = await testDatabase();
    if (database === undefined) throw new Error('PostgreSQL was there a moment ago');
    return { address: database.url, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
  },
};

/** One entry an engine, so that a further one cannot go untested. */
const testEngines = { sqlite, postgres } satisfies Record<EngineName, Engine>;

/** All engines; what runs over them is skipped with `describe.skipIf(!isThere)`. */
export const engines: readonly Engine[] = Object.values(testEngines);

/** An empty store of this engine. */
export async function emptyStore(engine: Engine): Promise<AsyncDisposable & { store: TestStore; address: string }> {
  const { address, ...place } = await engine.place();
  const store = await openTestStore(address);
  return {
    store,
    address,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await place[Symbol.asyncDispose]();
    },
  };
}
