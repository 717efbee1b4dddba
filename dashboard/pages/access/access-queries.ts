import { useInfiniteQuery, useQueryClient } from '@tanstack/preact-query';
import { api, dataOf } from '../../api/client.ts';

/** Rows of a page. */
const LIMIT = 50;

/** The most rows that the gateway answers at once. */
export const MOST = 100;

interface Page<Row> {
  readonly result: readonly Row[];
  readonly next_cursor: string | null;
}

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

/** Which rows: those behind a page, or the first ones. */
interface PageParams {
  readonly query: { readonly limit: number; readonly next_cursor?: string };
}

/** The admin keys, newest first. */
export function useAdminKeys() {
  return usePages('admin-keys', (params) => dataOf(api.GET('/admin-key', { params })));
}

/** The API tokens, newest first. */
export function useApiTokens() {
  return usePages('api-tokens', (params) => dataOf(api.GET('/api-token', { params })));
}

/** The sessions, newest first: all of them for the role admin, for others those of their key. */
export function useSessions() {
  return usePages('sessions', (params) => dataOf(api.GET('/session', { params })));
}

/** Has one of the lists read anew. */
export function useReread(list: 'admin-keys' | 'api-tokens' | 'sessions'): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['access', list] });
}

function usePages<Row>(list: string, fetchPage: (params: PageParams) => Promise<Page<Row>>): PagedList<Row> {
  const query = useInfiniteQuery({
    queryKey: ['access', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      fetchPage({ query: { limit: LIMIT, ...(pageParam !== undefined && { next_cursor: pageParam }) } }),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  return { query, rows: query.data?.pages.flatMap(({ result }) => result) ?? [] };
}
