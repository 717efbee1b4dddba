import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { newAuditEntry } from '../../gateway/audit/audit-entry.ts';
import type { NewAuditEntry } from '../../gateway/store/contract/audit.ts';
import {
  HOURS_KEPT,
  LATENCY_BOUNDS,
  latencyBuckets,
  periodSpans,
  SPANS,
  startOf,
} from '../../gateway/store/contract/counters.ts';
import type { Store } from '../../gateway/store/contract/store.ts';
import type { Tables } from '../../gateway/store/contract/tables.ts';
import { catalog } from '../../intercom/catalog.ts';

/** What a filled store has: ids that are asked for. */
export interface Filled {
  readonly accounts: readonly string[];
  readonly servers: readonly string[];
}

/** Accounts: the first one has four of five servers. */
const ACCOUNTS = 20;
/** Days whose lines are there, and days that are counted. */
const DAYS = 90;
const YEAR = 365;
const PART = 1000;

const pick = <Item>(from: readonly Item[], index: number): Item => {
  const item = from[index % from.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
};

/** Fills an empty store with servers and calls of 90 days, sealed by `seal`; `say` is told how far it is. */
export async function fill(
  { store, db }: { store: Store; db: Kysely<Tables> },
  { servers: count, calls, seal }: { servers: number; calls: number; seal: (accountId: string) => string },
  say: (text: string) => void,
): Promise<Filled> {
  const now = Date.now();
  const accounts = Array.from({ length: ACCOUNTS }, () => randomUUID());
  const servers = Array.from({ length: count }, () => randomUUID());
  const home = (index: number): string => (index % 5 === 4 ? pick(accounts, index) : pick(accounts, 0));
  const none = { expires_at: null, owner: null, idle_ms: null, idle_at: null };
  await store.transaction(async (within) => {
    const use = {
      last_used_at: now,
      budget_limit: 10_000,
      budget_remaining: 9000,
      budget_reset_at: now,
      budget_seen_at: now,
    };
    for (const [index, id] of accounts.entries())
      await within.accounts.insert({
        ...{
          id,
          api: 'intercom',
          variables: null,
          label: `Workspace ${index}`,
          region: 'us',
          api_version: '2.16',
          workspace_id: `w${index}`,
        },
        ...{ workspace_name: `Workspace ${index}`, admin_id: '1', admin_name: 'Ada', credential: seal(id) },
        ...{ source: 'access_token', status: 'active', ...use, created_at: now - index, updated_at: now },
      });
    for (const [index, id] of servers.entries())
      await within.servers.insert({
        ...{ id, account_id: home(index), name: `Server ${(index * 7919) % count} of team ${index % 97}`, ...none },
        config: JSON.stringify({ methods: index % 3 === 0 ? ['read', 'write'] : ['read'] }),
        ...{ digest: `digest ${index}`, last_used_at: now - index * 1000, enabled: 1 },
        ...{ created_at: now - DAYS * SPANS.day.length + index, updated_at: now },
      });
    for (let index = 0; index < 500; index += 1)
      await within.apiTokens.insert({
        ...{ id: randomUUID(), account_id: home(index), name: `token ${index}`, digest: `token ${index}` },
        ...{ expires_at: null, last_used_at: now, created_at: now - index },
      });
    for (let index = 0; index < 200; index += 1)
      await within.adminKeys.insert({
        ...{ id: randomUUID(), name: `key ${index}`, role: 'auditor', accounts: null, digest: `key ${index}` },
        ...{ expires_at: null, last_used_at: now, created_at: now - index },
      });
  });

  const tools = catalog.map(({ name }) => name);
  const first = Math.floor((now - DAYS * SPANS.day.length) / SPANS.hour.length) * SPANS.hour.length;
  const entry = (index: number): NewAuditEntry => {
    const server = (index * 7919) % count;
    const isRare = index % 1000 === 0;
    // A fifth of the tools has most of the calls.
    const tool = pick(tools, index % 4 === 0 ? index * 31 : (index * 31) % Math.ceil(tools.length / 5));
    return newAuditEntry(
      {
        ...{ actor: isRare ? `api_token:${index % 7}` : 'url', action: isRare ? 'server.update' : 'tools/call' },
        ...{ status: index % 50 === 0 ? pick(['upstream_error', 'invalid_input', 'rate_limited'], index / 50) : 'ok' },
        ...{ tool: isRare ? null : tool, arguments: '{"query":{"field":"string"},"limit":"number"}' },
        ...{ account_id: home(server), server_id: pick(servers, server), request_id: `request-${index}` },
        ...{ upstream_status: 200, latency_ms: 20 + ((index * 37) % 900), address: `192.0.2.${index % 250}` },
        call_id: index % 10 === 0 ? `call-${index}` : null,
      },
      Math.floor(first + ((index + 1) * (now - first)) / (calls + 1)),
    );
  };
  for (let from = 0; from < calls; from += 50 * PART) {
    await db.transaction().execute(async (within) => {
      for (let start = from; start < Math.min(calls, from + 50 * PART); start += PART) {
        const rows = Array.from({ length: Math.min(PART, calls - start) }, (_, index) => ({
          ...entry(start + index),
          ...{ seq: start + index + 1, hash: `hash ${start + index}` },
        }));
        await within.insertInto('audit').values(rows).execute();
      }
    });
    say(`${Math.min(calls, from + 50 * PART)} of ${calls} lines`);
  }
  await db
    .insertInto('audit_chain')
    .values({ name: 'last', seq: calls, hash: 'hash' })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ seq: calls }))
    .execute();
  await countLines(db, { first, hours: DAYS * 24 + 2, kept: startOf('hour', now - HOURS_KEPT * SPANS.day.length) });
  return { accounts, servers };
}

/** Counts the lines as a gateway would have done call by call. */
async function countLines(
  db: Kysely<Tables>,
  { first, hours, kept }: { first: number; hours: number; kept: string },
): Promise<void> {
  await sql`create table hours_of_bench (number integer primary key, hour text, day text)`.execute(db);
  for (let hour = 0; hour < hours; hour += 1) {
    const at = first + hour * SPANS.hour.length;
    const names = periodSpans.map((span) => startOf(span, at));
    await sql`insert into hours_of_bench values (${hour}, ${sql.join(names)})`.execute(db);
  }
  const bounds = [-1, ...LATENCY_BOUNDS, Number.MAX_SAFE_INTEGER];
  const buckets = latencyBuckets.map(
    (_, index) =>
      sql`sum(case when latency_ms > ${sql.lit(bounds[index] ?? 0)} and latency_ms <= ${sql.lit(bounds[index + 1] ?? 0)} then 1 else 0 end)`,
  );
  const columns = sql.raw(['calls', 'latency_ms', ...latencyBuckets].join(', '));
  for (const span of periodSpans)
    for (const [scope, account] of [
      [sql`'gateway'`, sql`''`],
      [sql`'account:' || account_id`, sql`account_id`],
      [sql`'server:' || server_id`, sql`account_id`],
    ] as const)
      await sql`insert into call_counters (scope, span, start, account_id, tool, status, ${columns})
        select ${scope}, ${sql.lit(span)}, ${sql.ref(span)}, ${account}, tool, status, count(*), sum(latency_ms), ${sql.join(buckets)}
        from audit join hours_of_bench on number = (at - ${sql.lit(first)}) / 3600000
        where tool is not null and ${span === 'hour' ? sql`hour >= ${kept}` : sql`true`}
        group by 1, 3, 4, tool, status`.execute(db);
  // Before the lines that are still kept a gateway was used as much: days stay for good.
  for (let day = 1; day <= YEAR - DAYS; day += 1) {
    const like = startOf('day', first + (1 + (day % (DAYS - 2))) * SPANS.day.length);
    await sql`insert into call_counters (scope, span, start, account_id, tool, status, ${columns})
      select scope, span, ${startOf('day', first - day * SPANS.day.length)}, account_id, tool, status, ${columns}
      from call_counters where span = 'day' and start = ${like} and scope not like 'server:%'`.execute(db);
  }
  const sums = sql.join(['calls', 'latency_ms', ...latencyBuckets].map((column) => sql`sum(${sql.ref(column)})`));
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, ${columns})
    select scope, 'month', substr(start, 1, 7), account_id, tool, status, ${sums}
    from call_counters where span = 'day' group by scope, substr(start, 1, 7), account_id, tool, status`.execute(db);
  await sql`insert into call_counters (scope, span, start, account_id, tool, status, ${columns})
    select scope, span, start, account_id, '', status, ${sums}
    from call_counters group by scope, span, start, account_id, status`.execute(db);
  await sql`drop table hours_of_bench`.execute(db);
}

/** What a store has that was filled before; undefined for an empty one. */
export async function filledBefore(db: Kysely<Tables>): Promise<Filled | undefined> {
  const ids = async (table: 'accounts' | 'servers') =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .orderBy('created_at', table === 'accounts' ? 'desc' : 'asc')
        .execute()
    ).map(({ id }) => id);
  const [accounts, servers] = [await ids('accounts'), await ids('servers')];
  return servers.length === 0 ? undefined : { accounts, servers };
}
