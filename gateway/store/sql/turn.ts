import { CompiledQuery, type Kysely } from 'kysely';
import { StoreUnavailable } from '../contract/store-unavailable.ts';
import type { Tables } from '../contract/tables.ts';
import type { ChainPlace } from './link-entries.ts';

/** The advisory lock of PostgreSQL that whoever has the turn to append holds; any number that nothing else in the database uses. */
export const TURN = '7310579637026156';

/** Milliseconds that a turn is waited for: it lasts for two messages, unless whoever has it was stopped or is cut off. */
const PATIENCE = 2000;

/** The end is read once the lock is held, and the row of it once nobody is about to change it. */
const TAKE = `with patience as materialized (
    select set_config('lock_timeout', '${PATIENCE}', true)
  ), turn as materialized (
    select pg_advisory_lock(${TURN}) from patience
  )
  select audit_chain.seq, audit_chain.hash from turn, audit_chain where name = 'last' for update of audit_chain`;

const READ = `select seq, hash from audit_chain where name = 'last' for update`;

const BEGIN = `insert into audit_chain (name, seq, hash) values ('last', 0, '') on conflict do nothing`;

async function firstOf(one: Kysely<Tables>, statement: string): Promise<ChainPlace | undefined> {
  const { rows } = await one.executeQuery(CompiledQuery.raw(statement) as CompiledQuery<ChainPlace>);
  return rows[0];
}

/** By a statement of one or the other kind; a chain that has no end yet begins. */
async function endBy(one: Kysely<Tables>, statement: string): Promise<ChainPlace> {
  const end = await firstOf(one, statement);
  if (end !== undefined) return end;
  await firstOf(one, BEGIN);
  return (await firstOf(one, statement)) ?? { seq: 0, hash: '' };
}

/**
 * Waits for this connection's turn to append, which it has until it ends it. Answers where the chain ends; undefined where
 * somebody keeps the turn.
 */
export async function takeTurn(one: Kysely<Tables>): Promise<ChainPlace | undefined> {
  try {
    return await endBy(one, TAKE);
  } catch (error) {
    // The time of a statement may be shorter than that of a lock.
    if (error instanceof StoreUnavailable && (error.failure === 'conflict' || error.failure === 'slow'))
      return undefined;
    throw error;
  }
}

/** Where the chain ends now, without a turn. */
export function readEnd(one: Kysely<Tables>): Promise<ChainPlace> {
  return endBy(one, READ);
}

/** Ends the turn of a connection, whether it has it or not. */
export async function endTurn(one: Kysely<Tables>): Promise<void> {
  await firstOf(one, 'select pg_advisory_unlock_all()');
}
