import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { StoredRow } from '../contract/backup.ts';
import type { StoreFailure } from '../contract/store-unavailable.ts';
import { ConnectionFailure } from './connection-failure.ts';
import { type EngineDriver, type OrderedRead, READ_BATCH } from './engine-driver.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** A file, or `:memory:`. */
export const sqlite: EngineDriver<'sqlite'> = {
  engine: 'sqlite',
  isAddress: (address) => address !== '' && !/^\w+:\/\//.test(address),
  addressForm: 'the path of a file for SQLite',
  isShared: false,
  hasPool: false,
  dialect: sqliteDialect,
  time: undefined,
  failureOf,
  openingHelp,
  readInOrder,
};

/** By SQLite's result codes, whose finer reasons stand in the higher bits. */
function openingHelp(file: string, code: string | number | undefined): string {
  const folder = dirname(file);
  switch (typeof code === 'number' ? code & 0xff : undefined) {
    case 5:
      return 'Another process holds the file: end it, or try again when it is done.';
    case 14:
      return existsSync(folder)
        ? 'Name a file, not a folder, that this user may read and write, in a folder where it may create files.'
        : `The folder ${folder} does not exist: create it, or correct the path.`;
    case 11:
    case 26:
      return 'The file is no database or a damaged one: name another file, or restore it from a backup.';
    default:
      return 'Check the path and its permissions: this user must be able to write the file and its folder.';
  }
}

/** By the same codes: what another process, the disk or its rights are to blame for. */
const FAILURES: Readonly<Record<number, StoreFailure>> = {
  3: 'refused',
  5: 'conflict',
  6: 'conflict',
  7: 'exhausted',
  8: 'read_only',
  10: 'lost',
  11: 'refused',
  13: 'full',
  14: 'unreachable',
  26: 'refused',
};

function failureOf(error: unknown): StoreFailure | undefined {
  if (error instanceof ConnectionFailure) return error.failure;
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? FAILURES[code & 0xff] : undefined;
}

/** Page by page: its indexes are sorted by bytes. */
async function* readInOrder(db: QueryExecutorProvider, { select, keys }: OrderedRead): AsyncGenerator<StoredRow> {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let behind = sql``;
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<StoredRow>`${select} ${behind} order by ${columns} limit ${READ_BATCH}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    isLast = rows.length < READ_BATCH || last === undefined;
    if (last !== undefined) behind = sql`where (${columns}) > (${sql.join(keys.map((key) => last[key]))})`;
  }
}
