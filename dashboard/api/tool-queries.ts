import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';

/** All tools: they stay the same while the gateway runs. */
export function useTools() {
  return useQuery({
    queryKey: ['tools'],
    queryFn: () => dataOf(api.GET('/tool')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** All that is known of one tool. */
export function useTool(name: string | undefined) {
  return useQuery({
    queryKey: ['tools', name],
    queryFn: () => dataOf(api.GET('/tool/{name}', { params: { path: { name: name ?? '' } } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== undefined,
  });
}
