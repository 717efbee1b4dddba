import { type Account, UNUSED } from '../../../gateway/store/contract/accounts.ts';
import { type CallCounter, type LatencyBucket, latencyBuckets } from '../../../gateway/store/contract/counters.ts';
import type { McpServerRow } from '../../../gateway/store/contract/servers.ts';
import { workspace } from '../../support/people.ts';

/** Noon of a day: where the tests' time stands. */
export const NOON = Date.UTC(2026, 10, 25, 12);

/** A row of an account, the same in every field but its id unless said otherwise. */
export function anAccount(id: string, changes: Partial<Account> = {}): Account {
  return {
    id,
    api: 'intercom',
    label: 'Fernhill',
    region: 'us',
    api_version: '2.16',
    workspace_id: workspace.id_code,
    workspace_name: null,
    ...{ admin_id: null, admin_name: null },
    variables: null,
    credential: 'sealed',
    source: 'access_token',
    status: 'active',
    ...UNUSED,
    created_at: NOON,
    updated_at: NOON,
    ...changes,
  };
}

/** A row of a server, whose digest is its id unless said otherwise. */
export function aServer(accountId: string, id: string, changes: Partial<McpServerRow> = {}): McpServerRow {
  return {
    id,
    account_id: accountId,
    name: 'support',
    config: '{}',
    digest: `digest of ${id}`,
    enabled: 1,
    ...{ expires_at: null, owner: null, idle_ms: null, idle_at: null, last_used_at: null },
    created_at: NOON,
    updated_at: NOON,
    ...changes,
  };
}

/** A counter of one call of 10 ms, in the day of the tests, unless said otherwise. */
export function aCounter(changes: Partial<CallCounter> = {}): CallCounter {
  const none = Object.fromEntries(latencyBuckets.map((bucket) => [bucket, 0])) as Record<LatencyBucket, number>;
  return {
    ...{ scope: 'server:s', span: 'day', start: '2026-11-25', account_id: 'a', tool: 'search', status: 'ok' },
    ...{ calls: 1, latency_ms: 10, ...none, upto_10: 1 },
    ...changes,
  };
}
