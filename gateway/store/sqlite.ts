import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';

/**
 * Node's own SQLite behind Kysely: a file in WAL mode, or `:memory:`. An acknowledged write survives the end of the
 * process; the last ones before a power cut may be lost, in return for calls that wait for no disk.
 */
export function sqliteDialect(file: string): Dialect {
  const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  return new SqliteDialect({ database: adapt(database) });
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
