import type { AuditLog } from '../audit/audit-log.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';

/** What a session is ended with; a gateway's context has all of it. */
interface EndingPlace {
  readonly store: Pick<Store, 'transaction'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly changed: () => void;
}

/** Ends a session by its id, with its line in the audit log; false where it had ended before. */
export async function endSession({ store, audit, changed }: EndingPlace, id: string, by: AuditBy): Promise<boolean> {
  const isEnded = await store.transaction(async (within) => {
    const isThere = await within.sessions.remove(id);
    if (isThere) await audit.append(within, { ...by, action: 'session.delete', target: id, status: 'ok' });
    return isThere;
  });
  changed();
  return isEnded;
}
