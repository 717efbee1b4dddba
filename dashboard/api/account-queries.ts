import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';

/** Rows of a page. */
const LIMIT = 50;

/** The accounts that are called like a text, page by page. */
export function useAccounts(search: string) {
  const query = useInfiniteQuery({
    queryKey: ['accounts', 'list', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/integrated-account', {
          params: {
            query: {
              limit: LIMIT,
              ...(search !== '' && { search }),
              ...(pageParam !== undefined && { next_cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    // What was shown stays until what is typed is answered.
    placeholderData: (before) => before,
  });
  return { query, rows: query.data?.pages.flatMap(({ result }) => result) ?? [] };
}

/** One account; nothing is asked without an id. */
export function useAccount(id: string | undefined) {
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: () => dataOf(api.GET('/integrated-account/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

/** Has accounts, and what hangs on them, read anew. */
export function useAccountsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['accounts'] });
}
