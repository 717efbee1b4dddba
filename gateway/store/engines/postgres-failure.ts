import pg from 'pg';
import type { StoreFailure } from '../contract/store-unavailable.ts';
import { ConnectionFailure } from './connection-failure.ts';

/** By PostgreSQL's error codes (appendix A of its manual), and by the classes that they begin with. */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  // connection_exception
  '08': 'lost',
  // idle_in_transaction_session_timeout
  '25P03': 'lost',
  // read_only_sql_transaction: a standby, to which an address may lead after a failover
  '25006': 'read_only',
  // invalid_authorization_specification
  '28': 'refused',
  '3D000': 'refused',
  // statement_completion_unknown
  '40003': 'lost',
  // serialization_failure, deadlock_detected
  '40001': 'conflict',
  '40P01': 'conflict',
  // insufficient_privilege, undefined_table: of a database that a failover led to, whose tables are made at the start
  '42501': 'refused',
  '42P01': 'refused',
  // insufficient_resources
  '53': 'exhausted',
  '53100': 'full',
  // lock_not_available
  '55P03': 'conflict',
  // query_canceled: by statement_timeout, or by an administrator
  '57014': 'slow',
  // admin_shutdown, crash_shutdown, database_dropped, idle_session_timeout
  '57P01': 'lost',
  '57P02': 'lost',
  '57P04': 'lost',
  '57P05': 'lost',
  // cannot_connect_now: it starts or stops
  '57P03': 'unreachable',
  // system_error, of the machine
  '58': 'lost',
};

/** What an error of PostgreSQL, or of the way to it, means; undefined for a bug. */
export function postgresFailure(error: unknown): StoreFailure | undefined {
  if (error instanceof ConnectionFailure) return error.failure;
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined;
  return FAILURES[error.code] ?? FAILURES[error.code.slice(0, 2)];
}
