import { useState } from 'preact/hooks';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { AccessTokenField } from './access-token-field.tsx';
import { IntercomLogin } from './intercom-login.tsx';

/** Gives an account another credential of the same workspace. */
export function RenewDialog({ account, onClose }: { account: IntegratedAccount; onClose: () => void }) {
  const [token, setToken] = useState('');
  const changed = useAccountsChanged();
  const tell = useTell();
  const run = async (): Promise<void> => {
    await api.PATCH('/integrated-account/{id}', {
      params: { path: { id: account.id } },
      body: { access_token: token },
    });
    await changed();
    tell(`${account.label} has a new credential`);
  };
  return (
    <FormDialog
      title={`Renew the credential of ${account.label}`}
      action="Verify and save"
      fields={['access_token']}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>Its MCP servers go on with their URLs, and use the new credential at once.</p>
          <AccessTokenField
            help="Of the same workspace. It is tried with Intercom before it is stored, encrypted."
            error={errorOf('access_token')}
            value={token}
            onValue={setToken}
          />
          <IntercomLogin accountId={account.id} region={account.region} />
        </>
      )}
    </FormDialog>
  );
}
