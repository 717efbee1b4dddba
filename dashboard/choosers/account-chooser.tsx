import { useState } from 'preact/hooks';
import { useApiName, useApis } from '../api/about.ts';
import { useAccount, useAccounts } from '../api/account-queries.ts';
import { Chooser } from '../parts/chooser.tsx';
import { useLater } from '../parts/use-later.ts';

interface AccountChooserProps {
  /** Id of the chosen account. */
  readonly account: string | undefined;
  readonly none?: string;
  readonly isRequired?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly onChoose: (account: string | undefined) => void;
}

/** Chooses one of the accounts that the signed-in key reaches. */
export function AccountChooser({ account, none = 'All accounts', onChoose, ...field }: AccountChooserProps) {
  const [text, setText] = useState('');
  const { query, rows } = useAccounts(useLater(text));
  const isOne = useApis().length < 2;
  const apiName = useApiName();
  const name = useAccount(account).data?.label;
  return (
    <Chooser
      {...field}
      label="Account"
      none={none}
      chosen={account === undefined ? undefined : { id: account, name: name ?? account }}
      options={rows.map(({ id, label, region, api }) => ({
        id,
        name: label,
        about: isOne ? region : `${apiName(api)}, ${region}`,
      }))}
      isLoading={query.isLoading}
      note={query.hasNextPage ? 'There are more: type to find them.' : undefined}
      onSearch={setText}
      onChoose={(option) => onChoose(option?.id)}
    />
  );
}
