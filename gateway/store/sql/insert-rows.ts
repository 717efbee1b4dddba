import type { CompiledQuery, InsertQueryBuilder, InsertResult, Kysely } from 'kysely';
import { keepRecent } from '../../../runtime/value/keep-recent.ts';
import type { Tables } from '../contract/tables.ts';

/** Numbers of rows whose statements are kept. */
const KEPT = 64;

/** Inserts rows with these columns. The statement for so many rows is put together once: that takes longer than to run it. */
export function createRowInsert<Row extends object, Name extends keyof Tables>(
  columns: readonly (keyof Row & string)[],
  insert: (db: Kysely<Tables>, rows: readonly Row[]) => InsertQueryBuilder<Tables, Name, InsertResult>,
): (db: Kysely<Tables>, rows: readonly Row[]) => Promise<void> {
  const compiled = keepRecent<CompiledQuery<InsertResult>>(KEPT);
  /** Its values stand in a statement as its columns do. */
  const ordered = (row: Row): Row => Object.fromEntries(columns.map((column) => [column, row[column]])) as Row;
  return async (db, rows) => {
    const query = compiled(String(rows.length), () => insert(db, rows.map(ordered)).compile());
    const parameters: unknown[] = [];
    for (const row of rows) for (const column of columns) parameters.push(row[column]);
    await db.executeQuery({ ...query, parameters });
  };
}
