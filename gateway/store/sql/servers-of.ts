import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../contract/tables.ts';

/** Conditions on servers, of which nothing is selected yet. */
export type Servers = SelectQueryBuilder<Tables, 'servers', object>;

/** Accounts whose servers are each read in their order; more are read together, and sorted. */
const MOST_APART = 200;

/**
 * The servers that view one of these accounts, or all servers, as parts that an index leads to each; one may be in two of
 * them. Databases go through all servers for the two sides of an `or`.
 */
export function serversOf(db: Kysely<Tables>, accountIds: readonly string[] | undefined): Servers[] {
  const all = db.selectFrom('servers');
  if (accountIds === undefined) return [all];
  const own =
    accountIds.length > MOST_APART
      ? [all.where('account_id', 'in', accountIds)]
      : accountIds.map((id) => all.where('account_id', '=', id));
  return [...own, all.where('id', 'in', furtherOf(db, accountIds))];
}

/** Ids of the servers that view one of these accounts beside their own. */
export function furtherOf(db: Kysely<Tables>, accountIds: readonly string[]) {
  return db.selectFrom('server_accounts').select('server_id').where('account_id', 'in', accountIds);
}

/** What stands for a time that never comes, behind all others. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Not over by then. Most servers are not, so no index is of use; the sums keep SQLite from one. */
export function isAlive(now: number): RawBuilder<boolean> {
  return sql<boolean>`(coalesce(expires_at + 0, ${sql.lit(NEVER)}) > ${now} and coalesce(idle_at + 0, ${sql.lit(NEVER)}) > ${now})`;
}

/** Over by then: few are, since they are cleared away. */
export function isOver(now: number): RawBuilder<boolean> {
  return sql<boolean>`(expires_at <= ${now} or idle_at <= ${now})`;
}

/** Switched on or off; written out, as the index of those that are off has it. */
export function isEnabled(enabled: boolean): RawBuilder<boolean> {
  return enabled ? sql<boolean>`enabled = 1` : sql<boolean>`enabled = 0`;
}
