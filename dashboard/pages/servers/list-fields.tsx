import { SERVER_SORTS, type ServerFilter, type ServerSort } from '../../api/server-queries.ts';
import { sortedBy } from './list-state.ts';

const SORT_NAMES = {
  created_at: 'Newest first',
  name: 'By name',
  expires_at: 'Ending soonest',
  last_used_at: 'Used last',
} satisfies Record<ServerSort, string>;

/** Chooses between servers that answer and those that do not. */
export function StateField({
  state,
  onChoose,
}: {
  state: ServerFilter['state'];
  onChoose: (state: ServerFilter['state']) => void;
}) {
  return (
    <select
      class="input auto"
      aria-label="State"
      value={state ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(value === 'active' || value === 'disabled' ? value : undefined)
      }
    >
      <option value="">All states</option>
      <option value="active">Active</option>
      <option value="disabled">Disabled</option>
    </select>
  );
}

/** The order of the list, where the table has no heads to choose it by. */
export function SortField({
  filter,
  onChoose,
}: {
  filter: ServerFilter;
  onChoose: (order: Pick<ServerFilter, 'sort' | 'order'>) => void;
}) {
  return (
    <select
      class="input auto sort-field"
      aria-label="Order"
      value={filter.sort}
      onChange={({ currentTarget }) => {
        const sort = SERVER_SORTS.find((one) => one === currentTarget.value) ?? 'created_at';
        if (sort !== filter.sort) onChoose(sortedBy(filter, sort));
      }}
    >
      {SERVER_SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {SORT_NAMES[sort]}
        </option>
      ))}
    </select>
  );
}
