import type { Context } from 'hono';
import { reachedAccounts } from '../../http/admin-of.ts';
import { SPANS, startOf } from '../../store/contract/counters.ts';
import type { Repositories } from '../../store/contract/store.ts';

/** Hours that are counted, the one that goes on among them. */
const HOURS = 24;

/** Calls of servers in the last hours, those in accounts beyond the caller's key left out; one question for all of them. */
export async function callsOfLastDay(
  { store, now }: { readonly store: Pick<Repositories, 'counters'>; readonly now: () => number },
  c: Context,
  ids: readonly string[],
): Promise<(id: string) => number> {
  const time = now();
  const rows = await store.counters.byScope({
    scopes: ids.map((id) => `server:${id}` as const),
    span: 'hour',
    from: startOf('hour', time - (HOURS - 1) * SPANS.hour.length),
    to: startOf('hour', time),
    account_ids: reachedAccounts(c, undefined),
  });
  const known = new Map<string, number>(rows.map(({ scope, calls }) => [scope, calls]));
  return (id) => known.get(`server:${id}`) ?? 0;
}
