import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from '../../gateway/store/contract/engine.ts';
import type { Tables } from '../../gateway/store/contract/tables.ts';

/** A database that is filled by statements of its own, so that a million rows take seconds. */
export interface Filling {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
}

/** Which rows are added: those after `from`, up to `to`. */
export interface Rows {
  readonly from: number;
  readonly to: number;
  /** The accounts that they are spread over: half of them are the first one's. */
  readonly accounts: readonly string[];
  /** Milliseconds since 1970 that count as now. */
  readonly now: number;
}

/** How an engine writes what they write differently. */
interface FillDialect {
  /** A table `numbers(n)` of whole numbers. */
  readonly numbers: (from: number, to: number) => RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly digest: RawBuilder<unknown>;
  /** An id that sorts by a time in milliseconds. */
  readonly sortedId: (at: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** The indexes of a table that are no constraints. */
  readonly indexes: (table: string) => RawBuilder<{ readonly name: string; readonly definition: string }>;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const dialects = {
  sqlite: {
    numbers: (from, to) =>
      sql`with recursive numbers(n) as (select ${sql.lit(from)} union all select n + 1 from numbers where n < ${sql.lit(to)})`,
    id: sql`lower(hex(randomblob(4)) || '-' || hex(randomblob(4)) || '-' || hex(randomblob(6)))`,
    digest: sql`lower(hex(randomblob(32)))`,
    sortedId: (at) => sql`printf('%08x-%04x-%012x', ${at} >> 16, ${at} & 65535, n)`,
    indexes: (table) =>
      sql`select name, sql as definition from sqlite_master where type = 'index' and sql is not null and tbl_name = ${table}`,
    before: ['pragma cache_size = -400000', 'pragma synchronous = off'],
    after: ['pragma cache_size = -2000', 'pragma synchronous = normal', 'pragma wal_checkpoint(truncate)'],
  },
  postgres: {
    numbers: (from, to) =>
      sql`with numbers(n) as (select generate_series(${sql.lit(from)}::bigint, ${sql.lit(to)}::bigint))`,
    id: sql`gen_random_uuid()::text`,
    digest: sql`md5(random()::text) || md5(random()::text)`,
    sortedId: (at) =>
      sql`lpad(to_hex(${at} >> 16), 8, '0') || '-' || lpad(to_hex(${at} & 65535), 4, '0') || '-' || lpad(to_hex(n), 12, '0')`,
    indexes: (table) =>
      sql`select indexname as name, indexdef as definition from pg_indexes where tablename = ${table} and not exists (select 1 from pg_constraint where conname = indexname)`,
    before: [],
    after: ['vacuum analyze'],
  },
} as const satisfies Record<Engine, FillDialect>;

/** Rows from which it pays to make the indexes of a table anew. */
const MANY = 100_000;

async function insert(
  { db, engine }: Filling,
  table: string,
  { from, to }: Rows,
  columns: string,
  row: RawBuilder<unknown>,
) {
  const dialect = dialects[engine];
  const indexes = to - from < MANY ? [] : (await dialect.indexes(table).execute(db)).rows;
  const run = (commands: readonly string[]) => eachInTurn(commands, (command) => sql.raw(command).execute(db));
  await run([...dialect.before, ...indexes.map(({ name }) => `drop index ${name}`)]);
  await sql`insert into ${sql.table(table)} (${sql.raw(columns)}) ${dialect.numbers(from + 1, to)} select ${row} from numbers`.execute(
    db,
  );
  await run([...indexes.map(({ definition }) => definition), ...dialect.after]);
}

async function eachInTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

const DAY = 86_400_000;

/** One of some texts by a number. */
function pick(texts: readonly string[], number: RawBuilder<unknown>): RawBuilder<string> {
  const cases = texts.map((text, index) => sql`when ${sql.lit(index)} then ${sql.lit(text)}`);
  return sql`(case ${number} % ${sql.lit(texts.length)} ${sql.join(cases, sql` `)} end)`;
}

function homeOf(accounts: readonly string[]): RawBuilder<string> {
  return sql`(case when n % 2 = 0 then ${sql.lit(accounts[0] ?? '')} else ${pick(accounts, sql`((n * 7919) % 1000003)`)} end)`;
}

/** Adds servers; one in ten ends some time in the next ninety days. */
export async function fillServers(filling: Filling, rows: Rows): Promise<void> {
  const { id, digest } = dialects[filling.engine];
  const { accounts, now } = rows;
  const name = sql`'Server ' || ((n * 7919) % 1000003) || ' of team ' || (n % 97)`;
  const [soon, latest, first] = [now + DAY, now, now - 90 * DAY].map((at) => sql.lit(at));
  await insert(
    filling,
    'servers',
    rows,
    'id, account_id, name, folded_name, config, digest, enabled, expires_at, last_used_at, created_at, updated_at',
    sql`${id}, ${homeOf(accounts)}, ${name}, lower(${name}), '{"methods":["read"]}', ${digest}, 1,
      case when n % 10 = 0 then ${soon} + (n % 90) * ${sql.lit(DAY)} end, ${latest} - n, ${first} + n, ${latest}`,
  );
}

/** Adds lines of calls in the last ninety days, with a place in the chain and no hash that is true; `most` is how many there will be. */
export async function fillAudit(
  filling: Filling,
  { servers, most, ...rows }: Rows & { readonly servers: readonly string[]; readonly most: number },
): Promise<void> {
  const { sortedId } = dialects[filling.engine];
  const last = await filling.db.selectFrom('audit_chain').select('seq').where('name', '=', 'last').executeTakeFirst();
  const before = (last?.seq ?? 0) - rows.from;
  const at = sql`cast(${sql.lit(rows.now - 90 * DAY)} + n * ${sql.lit((90 * DAY) / most)} as bigint)`;
  await insert(
    filling,
    'audit',
    rows,
    'id, at, seq, hash, account_id, server_id, actor, action, tool, arguments, status, upstream_status, latency_ms, request_id, address',
    sql`${sortedId(at)}, ${at}, n + ${sql.lit(before)}, 'hash ' || n, ${homeOf(rows.accounts)}, ${pick(servers, sql`((n * 104729) % 1000003)`)},
      case when n % 1000 = 0 then 'api_token:' || (n % 7) else 'url' end,
      case when n % 1000 = 0 then 'server.update' else 'tools/call' end,
      'tool_' || (case when n % 4 = 0 then n % 200 else n % 40 end), '{"query":{"field":"string"},"limit":"number"}',
      case when n % 50 = 0 then 'upstream_error' else 'ok' end, 200, n % 900, 'request-' || n, '192.0.2.1'`,
  );
  const end = { seq: rows.to + before, hash: `hash ${rows.to}` };
  await filling.db
    .insertInto('audit_chain')
    .values({ name: 'last', ...end })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(end))
    .execute();
}
