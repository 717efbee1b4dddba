import { useId, useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useSession } from '../../session/session.tsx';
import { useReread } from './access-queries.ts';
import { AccountChoice } from './account-choice.tsx';
import { type ChosenExpiry, expiresAt } from './expiry.ts';
import { ExpiryField } from './expiry-field.tsx';
import { requireAccount } from './require-account.ts';
import type { NewSecret } from './secret-dialog.tsx';

interface CreateApiTokenDialogProps {
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}

/** Makes an API token; its secret is handed on, to be shown this one time. */
export function CreateApiTokenDialog({ onMade, onClose }: CreateApiTokenDialogProps) {
  const id = useId();
  const { admin } = useSession();
  const mayAll = admin.role === 'admin';
  const [name, setName] = useState('');
  const [isForAll, setForAll] = useState(false);
  const [account, setAccount] = useState<readonly string[]>([]);
  const [expiry, setExpiry] = useState<ChosenExpiry>({ kind: 'never', date: '' });
  const reread = useReread('api-tokens');
  const run = async (): Promise<void> => {
    if (!isForAll) requireAccount(account, 'integrated_account_id');
    const { token } = await dataOf(
      api.POST('/api-token', {
        body: {
          name,
          integrated_account_id: isForAll ? null : (account[0] ?? ''),
          expires_at: expiresAt(expiry, new Date()),
        },
      }),
    );
    onMade({
      what: 'API token',
      name,
      secret: token,
      use: 'Clients send it as Authorization: Bearer beside the URL of the server; in a browser it is typed once, on the page that asks for it.',
    });
    await reread();
  };
  return (
    <FormDialog
      title="Create an API token"
      action="Create the token"
      fields={['name', 'integrated_account_id', 'expires_at']}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <Field label="Name" help="Who or what will use it." error={errorOf('name')}>
            {(field) => (
              <input
                {...field}
                class="input"
                required
                maxLength={200}
                autocomplete="off"
                value={name}
                onInput={({ currentTarget }) => setName(currentTarget.value)}
              />
            )}
          </Field>
          {mayAll && (
            <fieldset class="field">
              <legend class="field-label">Opens the servers of</legend>
              <div class="choices">
                <label class="choice">
                  <input type="radio" name={id} checked={!isForAll} onChange={() => setForAll(false)} />
                  One account
                </label>
                <label class="choice">
                  <input type="radio" name={id} checked={isForAll} onChange={() => setForAll(true)} />
                  All accounts
                </label>
              </div>
            </fieldset>
          )}
          {!isForAll && (
            <AccountChoice
              label="Account"
              several={false}
              chosen={account}
              error={errorOf('integrated_account_id')}
              onChange={setAccount}
            />
          )}
          <ExpiryField value={expiry} error={errorOf('expires_at')} onChange={setExpiry} />
        </>
      )}
    </FormDialog>
  );
}
