import { useState } from 'preact/hooks';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api } from '../../api/client.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useTell } from '../../parts/toasts.tsx';

/** Gives an account another name here; the API keeps its own. */
export function RenameDialog({ account: { id, label }, onClose }: { account: IntegratedAccount; onClose: () => void }) {
  const [name, setName] = useState(label);
  const changed = useAccountsChanged();
  const tell = useTell();
  const rename = async (to: string): Promise<void> => {
    await api.PATCH('/integrated-account/{id}', { params: { path: { id } }, body: { label: to } });
    await changed();
  };
  const run = async (): Promise<void> => {
    await rename(name);
    tell(`Renamed to ${name}`, {
      undo: () => rename(label).catch((error: Error) => tell(error.message, { isBad: true })),
    });
  };
  return (
    <FormDialog title="Rename the account" action="Rename" fields={['label']} run={run} onClose={onClose}>
      {(errorOf) => (
        <TextField
          label="Name"
          help="Models and people tell accounts apart by it."
          error={errorOf('label')}
          required
          maxLength={200}
          value={name}
          onValue={setName}
        />
      )}
    </FormDialog>
  );
}
