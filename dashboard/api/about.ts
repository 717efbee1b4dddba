import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';

/** What the gateway says of itself: it stays the same while it runs. */
export function useAbout() {
  return useQuery({
    queryKey: ['about'],
    queryFn: () => dataOf(api.GET('/about')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
