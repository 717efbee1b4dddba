import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useAbout } from '../../api/about.ts';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { AccessTokenField } from './access-token-field.tsx';
import { IntercomLogin } from './intercom-login.tsx';

/** Names of Intercom's regions; a gateway may know others, such as that of a sample workspace. */
const NAMES: Readonly<Record<string, string>> = { us: 'United States', eu: 'Europe', au: 'Australia' };

/** Connects a workspace with an access token, which is tried before it is stored, or by Intercom's login. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { data: about } = useAbout();
  const regions = about?.regions ?? [];
  const [chosen, setRegion] = useState<string>();
  const region = chosen ?? regions[0] ?? '';
  const [token, setToken] = useState('');
  const [label, setLabel] = useState('');
  const changed = useAccountsChanged();
  const tell = useTell();
  const [, navigate] = useLocation();
  const run = async (): Promise<void> => {
    const name = label.trim();
    const account = await dataOf(
      api.POST('/integrated-account', { body: { region, access_token: token, ...(name !== '' && { label: name }) } }),
    );
    await changed();
    tell(`Connected ${account.workspace.name ?? account.label}`);
    navigate(`/accounts/${account.id}`);
  };
  return (
    <FormDialog
      title="Connect a workspace"
      action="Verify and connect"
      fields={['region', 'access_token', 'label']}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <Field label="Region" help="Where the workspace lives." error={errorOf('region')}>
            {(field) => (
              <select
                {...field}
                class="input"
                value={region}
                onChange={({ currentTarget }) => setRegion(currentTarget.value)}
              >
                {regions.map((name) => (
                  <option key={name} value={name}>
                    {NAMES[name] ?? name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <AccessTokenField
            help="From your app in Intercom's Developer Hub. It is tried with Intercom before it is stored, encrypted, and never shown."
            error={errorOf('access_token')}
            value={token}
            onValue={setToken}
          />
          <TextField
            label="Name"
            help="The workspace's own unless given."
            error={errorOf('label')}
            maxLength={200}
            value={label}
            onValue={setLabel}
          />
          <IntercomLogin region={region} label={label} />
        </>
      )}
    </FormDialog>
  );
}
