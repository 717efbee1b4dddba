import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from '../api/client.ts';

/** Servers that are shown at once. */
const SHOWN = 30;

/** MCP servers that are called like a text, of one account or of all. */
export function useFoundServers(account: string | undefined, text: string) {
  const query = { limit: SHOWN, sort: 'name' as const, ...(text !== '' && { search: text }) };
  return useQuery({
    queryKey: ['accounts', account ?? 'all', 'found-servers', text],
    queryFn: () =>
      dataOf(
        account === undefined
          ? api.GET('/mcp-server', { params: { query } })
          : api.GET('/integrated-account/{id}/mcp', { params: { path: { id: account }, query } }),
      ),
    placeholderData: (before) => before,
  });
}

/** One MCP server; nothing is asked without both ids. */
export function useServer(account: string | undefined, server: string | undefined) {
  return useQuery({
    queryKey: ['accounts', account, 'servers', server],
    queryFn: () =>
      dataOf(
        api.GET('/integrated-account/{id}/mcp/{mcp_id}', {
          params: { path: { id: account ?? '', mcp_id: server ?? '' } },
        }),
      ),
    enabled: account !== undefined && server !== undefined,
  });
}
