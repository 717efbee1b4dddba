import type { AuditAction } from '../store/contract/audit.ts';
import type { GatewayContext } from './gateway-context.ts';

/** A change that the operator made. */
interface Change {
  readonly action: AuditAction;
  readonly account_id: string | null;
  readonly server_id?: string;
}

/** Forgets what is remembered of the store, and writes the operator's change into the audit log. */
export async function noteChange({ changed, audit }: GatewayContext, change: Change): Promise<void> {
  // First, so that nothing old is answered while the log is written.
  changed();
  await audit.record({ ...change, actor: 'admin', status: 'ok' });
}
