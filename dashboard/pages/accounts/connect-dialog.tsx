import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useApis } from '../../api/about.ts';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import type { HostedApi } from '../../api/schema.d.ts';
import { Choose } from '../../parts/choose.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { aNoun } from './a-noun.ts';
import { ApiLogin } from './api-login.tsx';
import { CredentialFields, credentialFields, credentialOf, NO_CREDENTIAL } from './credential-fields.tsx';
import { VariableFields, variablesOf } from './variable-fields.tsx';

/** Connects an account of one of the gateway's APIs. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const apis = useApis();
  const [chosen, setChosen] = useState<string>();
  const hosted = apis.find(({ id }) => id === chosen) ?? apis[0];
  if (hosted === undefined) return null;
  return <ConnectForm key={hosted.id} apis={apis} hosted={hosted} onApi={setChosen} onClose={onClose} />;
}

interface ConnectFormProps {
  readonly apis: readonly HostedApi[];
  readonly hosted: HostedApi;
  readonly onApi: (id: string) => void;
  readonly onClose: () => void;
}

/** With just what the chosen API takes: it is tried before it is stored, where the API can say whose it is. */
function ConnectForm({ apis, hosted, onApi, onClose }: ConnectFormProps) {
  const { id, noun, regions, identifies } = hosted;
  const [region = regions[0]?.id ?? '', setRegion] = useState<string>();
  const [credential, setCredential] = useState(NO_CREDENTIAL);
  const [variables, setVariables] = useState<Readonly<Record<string, string>>>({});
  const [label, setLabel] = useState('');
  const changed = useAccountsChanged();
  const tell = useTell();
  const [, navigate] = useLocation();
  const run = async (): Promise<void> => {
    const name = label.trim();
    const body = {
      ...{ api: id, region, credential: credentialOf(hosted, credential), variables: variablesOf(variables) },
      ...(name !== '' && { label: name }),
    };
    const account = await dataOf(api.POST('/integrated-account', { body }));
    await changed();
    tell(`Connected ${account.workspace.name ?? account.label}`);
    navigate(`/accounts/${account.id}`);
  };
  return (
    <FormDialog
      title={`Connect ${aNoun(noun)}`}
      action={identifies ? 'Verify and connect' : 'Connect'}
      fields={['api', 'region', 'variables', ...credentialFields(hosted), 'label']}
      run={run}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          {apis.length > 1 && (
            <Choose
              label="API"
              error={errorOf('api')}
              choices={apis.map((one) => ({ value: one.id, name: one.name }))}
              value={id}
              onChoose={onApi}
            />
          )}
          {regions.length > 1 || regions[0]?.name !== 'default' ? (
            <Choose
              label="Region"
              help={`Where the ${noun} lives.`}
              error={errorOf('region')}
              choices={regions.map((one) => ({ value: one.id, name: one.name }))}
              value={region}
              onChoose={setRegion}
            />
          ) : null}
          <VariableFields
            variables={hosted.variables}
            values={variables}
            onChange={setVariables}
            error={errorOf('variables')}
          />
          <CredentialFields api={hosted} typed={credential} onChange={setCredential} errorOf={errorOf} />
          <TextField
            label="Name"
            help={identifies ? `The ${noun}'s own unless given.` : 'Models and people tell accounts apart by it.'}
            error={errorOf('label')}
            required={!identifies}
            maxLength={200}
            value={label}
            onValue={setLabel}
          />
          <ApiLogin api={hosted} region={region} label={label} />
        </>
      )}
    </FormDialog>
  );
}
