import { PostgresDialect, type QueryExecutorProvider, sql } from 'kysely';
import type { StoredRow } from '../contract/backup.ts';
import { type EngineDriver, type OrderedRead, READ_BATCH } from './engine-driver.ts';
import { postgresFailure } from './postgres-failure.ts';
import { postgresPool } from './postgres-pool.ts';

/** A PostgreSQL server, for any number of processes. */
export const postgres: EngineDriver<'postgres'> = {
  engine: 'postgres',
  isAddress: (address) => /^postgres(ql)?:\/\//.test(address),
  addressForm: 'postgres://user:password@host:5432/database',
  isShared: true,
  hasPool: true,
  dialect: (address, options) => new PostgresDialect({ pool: postgresPool(address, options) }),
  time: sql`select extract(epoch from clock_timestamp())::float8 * 1000 as at`,
  failureOf: postgresFailure,
  openingHelp,
  readInOrder,
};

function openingHelp(_address: string, code: string | number | undefined): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'Check the user and the password in the address; special characters in them are percent-encoded.';
    case '3D000':
      return 'Create the database first, for example with createdb, or correct its name in the address.';
    case '42501':
      return 'Give the user the right to create tables in this database.';
    case 'ERR_INVALID_URL':
      return 'Write it as postgres://user:password@host:5432/database, with special characters percent-encoded.';
    default:
      return 'Check that PostgreSQL runs there, and the host, port and TLS settings in the address.';
  }
}

/** By a cursor, which sorts once also where the database sorts its indexes by a language. */
async function* readInOrder(db: QueryExecutorProvider, { select, keys }: OrderedRead): AsyncGenerator<StoredRow> {
  const order = sql.join(keys.map((key) => sql`${sql.ref(key)} collate "C"`));
  await sql`declare backup no scroll cursor for ${select} order by ${order}`.execute(db);
  for (let isLast = false; !isLast; ) {
    const { rows } = await sql<StoredRow>`fetch ${sql.lit(READ_BATCH)} from backup`.execute(db);
    yield* rows;
    isLast = rows.length < READ_BATCH;
  }
  await sql`close backup`.execute(db);
}
