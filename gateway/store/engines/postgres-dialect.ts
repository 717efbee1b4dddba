import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { ConnectionOptions } from './engine-driver.ts';

/** A pool of PostgreSQL connections behind Kysely, which replaces idle ones that broke. */
export function postgresDialect(url: string, { connections = 10, onError }: ConnectionOptions): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    application_name: 'intercom-mcp-gateway',
    types: { getTypeParser },
  });
  pool.on('error', onError);
  return new PostgresDialect({ pool });
}

/** Whole numbers of 64 bits are times and counts here, which a number holds exactly. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
