import { useState } from 'preact/hooks';
import { useApiName, useApis } from '../../../api/about.ts';
import { useAccounts } from '../../../api/account-queries.ts';
import { SearchField } from '../../../parts/search-field.tsx';
import { useLater } from '../../../parts/use-later.ts';
import { Checks } from './checks.tsx';

interface AccountsFieldProps {
  /** The account whose page this is: its servers view it always. */
  readonly accountId: string;
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly error: string | undefined;
}

/** Accounts above which they are searched. */
const FEW = 8;

/** Further accounts of one server; nothing where there are none. */
export function AccountsField({ accountId, chosen, onChoose, error }: AccountsFieldProps) {
  const [text, setText] = useState('');
  const search = useLater(text.trim());
  const isOne = useApis().length < 2;
  const apiName = useApiName();
  const { rows, query } = useAccounts(search);
  const others = rows.filter(({ id }) => id !== accountId);
  const isMany = search !== '' || others.length > FEW || query.hasNextPage;
  if (others.length === 0 && search === '' && chosen.length < 2) return null;
  const count = chosen.length - 1;
  return (
    <details class="more" open={count > 0 || undefined}>
      <summary>
        Further accounts <span class="count">{count.toLocaleString()}</span>
      </summary>
      <fieldset class="stack tight">
        <legend class="field-help">
          One server over several accounts, also of several APIs: each tool then asks for the account, by its name,
          where more than one of them has it.
        </legend>
        {isMany && <SearchField label="Search accounts" value={text} onInput={setText} />}
        <Checks
          checks={others.map(({ id, label, api }) => ({
            value: id,
            name: isOne ? label : `${label} (${apiName(api)})`,
          }))}
          chosen={new Set(chosen)}
          onChoose={(ids) => onChoose([accountId, ...[...ids].filter((id) => id !== accountId)])}
        />
        {query.hasNextPage && <p class="field-help">There are more: search for them by name.</p>}
        {error !== undefined && (
          <p class="field-error" role="alert">
            {error}
          </p>
        )}
      </fieldset>
    </details>
  );
}
