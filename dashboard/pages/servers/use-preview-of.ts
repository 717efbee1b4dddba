import type { McpServer } from '../../api/schema.d.ts';
import { usePreview } from '../../api/server-queries.ts';
import { useSession } from '../../session/session.tsx';

/** What a server shows, asked of the account whose page this is; of its other accounts those are left out that the key does not reach. */
export function usePreviewOf({ config, accounts }: Pick<McpServer, 'config' | 'accounts'>, accountId: string) {
  const own = useSession().admin.integrated_account_ids;
  const reached = accounts.filter((id) => own === null || own.includes(id));
  return usePreview(accountId, { config, accounts: reached });
}

/** The names of the tools that clients list; undefined as long as they are not known. */
export function useListedOf(server: Pick<McpServer, 'config' | 'accounts'>, accountId: string): string[] | undefined {
  return usePreviewOf(server, accountId).data?.tools.map(({ name }) => name);
}
