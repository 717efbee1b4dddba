import { useId, useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useReread } from './access-queries.ts';
import { AccountChoice } from './account-choice.tsx';
import { type ChosenExpiry, expiresAt } from './expiry.ts';
import { ExpiryField } from './expiry-field.tsx';
import { requireAccount } from './require-account.ts';
import { type Role, roleNames, roles } from './roles.ts';
import type { NewSecret } from './secret-dialog.tsx';

interface CreateAdminKeyDialogProps {
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}

/** Makes an admin key; its secret is handed on, to be shown this one time. */
export function CreateAdminKeyDialog({ onMade, onClose }: CreateAdminKeyDialogProps) {
  const id = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('operator');
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  const [expiry, setExpiry] = useState<ChosenExpiry>({ kind: 'never', date: '' });
  const reread = useReread('admin-keys');
  const run = async (): Promise<void> => {
    if (role === 'operator') requireAccount(accounts, 'integrated_account_ids');
    const { key } = await dataOf(
      api.POST('/admin-key', {
        body: {
          name,
          role,
          expires_at: expiresAt(expiry, new Date()),
          ...(role === 'operator' && { integrated_account_ids: [...accounts] }),
        },
      }),
    );
    onMade({
      what: 'admin key',
      name,
      secret: key,
      use: 'It signs in to this dashboard, and programs send it to the API as Authorization: Bearer.',
    });
    await reread();
  };
  return (
    <FormDialog
      title="Create an admin key"
      action="Create the key"
      fields={['name', 'integrated_account_ids', 'expires_at']}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label="Name"
            help="Whose it is. The audit log says it of every change."
            error={errorOf('name')}
            required
            maxLength={200}
            autocomplete="off"
            value={name}
            onValue={setName}
          />
          <fieldset class="field">
            <legend class="field-label">Role</legend>
            <div class="role-choice">
              {roleNames.map((one) => (
                <label class="check" key={one}>
                  <input type="radio" name={id} checked={role === one} onChange={() => setRole(one)} />
                  <span>
                    <span class="strong">{roles[one].name}</span>
                    <br />
                    <span class="hush small">{roles[one].may}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {role === 'operator' && (
            <AccountChoice
              label="Accounts of the operator"
              several
              chosen={accounts}
              error={errorOf('integrated_account_ids')}
              onChange={setAccounts}
            />
          )}
          <ExpiryField value={expiry} error={errorOf('expires_at')} onChange={setExpiry} />
        </>
      )}
    </FormDialog>
  );
}
