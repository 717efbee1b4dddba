import { Field } from '../../../parts/field.tsx';
import { AccountsField } from './accounts-field.tsx';
import type { FormProps } from './form-props.ts';

/** What a server is called, whose it is, and which workspaces it views. */
export function Identity({ form, change, errorOf, accountId }: FormProps & { accountId: string }) {
  return (
    <section class="card stack" aria-labelledby="form-identity">
      <h2 id="form-identity">The server</h2>
      <div class="pair">
        <Field label="Name" help="Models and people tell servers apart by it." error={errorOf('name')}>
          {(field) => (
            <input
              {...field}
              class="input"
              required
              maxLength={200}
              value={form.name}
              onInput={({ currentTarget }) => change({ name: currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Owner" help="Who is responsible for it: any text, or none." error={errorOf('owner')}>
          {(field) => (
            <input
              {...field}
              class="input"
              maxLength={200}
              value={form.owner}
              onInput={({ currentTarget }) => change({ owner: currentTarget.value })}
            />
          )}
        </Field>
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
