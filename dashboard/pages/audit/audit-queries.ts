import { useQuery } from '@tanstack/preact-query';
import { api, dataOf } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { type AuditFilters, filterQuery } from './audit-filters.ts';

/** The entries that filters leave, newest first, page by page. */
export function useAudit(set: AuditFilters) {
  return usePages(['audit', 'list', set], (page) =>
    dataOf(api.GET('/audit', { params: { query: { ...page, ...filterQuery(set) } } })),
  );
}

/** One entry, with those of the same call. */
export function useAuditEntry(id: string) {
  return useQuery({
    queryKey: ['audit', id],
    queryFn: () => dataOf(api.GET('/audit/{id}', { params: { path: { id } } })),
  });
}
