import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';
import type { IntegratedAccount } from './schema.d.ts';

/** A version of Intercom's API that there are tools of. */
type ToolsVersion = IntegratedAccount['tools_version'];

/** All tools of a version, the newest unless one is given: they stay the same while the gateway runs. */
export function useTools(version?: ToolsVersion, { isReady = true }: { readonly isReady?: boolean } = {}) {
  return useQuery({
    queryKey: ['tools', { version }],
    queryFn: () => dataOf(api.GET('/tool', { params: { query: { ...(version && { api_version: version }) } } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isReady,
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
