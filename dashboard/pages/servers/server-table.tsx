import { ArrowDown, ArrowUp, ArrowUpDown, ShieldCheck } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { McpServer } from '../../api/schema.d.ts';
import type { ServerFilter, ServerSort } from '../../api/server-queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { Time } from '../../parts/time.tsx';
import { sortedBy } from './list-state.ts';
import { ServerMenu } from './server-menu.tsx';
import { ServerState } from './server-state.tsx';
import { sayFilters } from './shown/server-words.ts';

type Order = Pick<ServerFilter, 'sort' | 'order'>;

interface ServerTableProps {
  readonly rows: readonly McpServer[];
  /** The account whose page this is. */
  readonly accountId: string;
  readonly filter: Order;
  readonly onSort: (order: Order) => void;
}

/** Servers, a row each. */
export function ServerTable({ rows, accountId, filter, onSort }: ServerTableProps) {
  const head = (sort: ServerSort, name: string) => <SortHead sort={sort} name={name} filter={filter} onSort={onSort} />;
  return (
    <div class="card flush table-box">
      <table class="table folds servers">
        <thead>
          <tr>
            {head('name', 'Server')}
            <th scope="col">State</th>
            <th scope="col" class="num">
              Tools
            </th>
            <th scope="col" class="num">
              Tokens
            </th>
            {head('expires_at', 'Expires')}
            {head('last_used_at', 'Last use')}
            <th scope="col" class="num">
              Calls, 24 h
            </th>
            {head('created_at', 'Created')}
            <th scope="col">
              <span class="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((server) => (
            <ServerRow key={server.id} server={server} accountId={accountId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WAYS = { asc: 'ascending', desc: 'descending' } as const;

function SortHead({
  sort,
  name,
  filter,
  onSort,
}: {
  sort: ServerSort;
  name: string;
  filter: Order;
  onSort: (order: Order) => void;
}) {
  const isSorted = filter.sort === sort;
  const arrow = filter.order === 'asc' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={isSorted ? WAYS[filter.order] : undefined}>
      <button type="button" onClick={() => onSort(sortedBy(filter, sort))}>
        {name}
        <Icon of={isSorted ? arrow : ArrowUpDown} />
      </button>
    </th>
  );
}

function ServerRow({ server, accountId }: { server: McpServer; accountId: string }) {
  const { id, name, owner, config, tools, tokens, accounts } = server;
  return (
    <tr>
      <td class="head">
        <Link href={`/accounts/${accountId}/servers/${id}`} class="strong anywhere">
          {name}
        </Link>
        <p class="hush small anywhere">{sayFilters(config).join(' · ')}</p>
        <p class="hush small anywhere">
          {[owner === null ? '' : `Owner: ${owner}`, accounts.length > 1 ? `${accounts.length} accounts` : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </td>
      <td data-label="State">
        <span class="row states">
          <ServerState server={server} />
          {config.require_api_token_auth && (
            <span class="badge" title="Clients need an API token as well">
              <Icon of={ShieldCheck} />
              2nd factor
            </span>
          )}
        </span>
      </td>
      <td data-label="Tools" class="num">
        {tools.toLocaleString()}
      </td>
      <td data-label="Tokens" class="num">
        {tokens.toLocaleString()}
      </td>
      <td data-label="Expires">
        <Time at={server.expires_at} />
      </td>
      <td data-label="Last use">
        <Time at={server.last_used_at} />
      </td>
      <td data-label="Calls, 24 h" class="num">
        {server.calls_last_day.toLocaleString()}
      </td>
      <td data-label="Created">
        <Time at={server.created_at} />
      </td>
      <td data-label="Actions">
        <ServerMenu server={server} accountId={accountId} />
      </td>
    </tr>
  );
}
