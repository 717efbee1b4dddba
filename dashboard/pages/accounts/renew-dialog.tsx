import { useState } from 'preact/hooks';
import { useApis } from '../../api/about.ts';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { ApiLogin } from './api-login.tsx';
import { CredentialFields, credentialFields, credentialOf, NO_CREDENTIAL } from './credential-fields.tsx';

/** Gives an account another credential of the same account. */
export function RenewDialog({ account, onClose }: { account: IntegratedAccount; onClose: () => void }) {
  const [credential, setCredential] = useState(NO_CREDENTIAL);
  const changed = useAccountsChanged();
  const tell = useTell();
  const hosted = useApis().find(({ id }) => id === account.api);
  if (hosted === undefined) return null;
  const run = async (): Promise<void> => {
    await api.PATCH('/integrated-account/{id}', {
      params: { path: { id: account.id } },
      body: { credential: credentialOf(hosted, credential) },
    });
    await changed();
    tell(`${account.label} has a new credential`);
  };
  return (
    <FormDialog
      title={`Renew the credential of ${account.label}`}
      action={hosted.identifies ? 'Verify and save' : 'Save'}
      fields={credentialFields(hosted)}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>Its MCP servers go on with their URLs, and use the new credential, of the same {hosted.noun}, at once.</p>
          <CredentialFields api={hosted} typed={credential} onChange={setCredential} errorOf={errorOf} />
          <ApiLogin api={hosted} accountId={account.id} region={account.region} />
        </>
      )}
    </FormDialog>
  );
}
