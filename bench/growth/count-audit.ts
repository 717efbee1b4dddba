import { sql } from 'kysely';
import type { Engine } from '../../gateway/store/contract/engine.ts';
import type { Filling } from './fill-store.ts';

/** The day of a line, as counters name it. */
const days = {
  sqlite: sql`strftime('%Y-%m-%d', at / 1000, 'unixepoch')`,
  postgres: sql`to_char(to_timestamp(at / 1000) at time zone 'UTC', 'YYYY-MM-DD')`,
} as const satisfies Record<Engine, unknown>;

/** Counts all lines of the audit log anew by days and tools, those of the gateway and of each account, as calls of up to 100 ms. */
export async function countAudit({ db, engine }: Filling): Promise<void> {
  await sql`delete from call_counters`.execute(db);
  for (const [scope, account] of [
    [sql`'gateway'`, sql`''`],
    [sql`'account:' || account_id`, sql`account_id`],
  ])
    for (const tool of [sql`tool`, sql`''`])
      await sql`insert into call_counters (scope, span, start, account_id, tool, status, calls, latency_ms, upto_100)
        select ${scope}, 'day', ${days[engine]}, ${account}, ${tool}, status, count(*), sum(latency_ms), count(*)
        from audit where tool is not null and account_id is not null group by 1, 3, 4, 5, 6`.execute(db);
  if (engine === 'postgres') await sql`vacuum analyze call_counters`.execute(db);
}
