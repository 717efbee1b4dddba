import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';
import { type FailureListener, type StoreFailure, StoreUnavailable } from './contract/store-unavailable.ts';

interface Guard {
  /** What an error of the engine means; undefined for bugs. */
  readonly failureOf: (error: unknown) => StoreFailure | undefined;
  readonly onFailure: FailureListener;
}

/** The same dialect, which throws {@link StoreUnavailable} where the database is to blame: the one place that tells this from bugs. */
export function guardDialect(dialect: Dialect, guard: Guard): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardDriver(dialect.createDriver(), guard),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

interface Guarded {
  readonly inner: DatabaseConnection;
  readonly outer: DatabaseConnection;
  isInTransaction: boolean;
}

function guardDriver(driver: Driver, { failureOf, onFailure }: Guard): Driver {
  const guarded = new WeakMap<DatabaseConnection, Guarded>();

  /** `isChange` says that this makes a change last. */
  async function attempt<Result>(isChange: boolean, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      const failure = failureOf(cause);
      if (failure === undefined) throw cause;
      const error = new StoreUnavailable(failure, { isChange, cause });
      onFailure(error);
      throw error;
    }
  }

  function guardConnection(inner: DatabaseConnection): Guarded {
    const outer: DatabaseConnection = {
      executeQuery: (query, options) =>
        attempt(!connection.isInTransaction && isChange(query), () => inner.executeQuery(query, options)),
      streamQuery: () => {
        throw new Error('no part of the store streams');
      },
    };
    const connection = { inner, outer, isInTransaction: false };
    return connection;
  }

  function ofOuter(outer: DatabaseConnection): Guarded {
    const found = guarded.get(outer);
    if (found === undefined) throw new Error('this connection is of another driver');
    return found;
  }

  return {
    init: (options) => attempt(false, () => driver.init(options)),
    acquireConnection: async (options) => {
      const inner = await attempt(false, () => driver.acquireConnection(options));
      const connection = guarded.get(inner) ?? guardConnection(inner);
      guarded.set(inner, connection).set(connection.outer, connection);
      return connection.outer;
    },
    releaseConnection: (outer, options) => {
      const connection = ofOuter(outer);
      connection.isInTransaction = false;
      return driver.releaseConnection(connection.inner, options);
    },
    beginTransaction: async (outer, settings) => {
      const connection = ofOuter(outer);
      await attempt(false, () => driver.beginTransaction(connection.inner, settings));
      connection.isInTransaction = true;
    },
    // What a transaction did lasts from here on, and is taken back where the database has not come so far.
    commitTransaction: async (outer) => {
      await attempt(true, () => driver.commitTransaction(ofOuter(outer).inner));
    },
    rollbackTransaction: async (outer) => {
      try {
        await attempt(false, () => driver.rollbackTransaction(ofOuter(outer).inner));
      } catch (error) {
        // A database takes back by itself what its client is gone for. It was told to the listener, as all of them are.
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    },
    destroy: (options) => driver.destroy(options),
  };
}

const CHANGES: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode']);

/** Statements in SQL of their own change something within transactions alone; but for the audit log's, which is tried again until it is known. */
function isChange({ query }: CompiledQuery): boolean {
  return CHANGES.has(query.kind);
}
