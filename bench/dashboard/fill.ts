import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { firstAuditId, newAuditEntry } from '../../gateway/audit/audit-entry.ts';
import { countersOf } from '../../gateway/audit/counters-of.ts';
import type { NewAuditEntry } from '../../gateway/store/contract/audit.ts';
import { HOURS_KEPT, SPANS, startOf } from '../../gateway/store/contract/counters.ts';
import type { Store } from '../../gateway/store/contract/store.ts';
import type { Tables } from '../../gateway/store/contract/tables.ts';
import { catalog } from '../../intercom/catalog.ts';

/** What a filled store has: ids that are asked for. */
export interface Filled {
  readonly accounts: readonly string[];
  readonly servers: readonly string[];
  readonly middle: string;
}

/** Accounts: the first one has four of five servers. */
const ACCOUNTS = 20;
const DAYS = 90;
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
        ...{ id, label: `Workspace ${index}`, region: 'us', api_version: '2.16', workspace_id: `w${index}` },
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
  const first = now - DAYS * SPANS.day.length;
  const kept = startOf('hour', now - HOURS_KEPT * SPANS.day.length);
  const entry = (index: number): NewAuditEntry => {
    const server = (index * 7919) % count;
    const isRare = index % 1000 === 0;
    // A fifth of the tools has most of the calls.
    const tool = pick(tools, index % 4 === 0 ? index * 31 : (index * 31) % Math.ceil(tools.length / 5));
    return newAuditEntry(
      {
        ...{ actor: isRare ? `api_token:${index % 7}` : 'url', action: isRare ? 'server.update' : 'tools/call' },
        ...{ status: index % 50 === 0 ? pick(['upstream_error', 'invalid_input', 'rate_limited'], index / 50) : 'ok' },
        ...{
          tool: isRare ? null : tool,
          arguments: '{"query":{"field":"string","operator":"string"},"limit":"number"}',
        },
        ...{ account_id: home(server), server_id: pick(servers, server), request_id: `request-${index}` },
        ...{ upstream_status: 200, latency_ms: 20 + ((index * 37) % 900), address: `192.0.2.${index % 250}` },
        call_id: index % 10 === 0 ? `call-${index}` : null,
      },
      Math.floor(first + ((index + 1) * DAYS * SPANS.day.length) / (calls + 1)),
    );
  };
  const perDay = Math.ceil(calls / DAYS);
  for (let from = 0; from < calls; from += perDay) {
    const entries = Array.from({ length: Math.min(perDay, calls - from) }, (_, index) => entry(from + index));
    const counters = countersOf(entries).filter(({ span, start }) => span === 'day' || start >= kept);
    await db.transaction().execute(async (within) => {
      for (let start = 0; start < entries.length; start += PART) {
        const rows = entries
          .slice(start, start + PART)
          .map((row, index) => ({ ...row, seq: from + start + index + 1, hash: `hash ${from + start + index}` }));
        await within.insertInto('audit').values(rows).execute();
      }
    });
    // Days are not those of UTC, so two of these parts meet in one.
    await store.transaction((within) => within.counters.add(counters));
    say(`${Math.min(calls, from + perDay)} of ${calls} calls`);
  }
  return { accounts, servers, middle: firstAuditId(first + (DAYS / 2) * SPANS.day.length) };
}
