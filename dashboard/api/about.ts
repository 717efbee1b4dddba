import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';
import type { HostedApi } from './schema.d.ts';

/** What the gateway says of itself: it stays the same while it runs. */
export function useAbout() {
  return useQuery({
    queryKey: ['about'],
    queryFn: () => dataOf(api.GET('/about')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The APIs whose accounts the gateway connects; none until it has said so. */
export function useApis(): readonly HostedApi[] {
  return useAbout().data?.apis ?? [];
}

/** How an API is called, by its id, as also for one that the gateway has no more. */
export function useApiName(): (id: string) => string {
  const apis = useApis();
  return (id) => apis.find((one) => one.id === id)?.name ?? id;
}

/** What accounts are, where all of them are the same; an account. */
export function useNoun(): string {
  const nouns = new Set(useApis().map(({ noun }) => noun));
  const [only = 'account', ...more] = nouns;
  return more.length === 0 ? only : 'account';
}
