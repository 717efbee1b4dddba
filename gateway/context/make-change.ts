import type { AuditEvent } from '../audit/audit-entry.ts';
import type { Repositories } from '../store/contract/store.ts';
import type { GatewayContext } from './gateway-context.ts';

/** A change, as the audit log has it. */
type Change = Omit<AuditEvent, 'status'>;

/** Makes a change together with its line in the audit log: both are stored, or neither. Afterwards this process reads anew what it remembers. */
export async function makeChange<Result>(
  { store, audit, changed }: Pick<GatewayContext, 'store' | 'audit' | 'changed'>,
  change: Change,
  work: (within: Repositories) => Promise<Result>,
): Promise<Result> {
  const result = await store.transaction(async (within) => {
    const made = await work(within);
    await audit.append(within, { ...change, status: 'ok' });
    return made;
  });
  changed();
  return result;
}
