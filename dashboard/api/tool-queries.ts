import { useQueries, useQuery } from '@tanstack/preact-query';
import { useApis } from './about.ts';
import { api, dataOf } from './client.ts';
import type { ToolSummary } from './schema.d.ts';

/** Of which tools: those of the gateway's first API, in its newest version, unless said otherwise. */
export interface ToolsOf {
  readonly api?: string | undefined;
  readonly version?: string | undefined;
}

function queryOf({ api: id, version }: ToolsOf) {
  return { ...(id !== undefined && { api: id }), ...(version !== undefined && { api_version: version }) };
}

function toolsQuery(of: ToolsOf) {
  return {
    queryKey: ['tools', queryOf(of)],
    queryFn: () => dataOf(api.GET('/tool', { params: { query: queryOf(of) } })),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** All tools of one version of an API: they stay the same while the gateway runs. */
export function useTools(of: ToolsOf = {}) {
  return useQuery(toolsQuery(of));
}

/** All tools of all APIs. */
export function useAllTools(): { readonly isLoading: boolean; readonly tools: readonly ToolSummary[] | undefined } {
  const apis = useApis();
  return useQueries({
    queries: apis.map(({ id }) => toolsQuery({ api: id })),
    combine: (lists) => {
      const isLoading = apis.length === 0 || lists.some((list) => list.isLoading);
      return { isLoading, tools: isLoading ? undefined : lists.flatMap(({ data }) => data?.result ?? []) };
    },
  });
}

/** All tools that a server over accounts can list: those of all their APIs and versions, as far as the reader may read the accounts. */
export function useToolsOf(accountIds: readonly string[]) {
  const ids = accountIds.toSorted();
  return useQuery({
    // Another version of an account has other tools.
    queryKey: ['accounts', 'tools', ids],
    queryFn: () => dataOf(api.GET('/tool', { params: { query: { account: ids } } })),
    staleTime: Number.POSITIVE_INFINITY,
    // The form goes on with what it had until another account's tools are there.
    placeholderData: (before) => before,
  });
}

/** All that is known of one tool. */
export function useTool(name: string | undefined, of: ToolsOf = {}) {
  return useQuery({
    queryKey: ['tools', name, queryOf(of)],
    queryFn: () => dataOf(api.GET('/tool/{name}', { params: { path: { name: name ?? '' }, query: queryOf(of) } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== undefined,
  });
}
