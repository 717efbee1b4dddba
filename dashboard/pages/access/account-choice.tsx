import { useId, useState } from 'preact/hooks';
import { useAccounts } from '../../api/account-queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useLater } from '../../parts/use-later.ts';
import { AccountNames } from './account-names.tsx';

interface AccountChoiceProps {
  readonly label: string;
  /** Ids of accounts. */
  readonly chosen: readonly string[];
  /** Whether several may be chosen. */
  readonly several: boolean;
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Accounts to choose from, by search: what was chosen stays so when another search does not show it. */
export function AccountChoice({ label, chosen, several, error, onChange }: AccountChoiceProps) {
  const id = useId();
  const [text, setText] = useState('');
  const { query, rows } = useAccounts(useLater(text.trim()));
  const about = error === undefined ? undefined : `${id}-error`;
  const toggle = (account: string): void => {
    if (!several) onChange([account]);
    else onChange(chosen.includes(account) ? chosen.filter((one) => one !== account) : [...chosen, account]);
  };
  return (
    <fieldset class="field" aria-describedby={about}>
      <legend class="field-label">{label}</legend>
      <SearchField label="Search accounts" value={text} onInput={setText} />
      <Loaded query={query} lines={3}>
        {() => (
          <div class="account-choice">
            {rows.map((account) => (
              <label class="check" key={account.id}>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={id}
                  checked={chosen.includes(account.id)}
                  onChange={() => toggle(account.id)}
                />
                <span class="anywhere">{account.label}</span>
              </label>
            ))}
            {rows.length === 0 && <p class="hush">No account is called so.</p>}
            {query.hasNextPage && (
              <button type="button" class="button small" onClick={() => void query.fetchNextPage()}>
                Show more
              </button>
            )}
          </div>
        )}
      </Loaded>
      <p class="field-help" aria-live="polite">
        {chosen.length === 0 ? 'None is chosen.' : <AccountNames ids={chosen} />}
      </p>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
