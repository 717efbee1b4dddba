import { useId } from 'preact/hooks';
import { AccountChooser } from '../../choosers/account-chooser.tsx';
import { ServerChooser } from '../../choosers/server-chooser.tsx';
import { ToolChooser } from '../../choosers/tool-chooser.tsx';
import { Field } from '../../parts/field.tsx';
import type { Changes } from '../../parts/href-with.ts';
import { knownStatuses } from '../../parts/status-words.ts';
import { type AuditFilters, actions, type FilterName, filters } from './audit-filters.ts';
import { fromLocal, toLocal } from './local-moment.ts';

interface FilterFormProps {
  readonly set: AuditFilters;
  /** What the gateway refused of a filter. */
  readonly errorOf: (name: FilterName) => string | undefined;
  readonly change: (changes: Changes) => void;
}

/** Every filter of the log; each holds as soon as it is chosen, or left. */
export function FilterForm({ set, errorOf, change }: FilterFormProps) {
  const text = (name: FilterName, help?: string, known?: readonly string[]) => (
    <TextFilter
      key={`${name} ${set[name] ?? ''}`}
      label={filters[name].name}
      help={help}
      known={known}
      error={errorOf(name)}
      value={set[name] ?? ''}
      onChange={(value) => change({ [name]: value })}
    />
  );
  // It changes with each digit, so what is meant is known once it is left, or Return is pressed.
  const take = (name: 'from' | 'to', value: string): void => {
    if (value !== toLocal(set[name])) change({ [name]: fromLocal(value) });
  };
  const moment = (name: 'from' | 'to') => (
    <Field label={filters[name].name} error={errorOf(name)}>
      {(field) => (
        <input
          {...field}
          key={set[name]}
          class="input"
          type="datetime-local"
          defaultValue={toLocal(set[name])}
          onBlur={({ currentTarget }) => take(name, currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(name, currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    // Return keeps what was typed; there is nothing to send.
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <AccountChooser
        account={set.account}
        error={errorOf('account')}
        onChoose={(account) => change({ account, ...(account !== set.account && { server: undefined }) })}
      />
      <ServerChooser
        account={set.account}
        server={set.server}
        error={errorOf('server')}
        onChoose={(server, account) => change({ server, account: account ?? set.account })}
      />
      <ToolChooser tool={set.tool} error={errorOf('tool')} onChoose={(tool) => change({ tool })} />
      {text('action', undefined, actions)}
      {text('status', undefined, knownStatuses)}
      {text('actor', 'As in an entry: admin_key:… or url')}
      {moment('from')}
      {moment('to')}
      {text('request_id')}
      {text('call_id')}
    </form>
  );
}

interface TextFilterProps {
  readonly label: string;
  readonly help: string | undefined;
  readonly known: readonly string[] | undefined;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

function TextFilter({ label, help, known, error, value, onChange }: TextFilterProps) {
  const id = useId();
  return (
    <Field label={label} error={error} {...(help !== undefined && { help })}>
      {(field) => (
        <>
          <input
            {...field}
            class="input"
            type="text"
            maxLength={200}
            spellcheck={false}
            autocomplete="off"
            placeholder="Any"
            list={known && id}
            defaultValue={value}
            // Also once a suggestion is chosen or Return is pressed.
            onChange={({ currentTarget }) => onChange(currentTarget.value.trim() || undefined)}
          />
          {known !== undefined && (
            <datalist id={id}>
              {known.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
