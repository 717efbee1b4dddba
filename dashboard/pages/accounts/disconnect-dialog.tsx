import { useQuery } from '@tanstack/preact-query';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useTell } from '../../parts/toasts.tsx';

/** Servers that are named; of more their number is told. */
const NAMED = 10;

interface DisconnectDialogProps {
  readonly account: IntegratedAccount;
  readonly onClose: () => void;
  readonly onGone?: () => void;
}

/** Asks before an account is disconnected, and names the servers that will stop. */
export function DisconnectDialog({ account: { id, label }, onClose, onGone }: DisconnectDialogProps) {
  const changed = useAccountsChanged();
  const tell = useTell();
  const query = useQuery({
    queryKey: ['accounts', id, 'servers-to-stop'],
    queryFn: () =>
      dataOf(api.GET('/integrated-account/{id}/mcp', { params: { path: { id }, query: { limit: NAMED } } })),
  });
  const run = async (): Promise<void> => {
    await api.DELETE('/integrated-account/{id}', { params: { path: { id } } });
    tell(`${label} is disconnected`);
    onGone?.();
    await changed();
  };
  return (
    <Confirm title={`Disconnect ${label}?`} action="Disconnect" run={run} onClose={onClose}>
      <p>Its credential, its MCP servers and the API tokens for it alone are deleted. This cannot be undone.</p>
      <Loaded query={query} lines={2}>
        {({ result, total }) =>
          result.length === 0 ? (
            <p class="hush">It has no MCP servers.</p>
          ) : (
            <Notice kind="warn">
              <p class="strong">
                {total === 1 ? 'This MCP server stops' : `These ${total} MCP servers stop`}, and their clients are
                refused:
              </p>
              <ul class="bullets">
                {result.map((server) => (
                  <li key={server.id} class="anywhere">
                    {server.name}
                    {server.accounts.length > 1 && ' (goes on with its other accounts)'}
                  </li>
                ))}
                {total > result.length && <li>and {total - result.length} more</li>}
              </ul>
            </Notice>
          )
        }
      </Loaded>
    </Confirm>
  );
}
