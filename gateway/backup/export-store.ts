import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/sql/tables.ts';
import {
  type BackupRow,
  type BackupTable,
  backupKeys,
  backupTableNames,
  backupTables,
  FORMAT,
  MIGRATION,
  VERSION,
} from './backup-format.ts';

/** Rows that are fetched at a time. */
const BATCH = 1000;

/**
 * A backup of a store as lines of JSON without line feeds, from one moment: credentials stay sealed, tokens are digests.
 * Others may write meanwhile; over SQLite this opening of the store waits until the last line was read or given up.
 */
export async function* exportStore(store: Pick<Store, 'db' | 'engine'>, now = Date.now): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (content: object): string => {
    const text = JSON.stringify(content);
    hash.update(`${text}\n`);
    return text;
  };
  const db = await store.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    yield line({
      format: FORMAT,
      version: VERSION,
      migration: MIGRATION,
      exported_at: new Date(now()).toISOString(),
    });
    const counts: Record<string, number> = {};
    for (const table of backupTableNames) {
      counts[table] = 0;
      for await (const row of rowsOf(db, store.engine, table)) {
        counts[table] += 1;
        yield line({ table, row });
      }
    }
    yield JSON.stringify({ counts, sha256: hash.digest('hex') });
  } finally {
    await db.rollback().execute();
  }
}

/** The rows of a table, sorted by the bytes of their keys, so that both engines give the same backup. */
async function* rowsOf(db: Kysely<Tables>, engine: Store['engine'], table: BackupTable): AsyncGenerator<BackupRow> {
  const columns = sql.join(Object.keys(backupTables[table].shape).map((column) => sql.ref(column)));
  const kept = table === 'oauth_grants' ? sql`kind <> 'code'` : sql`1 = 1`;
  const select = sql`select ${columns} from ${sql.table(table)} where ${kept}`;
  yield* engine === 'postgres' ? withCursor(db, select, table) : pageByPage(db, select, table);
}

/** A cursor sorts once, also where the database sorts its indexes by a language. */
async function* withCursor(
  db: Kysely<Tables>,
  select: RawBuilder<unknown>,
  table: BackupTable,
): AsyncGenerator<BackupRow> {
  const keys = sql.join(backupKeys[table].map((key) => sql`${sql.ref(key)} collate "C"`));
  await sql`declare backup no scroll cursor for ${select} order by ${keys}`.execute(db);
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<BackupRow>`fetch ${sql.lit(BATCH)} from backup`.execute(db);
    yield* rows;
    isLast = rows.length < BATCH;
  }
  await sql`close backup`.execute(db);
}

async function* pageByPage(
  db: Kysely<Tables>,
  select: RawBuilder<unknown>,
  table: BackupTable,
): AsyncGenerator<BackupRow> {
  const keys = sql.join(backupKeys[table].map((key) => sql.ref(key)));
  let behind = sql``;
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<BackupRow>`${select} ${behind} order by ${keys} limit ${BATCH}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    isLast = rows.length < BATCH || last === undefined;
    if (last !== undefined) behind = sql`and (${keys}) > (${sql.join(backupKeys[table].map((key) => last[key]))})`;
  }
}
