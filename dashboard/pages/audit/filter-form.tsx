import { AccountChooser } from '../../choosers/account-chooser.tsx';
import { ServerChooser } from '../../choosers/server-chooser.tsx';
import { ToolChooser } from '../../choosers/tool-chooser.tsx';
import type { Changes } from '../../parts/href-with.ts';
import { knownStatuses } from '../../parts/status-words.ts';
import { type AuditFilters, actions, type FilterName, filters } from './audit-filters.ts';
import { fromLocal, toLocal } from './local-moment.ts';
import { TypedFilter } from './typed-filter.tsx';

interface FilterFormProps {
  readonly set: AuditFilters;
  /** What the gateway refused of a filter. */
  readonly errorOf: (name: FilterName) => string | undefined;
  readonly change: (changes: Changes) => void;
}

/** Every filter of the log; each holds as soon as it is chosen, or left. */
export function FilterForm({ set, errorOf, change }: FilterFormProps) {
  const text = (name: FilterName, help?: string, known?: readonly string[]) => (
    <TypedFilter
      {...{ help, known, error: errorOf(name) }}
      label={filters[name].name}
      value={set[name] ?? ''}
      onTake={(value) => change({ [name]: value.trim() })}
    />
  );
  const moment = (name: 'from' | 'to') => (
    <TypedFilter
      error={errorOf(name)}
      type="datetime-local"
      label={filters[name].name}
      value={toLocal(set[name])}
      onTake={(value) => change({ [name]: fromLocal(value) })}
    />
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
      {text('program_id')}
    </form>
  );
}
