import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { McpServer } from '../../api/schema.d.ts';
import { useTell } from '../../parts/toasts.tsx';

/** Has a server answer its clients or not, and offers to undo it. */
export function useEnable(): (server: McpServer, enabled: boolean) => Promise<void> {
  const changed = useAccountsChanged();
  const tell = useTell();
  const set = async (server: McpServer, enabled: boolean): Promise<boolean> => {
    const path = { id: server.integrated_account_id, mcp_id: server.id };
    try {
      await api.PATCH('/integrated-account/{id}/mcp/{mcp_id}', { params: { path }, body: { enabled } });
      await changed();
      return true;
    } catch (error) {
      tell(error instanceof Error ? error.message : 'It was not changed', { isBad: true });
      return false;
    }
  };
  return async (server, enabled) => {
    if (!(await set(server, enabled))) return;
    tell(enabled ? `${server.name} answers its clients` : `${server.name} is disabled: its clients are refused`, {
      undo: () => void set(server, !enabled),
    });
  };
}
