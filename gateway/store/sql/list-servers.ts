import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ServerQuery, ServerRepository, ServerSort } from '../contract/servers.ts';
import type { Tables } from '../contract/tables.ts';
import { countListed } from './count-servers.ts';
import { beginningWith, containing } from './folded-text.ts';
import { type Sorting, sortedRead } from './page.ts';
import { isAlive, isEnabled, NEVER, serversOf } from './servers-of.ts';
import { SERVER_COLUMNS } from './shown-columns.ts';

/** What stands for a time that has not been, before all others. */
const NOT_YET = -1;

interface ServerSorting extends Pick<Sorting, 'isText'> {
  readonly expression: RawBuilder<string | number>;
}

/** By what lists are sorted: as their indexes have it. */
const SORTINGS = {
  name: { isText: true, expression: sql<string>`substr(folded_name, 1, 100)` },
  created_at: { isText: false, expression: sql<number>`created_at` },
  expires_at: { isText: false, expression: sql<number>`coalesce(expires_at, ${sql.lit(NEVER)})` },
  last_used_at: { isText: false, expression: sql<number>`coalesce(last_used_at, ${sql.lit(NOT_YET)})` },
} as const satisfies Record<ServerSort, ServerSorting>;

const NO_SERVERS = { rows: [], next: null, total: 0 } as const;

/** A page of the servers that fit a query, and how many of them there are. */
export async function listServers(
  db: Kysely<Tables>,
  { sort = 'created_at', order = 'desc', ...query }: ServerQuery,
): ReturnType<ServerRepository['list']> {
  const { accountIds, search = '', enabled, now } = query;
  const { isText, expression }: ServerSorting = SORTINGS[sort];
  const read = sortedRead(query, { name: sort, descending: order === 'desc', isText });
  if (accountIds?.length === 0) return NO_SERVERS;
  const sortedBy = expression.as('sorted_by');
  const parts = serversOf(db, accountIds).map((part) => {
    // What is searched for is compared first: it keeps the fewest.
    const fitting = search === '' ? part : part.where(fits(search));
    const alive = fitting.where(isAlive(now));
    return enabled === undefined ? alive : alive.where(isEnabled(enabled));
  });
  // Of each part as many as a page has, read in their order.
  const pages = parts.map((part) =>
    db
      .selectFrom(
        read
          .page(part, expression)
          .select([...SERVER_COLUMNS, sortedBy])
          .as('part'),
      )
      .selectAll(),
  );
  const rows = await read.page(union(pages), sql`sorted_by`).execute();
  const page = read.cut(rows);
  if (query.next_cursor === undefined && page.next === null) return { ...page, total: page.rows.length };
  const isCounted = search !== '' || enabled === false;
  const found = isCounted
    ? sql<number>`(select count(*) from ${union(parts.map((part) => part.select('id')))} as found)`
    : countListed(db, query);
  const { total } = await db.selectNoFrom(found.as('total')).executeTakeFirstOrThrow();
  return { ...page, total: Number(total) };
}

function union<DB, Table extends keyof DB, Row>(
  parts: readonly SelectQueryBuilder<DB, Table, Row>[],
): SelectQueryBuilder<DB, Table, Row> {
  return parts.reduce((all, part) => all.union(part));
}

/** A part of the name or the owner, or the beginning of the id. */
function fits(search: string): RawBuilder<boolean> {
  const [part, beginning] = [containing(search), beginningWith(search)];
  return sql<boolean>`(folded_name like ${part} escape '!' or folded_owner like ${part} escape '!' or id like ${beginning} escape '!')`;
}
