import { TextField } from '../../../parts/text-field.tsx';
import { AccountsField } from './accounts-field.tsx';
import type { FormProps } from './form-props.ts';

/** What a server is called, whose it is, and which accounts it views. */
export function Identity({ form, change, errorOf, accountId }: FormProps & { accountId: string }) {
  return (
    <section class="card stack" aria-labelledby="form-identity">
      <h2 id="form-identity">The server</h2>
      <div class="pair">
        <TextField
          label="Name"
          help="Models and people tell servers apart by it."
          error={errorOf('name')}
          required
          maxLength={200}
          value={form.name}
          onValue={(name) => change({ name })}
        />
        <TextField
          label="Owner"
          help="Who is responsible for it: any text, or none."
          error={errorOf('owner')}
          maxLength={200}
          value={form.owner}
          onValue={(owner) => change({ owner })}
        />
      </div>
      <AccountsField
        accountId={accountId}
        chosen={form.accounts}
        onChoose={(accounts) => change({ accounts })}
        error={errorOf('accounts')}
      />
    </section>
  );
}
