import type { McpServer } from '../../api/schema.d.ts';
import { useSession } from '../../session/session.tsx';

/** Whether who is signed in may change a server: an operator where all its accounts are the key's. */
export function useMayChange(): (server: Pick<McpServer, 'accounts'>) => boolean {
  const { admin, mayChange } = useSession();
  const own = admin.integrated_account_ids;
  return ({ accounts }) => mayChange && (own === null || accounts.every((id) => own.includes(id)));
}
