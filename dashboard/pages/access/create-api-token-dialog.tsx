import { useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { Choices } from '../../parts/choices.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
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

const OPENS = [
  { value: 'one', name: 'One account' },
  { value: 'all', name: 'All accounts' },
] as const;

/** Makes an API token; its secret is handed on, to be shown this one time. */
export function CreateApiTokenDialog({ onMade, onClose }: CreateApiTokenDialogProps) {
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
          <TextField
            label="Name"
            help="Who or what will use it."
            error={errorOf('name')}
            required
            maxLength={200}
            autocomplete="off"
            value={name}
            onValue={setName}
          />
          {mayAll && (
            <Choices
              legend="Opens the servers of"
              choices={OPENS}
              value={isForAll ? 'all' : 'one'}
              onChoose={(opens) => setForAll(opens === 'all')}
            />
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
