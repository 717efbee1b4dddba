import { useQueries, useQuery } from '@tanstack/preact-query';
import { accountQuery } from './account-queries.ts';
import { api, dataOf } from './client.ts';
import type { IntegratedAccount } from './schema.d.ts';

/** A version of Intercom's API that there are tools of. */
type ToolsVersion = IntegratedAccount['tools_version'];

/** All tools of a version, the newest unless one is given: they stay the same while the gateway runs. */
export function useTools(version?: ToolsVersion) {
  return useQuery({
    queryKey: ['tools', { version }],
    queryFn: () => dataOf(api.GET('/tool', { params: { query: { ...(version && { api_version: version }) } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** All tools that a server over accounts can list: those of all their versions, as far as the reader may read the accounts. */
export function useToolsOf(accountIds: readonly string[]) {
  const versions = useQueries({
    queries: accountIds.map(accountQuery),
    combine: (accounts) => ({
      isPending: accounts.some(({ isPending }) => isPending),
      found: [...new Set(accounts.flatMap(({ data }) => data?.tools_version ?? []))].sort(),
    }),
  });
  return useQuery({
    queryKey: ['tools', { versions: versions.found }],
    queryFn: () =>
      dataOf(
        api.GET('/tool', { params: { query: { ...(versions.found.length > 0 && { api_version: versions.found }) } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !versions.isPending,
    // The form goes on with what it had until another account's tools are there.
    placeholderData: (before) => before,
  });
}

/** All that is known of one tool as a version has it, the newest unless one is given. */
export function useTool(name: string | undefined, version?: ToolsVersion) {
  return useQuery({
    queryKey: ['tools', name, { version }],
    queryFn: () =>
      dataOf(
        api.GET('/tool/{name}', {
          params: { path: { name: name ?? '' }, query: { ...(version && { api_version: version }) } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== undefined,
  });
}
