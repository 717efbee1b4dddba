import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { McpServer } from '../../api/schema.d.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useTell } from '../../parts/toasts.tsx';

interface RevokeDialogProps {
  readonly server: McpServer;
  readonly onClose: () => void;
  /** Is called once the server is gone. */
  readonly onGone?: () => void;
}

/** Asks before a server ends for good. */
export function RevokeDialog({ server, onClose, onGone }: RevokeDialogProps) {
  const changed = useAccountsChanged();
  const tell = useTell();
  const run = async (): Promise<void> => {
    const path = { id: server.integrated_account_id, mcp_id: server.id };
    await api.DELETE('/integrated-account/{id}/mcp/{mcp_id}', { params: { path } });
    tell(`${server.name} is revoked`);
    onGone?.();
    await changed();
  };
  return (
    <Confirm title={`Revoke ${server.name}?`} action="Revoke" run={run} onClose={onClose}>
      <p>
        Its URL ends at once, and every client of it is refused. This cannot be undone: to stop it for a while, disable
        it.
      </p>
      {server.accounts.length > 1 && <p>It ends for all its {server.accounts.length} accounts.</p>}
    </Confirm>
  );
}
