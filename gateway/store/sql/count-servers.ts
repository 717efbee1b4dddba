import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ServerQuery } from '../contract/servers.ts';
import type { Tables } from '../contract/tables.ts';
import { furtherOf, isAlive, isEnabled, isOver, type Servers } from './servers-of.ts';

/**
 * How many servers there are on all pages of a list without a search, but of those that are switched off. All are counted by an
 * index alone, and those that are over or switched off, which are few, are taken away again: a look at each of a million takes seconds.
 */
export function countListed(
  db: Kysely<Tables>,
  { accountIds, enabled, now }: Pick<ServerQuery, 'accountIds' | 'enabled' | 'now'>,
): RawBuilder<number> {
  const all = db.selectFrom('servers');
  const own = accountIds === undefined ? all : all.where('account_id', 'in', accountIds);
  const listed = [sql`${count(own)} - ${count(amongOver(db, now, accountIds))}`];
  if (enabled) listed.push(sql`- ${count(own.where(isEnabled(false)).where(isAlive(now)))}`);
  if (accountIds !== undefined) listed.push(sql`+ ${count(furtherAlive(db, accountIds, { enabled, now }))}`);
  return sql<number>`(${sql.join(listed, sql` `)})`;
}

/** How many servers view each of these accounts, without those that are over by then. */
export async function countByAccount(
  db: Kysely<Tables>,
  accountIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>(accountIds.map((id) => [id, 0]));
  if (accountIds.length === 0) return counts;
  const add = (rows: readonly { account_id: string; servers: number }[], sign: 1 | -1): void => {
    for (const { account_id: id, servers } of rows) counts.set(id, (counts.get(id) ?? 0) + sign * Number(servers));
  };
  const servers = sql<number>`count(*)`.as('servers');
  const own = db.selectFrom('servers').where('account_id', 'in', accountIds);
  add(await own.select(['account_id', servers]).groupBy('account_id').execute(), 1);
  const over = amongOver(db, now, accountIds);
  add(
    await over
      .select([account.as('account_id'), servers])
      .groupBy(account)
      .execute(),
    -1,
  );
  const further = db
    .selectFrom('server_accounts')
    .innerJoin('servers', 'servers.id', 'server_accounts.server_id')
    .where('server_accounts.account_id', 'in', accountIds)
    .where(isAlive(now));
  add(await further.select(['server_accounts.account_id', servers]).groupBy('server_accounts.account_id').execute(), 1);
  return counts;
}

/** The account of a server, as no index has it. */
const account = sql<string>`account_id || ''`;

/** Those of these accounts that are over. They are found by their end; SQLite would go through all servers of the accounts. */
function amongOver(db: Kysely<Tables>, now: number, accountIds: readonly string[] | undefined): Servers {
  const over = db.selectFrom('servers').where(isOver(now));
  return accountIds === undefined ? over : over.where(account, 'in', accountIds);
}

function furtherAlive(
  db: Kysely<Tables>,
  accountIds: readonly string[],
  { enabled, now }: Pick<ServerQuery, 'enabled' | 'now'>,
): Servers {
  const further = db
    .selectFrom('servers')
    .where('id', 'in', furtherOf(db, accountIds))
    .where(account, 'not in', accountIds)
    .where(isAlive(now));
  return enabled === undefined ? further : further.where(isEnabled(enabled));
}

function count(servers: Servers) {
  return servers.select(sql<number>`count(*)`.as('count'));
}
