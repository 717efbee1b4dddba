import { useMemo } from 'preact/hooks';
import { useAccounts } from '../../api/account-queries.ts';

/** Names of the first accounts that the signed-in key reaches: no entry is waited for because of another one's name. */
export function useAccountNames(): (id: string) => string | undefined {
  const { query } = useAccounts('');
  const { data } = query;
  return useMemo(() => {
    const names = new Map(data?.pages.flatMap(({ result }) => result).map(({ id, label }) => [id, label]));
    return (id) => names.get(id);
  }, [data]);
}
