import { useMemo } from 'preact/hooks';
import { useApis } from '../../api/about.ts';
import { useAccounts } from '../../api/account-queries.ts';

/** Names of the first accounts that the signed-in key reaches, with their API where there are several: no entry is waited for because of another one's name. */
export function useAccountNames(): (id: string) => string | undefined {
  const { query } = useAccounts('');
  const { data } = query;
  const apis = useApis();
  const isOne = apis.length < 2;
  return useMemo(() => {
    const found = data?.pages.flatMap(({ result }) => result) ?? [];
    const nameOf = (api: string): string => apis.find(({ id }) => id === api)?.name ?? api;
    const names = new Map(found.map(({ id, label, api }) => [id, isOne ? label : `${label} (${nameOf(api)})`]));
    return (id) => names.get(id);
  }, [data, apis, isOne]);
}
