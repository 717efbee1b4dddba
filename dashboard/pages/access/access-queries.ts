import { useQueryClient } from '@tanstack/preact-query';
import { api, dataOf } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';

/** The most rows that the gateway answers at once. */
export const MOST = 100;

/** A list of which more is read on demand. */
export interface PagedList<Row> {
  readonly rows: readonly Row[];
  readonly query: {
    readonly data: unknown;
    readonly error: unknown;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** The admin keys, newest first. */
export function useAdminKeys() {
  return usePages(['access', 'admin-keys'], (query) => dataOf(api.GET('/admin-key', { params: { query } })));
}

/** The API tokens, newest first. */
export function useApiTokens() {
  return usePages(['access', 'api-tokens'], (query) => dataOf(api.GET('/api-token', { params: { query } })));
}

/** The sessions, newest first: all of them for the role admin, for others those of their key. */
export function useSessions() {
  return usePages(['access', 'sessions'], (query) => dataOf(api.GET('/session', { params: { query } })));
}

/** Has one of the lists read anew. */
export function useReread(list: 'admin-keys' | 'api-tokens' | 'sessions'): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['access', list] });
}
