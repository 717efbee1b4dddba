import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { mustLast, syncLog } from './sqlite-durability.ts';

/**
 * Node's own SQLite behind Kysely: a file in WAL mode, or `:memory:`. An acknowledged write survives the end of the
 * process, and a power cut as well; but for what is written of every call, so that calls wait for no disk.
 */
export function sqliteDialect(file: string): Dialect {
  let path: string | null = null;
  const database = async () => {
    const opened = await open(file);
    path = opened.location();
    return adapt(opened);
  };
  const sync = async () => {
    if (path !== null) await syncLog(path);
  };
  const dialect = new SqliteDialect({ database });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new LockingDriver({ database }, sync),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** SQLite takes changes of tables back like all others, so migrations run in one transaction, which is their lock too. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Waits where another process writes, takes the lock for writing early, and syncs what must last. */
class LockingDriver extends SqliteDriver {
  readonly #sync: () => Promise<void>;
  /** The one connection, without and with syncing. */
  #patient: DatabaseConnection | undefined;
  #durable: DatabaseConnection | undefined;
  /** Of the transaction that goes on: whether something of it must last. */
  #transaction: { mustLast: boolean } | undefined;

  constructor(config: SqliteDialectConfig, sync: () => Promise<void>) {
    super(config);
    this.#sync = sync;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= patientConnection(await super.acquireConnection());
    this.#durable ??= this.#durableConnection(this.#patient);
    return this.#durable;
  }

  #durableConnection({ executeQuery, streamQuery }: DatabaseConnection): DatabaseConnection {
    return {
      executeQuery: async (query, options) => {
        const result = await executeQuery<never>(query, options);
        if (!mustLast(query, result)) return result;
        if (this.#transaction === undefined) await this.#sync();
        else this.#transaction.mustLast = true;
        return result;
      },
      streamQuery,
    };
  }

  /**
   * A transaction takes the lock for writing when it begins: one that read first and then finds that another process has
   * written would fail at once, however long it may wait. One that only reads takes none, and sees one state throughout.
   * Kysely hands the settings to every driver, also to this one, whose own form leaves them out.
   */
  override async beginTransaction(_connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await this.#run(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
    this.#transaction = { mustLast: false };
  }

  override async commitTransaction(): Promise<void> {
    await this.#run('commit');
    const mustLast = this.#transaction?.mustLast === true;
    this.#transaction = undefined;
    if (mustLast) await this.#sync();
  }

  override async rollbackTransaction(): Promise<void> {
    // It was committed where the disk alone did not confirm that.
    if (this.#transaction === undefined) return;
    this.#transaction = undefined;
    await this.#run('rollback');
  }

  async #run(statement: string): Promise<void> {
    await this.#patient?.executeQuery(CompiledQuery.raw(statement));
  }
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: (query, options) => patiently(() => connection.executeQuery(query, options)),
    streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
  };
}

/** How long a statement waits for others that write, and how often it looks, in milliseconds. */
const PATIENCE = 5000;
const PAUSE = 2;

/**
 * Tries again while the database is busy. SQLite would wait by itself, but with all of this process; and it does not
 * where two switch one new file to WAL mode.
 */
async function patiently<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  for (const end = performance.now() + PATIENCE; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await wait(PAUSE);
    }
  }
}

/** SQLITE_BUSY, whose finer reasons stand in the higher bits. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}

async function open(file: string): Promise<DatabaseSync> {
  makePrivate(file);
  const database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    await patiently(() => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = normal');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** A new file is its owner's alone; SQLite gives its other files the same mode. */
function makePrivate(file: string): void {
  if (file === ':memory:') return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there already, or SQLite says next why it cannot be.
  }
}

/** What the dialect asks of a database, over a cache of prepared statements. */
function adapt(database: DatabaseSync): { prepare: (sql: string) => Statement; close: () => void } {
  const prepared = new Map<string, Statement>();
  return {
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = adaptStatement(database.prepare(sql));
      // Batches of different lengths are different statements.
      if (prepared.size >= 256) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

interface Statement {
  readonly reader: boolean;
  readonly all: (parameters: readonly unknown[]) => unknown[];
  readonly run: (parameters: readonly unknown[]) => { changes: number | bigint; lastInsertRowid: number | bigint };
  readonly iterate: (parameters: readonly unknown[]) => IterableIterator<unknown>;
}

function adaptStatement(statement: StatementSync): Statement {
  // Kysely passes what the tables' types allow: texts, numbers and null.
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
