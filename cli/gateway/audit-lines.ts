import { auditView } from '../../gateway/api/audit/schemas.ts';
import { BY_COMMAND, firstAuditId } from '../../gateway/audit/audit-entry.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { openGatewayStore } from './open-store.ts';

/** The audit log of a store as lines, oldest first; the export leaves a line of its own. */
export async function* auditLines(
  address: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): AsyncGenerator<string> {
  const filter = { fromId: readTime(from), untilId: readTime(to) };
  await using opened = await openGatewayStore(address);
  await opened.audit.record({ ...BY_COMMAND, action: 'audit.export', status: 'ok' });
  for await (const entry of opened.store.audit.each(filter)) yield JSON.stringify(auditView(entry));
}

function readTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return firstAuditId(time);
  throw new ConfigError(
    `${JSON.stringify(text)} is no moment.`,
    'Give a date such as 2026-11-01, or a date-time such as 2026-11-01T08:00:00Z.',
  );
}
