import { BEGUN, type NewAuditEntry, type Usage } from '../store/contract/audit.ts';

/** Calls of tools by day, server, tool and status, in the order of their keys so that two processes cannot block each other. */
export function usageOf(entries: readonly NewAuditEntry[]): Usage[] {
  const counted = new Map<string, Usage>();
  for (const { at, account_id, server_id, tool, status, latency_ms } of entries) {
    // A write is counted by its outcome.
    if (account_id === null || server_id === null || tool === null || status === BEGUN) continue;
    const day = new Date(at).toISOString().slice(0, 10);
    const key = [account_id, day, server_id, tool, status].join(' ');
    const before = counted.get(key);
    counted.set(key, {
      ...{ day, account_id, server_id, tool, status },
      calls: (before?.calls ?? 0) + 1,
      latency_ms: (before?.latency_ms ?? 0) + (latency_ms ?? 0),
    });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, usage]) => usage);
}
