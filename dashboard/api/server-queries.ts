import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';
import type { McpServerPreviewRequest } from './schema.d.ts';
import { usePages } from './use-pages.ts';

/** By what servers can be ordered. */
export const SERVER_SORTS = ['created_at', 'name', 'expires_at', 'last_used_at'] as const;

export type ServerSort = (typeof SERVER_SORTS)[number];

/** Which servers of an account, and in which order. */
export interface ServerFilter {
  readonly search: string;
  readonly state: 'active' | 'disabled' | undefined;
  readonly sort: ServerSort;
  readonly order: 'asc' | 'desc';
}

/** The servers of an account, page by page; all that hangs on an account is read anew when it changes. */
export function useServers(accountId: string, { search, state, sort, order }: ServerFilter) {
  const filter = { sort, order, ...(search !== '' && { search }), ...(state !== undefined && { state }) };
  const { query, rows } = usePages(['accounts', accountId, 'servers', filter], (page) =>
    dataOf(
      api.GET('/integrated-account/{id}/mcp', { params: { path: { id: accountId }, query: { ...page, ...filter } } }),
    ),
  );
  return { query, rows, total: query.data?.pages.at(-1)?.total ?? 0 };
}

/** Servers that a field shows at once. */
const FEW = 30;

/** The first servers that are called like a text, by name, of one account or of all. */
export function useFoundServers(accountId: string | undefined, text: string) {
  const query = { limit: FEW, sort: 'name' as const, ...(text !== '' && { search: text }) };
  return useQuery({
    queryKey: ['accounts', accountId ?? 'all', 'found-servers', text],
    queryFn: () =>
      dataOf(
        accountId === undefined
          ? api.GET('/mcp-server', { params: { query } })
          : api.GET('/integrated-account/{id}/mcp', { params: { path: { id: accountId }, query } }),
      ),
    placeholderData: (before) => before,
  });
}

/** One server; nothing is asked without both ids. */
export function useServer(accountId: string | undefined, serverId: string | undefined) {
  return useQuery({
    queryKey: ['accounts', accountId, 'servers', serverId],
    queryFn: () =>
      dataOf(
        api.GET('/integrated-account/{id}/mcp/{mcp_id}', {
          params: { path: { id: accountId ?? '', mcp_id: serverId ?? '' } },
        }),
      ),
    enabled: accountId !== undefined && serverId !== undefined,
  });
}

/** What a server of this configuration would show; nothing is asked without one. */
export function usePreview(accountId: string, body: McpServerPreviewRequest | undefined) {
  return useQuery({
    queryKey: ['preview', accountId, body],
    queryFn: () =>
      dataOf(
        api.POST('/integrated-account/{id}/mcp/preview', { params: { path: { id: accountId } }, body: body ?? {} }),
      ),
    enabled: body !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // What was shown stays until what was chosen is answered.
    placeholderData: (before) => before,
  });
}
