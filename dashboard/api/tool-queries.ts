import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';

/** All tools, with the classes, tags and groups that choose among them: they stay the same while the gateway runs. */
export function useTools() {
  return useQuery({
    queryKey: ['tools'],
    queryFn: () => dataOf(api.GET('/tool')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
