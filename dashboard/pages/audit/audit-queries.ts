import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { api, dataOf } from '../../api/client.ts';
import { type AuditFilters, filterQuery } from './audit-filters.ts';

/** Rows of a page. */
const LIMIT = 50;

/** The entries that filters leave, newest first, page by page. */
export function useAudit(set: AuditFilters) {
  const query = useInfiniteQuery({
    queryKey: ['audit', 'list', set],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/audit', {
          params: {
            query: { limit: LIMIT, ...filterQuery(set), ...(pageParam !== undefined && { next_cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: (before) => before,
  });
  return { query, rows: query.data?.pages.flatMap(({ result }) => result) ?? [] };
}

/** One entry, with those of the same call. */
export function useAuditEntry(id: string) {
  return useQuery({
    queryKey: ['audit', id],
    queryFn: () => dataOf(api.GET('/audit/{id}', { params: { path: { id } } })),
  });
}
