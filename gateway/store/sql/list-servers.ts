import { type Kysely, sql } from 'kysely';
import type { McpServerRow, ServerQuery, ServerRepository, ServerSort } from '../contract/servers.ts';
import type { Tables } from '../contract/tables.ts';
import { beginningWith, containing, foldedText, sortedPart } from './folded-text.ts';
import { type Sorting, sortedPage } from './page.ts';
import { SERVER_COLUMNS } from './shown-columns.ts';
import { viewsOneOf } from './views-one-of.ts';

/** What stands for a time that never comes, behind all others. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** What stands for a time that has not been, before all others. */
const NOT_YET = -1;

const SORTINGS = {
  name: {
    isText: true,
    expression: sql`substr(folded_name, 1, 100)`,
    keyOf: ({ name }) => sortedPart(foldedText(name)),
  },
  created_at: { isText: false, expression: sql`created_at`, keyOf: (row) => row.created_at },
  expires_at: {
    isText: false,
    expression: sql`coalesce(expires_at, ${sql.lit(NEVER)})`,
    keyOf: (row) => row.expires_at ?? NEVER,
  },
  last_used_at: {
    isText: false,
    expression: sql`coalesce(last_used_at, ${sql.lit(NOT_YET)})`,
    keyOf: (row) => row.last_used_at ?? NOT_YET,
  },
} satisfies Record<ServerSort, Omit<Sorting<McpServerRow>, 'name' | 'descending'>>;

/** A page of the servers that fit a query, and how many of them there are. */
export async function listServers(
  db: Kysely<Tables>,
  { sort = 'created_at', order = 'desc', ...query }: ServerQuery,
): ReturnType<ServerRepository['list']> {
  const found = fitting(db, query);
  const sorting = { ...SORTINGS[sort], name: sort, descending: order === 'desc' };
  const page = await sortedPage(found.select(SERVER_COLUMNS), query, sorting);
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { ...page, total: Number(total) };
}

/** How many servers view each of these accounts. */
export async function countServers(
  db: Kysely<Tables>,
  accountIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map();
  const own = await alive(db, now)
    .where('servers.account_id', 'in', accountIds)
    .groupBy('servers.account_id')
    .select(({ fn }) => ['servers.account_id', fn.countAll<number>().as('servers')])
    .execute();
  const further = await alive(db, now)
    .innerJoin('server_accounts', 'server_accounts.server_id', 'servers.id')
    .where('server_accounts.account_id', 'in', accountIds)
    .groupBy('server_accounts.account_id')
    .select(({ fn }) => ['server_accounts.account_id', fn.countAll<number>().as('servers')])
    .execute();
  const counts = new Map<string, number>(accountIds.map((id) => [id, 0]));
  for (const { account_id: id, servers } of [...own, ...further])
    counts.set(id, (counts.get(id) ?? 0) + Number(servers));
  return counts;
}

function fitting(db: Kysely<Tables>, { accountIds, search = '', enabled, now }: ServerQuery) {
  let found = alive(db, now);
  if (accountIds !== undefined) found = found.where((where) => viewsOneOf(where, accountIds));
  if (enabled !== undefined) found = found.where('servers.enabled', '=', enabled ? 1 : 0);
  if (search === '') return found;
  const [part, beginning] = [containing(search), beginningWith(search)];
  return found.where(
    sql<boolean>`(folded_name like ${part} escape '!' or folded_owner like ${part} escape '!' or id like ${beginning} escape '!')`,
  );
}

function alive(db: Kysely<Tables>, now: number) {
  return db
    .selectFrom('servers')
    .where((where) => where.or([where('servers.expires_at', 'is', null), where('servers.expires_at', '>', now)]))
    .where((where) => where.or([where('servers.idle_at', 'is', null), where('servers.idle_at', '>', now)]));
}
