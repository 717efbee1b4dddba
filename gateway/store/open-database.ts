import { Kysely } from 'kysely';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { Engine } from './contract/engine.ts';
import { type FailureListener, StoreUnavailable } from './contract/store-unavailable.ts';
import type { Tables } from './contract/tables.ts';
import { cannotOpen } from './engines/cannot-open.ts';
import { drivers } from './engines/drivers.ts';
import type { ConnectionOptions } from './engines/engine-driver.ts';
import { engineOf } from './engines/engine-of.ts';
import { shownAddress } from './engines/shown-address.ts';
import { guardDialect } from './guard-dialect.ts';
import { migrate } from './sql/migrate.ts';

/** The database of a store, which throws {@link StoreUnavailable} where it is away. */
export interface Database {
  readonly engine: Engine;
  /** For what somebody waits for. */
  readonly db: Kysely<Tables>;
  /** For work that may last; the same where the engine has one connection. */
  readonly lasting: Kysely<Tables>;
  /** Listens to every failure until the function that it answers is called. */
  readonly onFailure: (listener: FailureListener) => () => void;
  readonly close: () => Promise<void>;
}

/** Connections for work that lasts, which come on top of the others: clearing away what is over, and a backup. */
const LASTING_CONNECTIONS = 2;

/** Milliseconds for a statement of work that lasts, and for its answer. */
const LASTING = { statement: 600_000, query: 610_000 };

/** Opens the database of a store and brings its tables up to date; throws {@link ConfigError}. */
export async function openDatabase(
  address: string,
  options: Pick<ConnectionOptions, 'connections' | 'timeouts'>,
): Promise<Database> {
  const engine = engineOf(address);
  const { dialect, failureOf, hasPool } = drivers[engine];
  const listeners = new Set<FailureListener>();
  const onFailure: FailureListener = (error) => {
    for (const listener of listeners) listener(error);
  };
  const open = (settings: Omit<ConnectionOptions, 'onError'>): Kysely<Tables> => {
    const onError = (cause: Error): void => onFailure(new StoreUnavailable('lost', { cause }));
    const inner = dialect(address, { ...settings, onError });
    return new Kysely<Tables>({ dialect: guardDialect(inner, { failureOf, onFailure }) });
  };
  const opened: Kysely<Tables>[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((one) => one.destroy()));
  };
  try {
    const db = open({ ...options, isLasting: false });
    opened.push(db);
    const timeouts = { ...options.timeouts, ...LASTING };
    const lasting = hasPool ? open({ connections: LASTING_CONNECTIONS, timeouts, isLasting: true }) : db;
    if (lasting !== db) opened.push(lasting);
    await migrate(lasting, shownAddress(address));
    return {
      engine,
      db,
      lasting,
      onFailure: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error instanceof ConfigError ? error : cannotOpen(engine, address, error);
  }
}
