import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { createGateway, type Gateway, type Store } from '../../gateway/index.ts';
import { newKeys } from '../../gateway/secrets/keyring.ts';
import type { Engine } from '../../gateway/store/contract/engine.ts';
import { createStore } from '../../gateway/store/create-store.ts';
import { openDatabase } from '../../gateway/store/open-database.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';
import type { Filling } from './fill-store.ts';
import { answering } from './in-process.ts';

/** A gateway over a store that is filled up by and by, in this process. */
export interface FilledStore extends AsyncDisposable {
  readonly store: Store;
  readonly filling: Filling;
  readonly gateway: Gateway;
  /** Accounts that servers are spread over. */
  readonly accounts: readonly string[];
}

const ACCOUNTS = 100;

/** The engines that there are on this machine. */
export function engines(): readonly Engine[] {
  if (findBinaries() !== undefined) return ['sqlite', 'postgres'];
  process.stderr.write('No PostgreSQL is installed.\n');
  return ['sqlite'];
}

/** A gateway with a hundred accounts over an empty store, which is removed with it. */
export async function openFilledStore(engine: Engine): Promise<FilledStore> {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'growth-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const bin = findBinaries();
  const address =
    engine === 'postgres' && bin !== undefined ? stack.use(await startCluster(bin)).url : join(folder, 'store.db');
  const timeouts = { connect: 5000, statement: 600_000, query: 610_000 };
  const database = await openDatabase(address, { connections: 4, timeouts });
  const store = createStore(database);
  stack.defer(() => store.close());
  const me = JSON.stringify({ type: 'admin', id: '1', name: 'Ada', app: { id_code: 'fernhill', name: 'Fernhill' } });
  const gateway = await createGateway({
    ...{ store, keys: newKeys(), publicUrl: 'http://localhost', fetch: answering(me) },
    // Clearing away is measured, and not to come between.
    sweepInterval: 2 ** 31 - 1,
    ...{ accountLimit: 1e9, addressLimit: 1e9 },
    apis: [hostIntercom({ addresses: { sandbox: 'http://localhost:1' } })],
  });
  stack.defer(() => gateway.close());
  const given = { region: 'sandbox', credential: { access_token: 'sandbox' }, source: 'access_token' } as const;
  const accounts: string[] = [];
  for (let index = 0; index < ACCOUNTS; index += 1)
    accounts.push((await connectAccount(gateway.context, { ...given, label: `Account ${index}` }, BY_SYSTEM)).id);
  return { store, filling: database, gateway, accounts, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
