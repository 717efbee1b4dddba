import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { api, dataOf } from './client.ts';
import { usePages } from './use-pages.ts';

/** The accounts that are called like a text, page by page. */
export function useAccounts(search: string) {
  return usePages(['accounts', 'list', search], (page) =>
    dataOf(api.GET('/integrated-account', { params: { query: { ...page, ...(search !== '' && { search }) } } })),
  );
}

/** How one account is read. */
function accountQuery(id: string) {
  return {
    queryKey: ['accounts', id],
    queryFn: () => dataOf(api.GET('/integrated-account/{id}', { params: { path: { id } } })),
  };
}

/** One account; nothing is asked without an id. */
export function useAccount(id: string | undefined) {
  return useQuery({ ...accountQuery(id ?? ''), queryKey: ['accounts', id], enabled: id !== undefined });
}

/** Has accounts, and what hangs on them, read anew. */
export function useAccountsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['accounts'] });
}
