import { Plus, Server } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { type ServerFilter, useServers } from '../../api/server-queries.ts';
import { Blank } from '../../parts/blank.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Pager } from '../../parts/pager.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useLater } from '../../parts/use-later.ts';
import { useSession } from '../../session/session.tsx';
import { SortField, StateField } from './list-fields.tsx';
import { readListState, writeListState } from './list-state.ts';
import { ServerTable } from './server-table.tsx';
import './servers.css';

/** The MCP servers of an account. */
export function ServersTab({ account }: { account: IntegratedAccount }) {
  const { mayChange } = useSession();
  const [params, setParams] = useSearchParams();
  const filter = readListState(params);
  const [text, setText] = useState(filter.search);
  const typed = useLater(text.trim());
  const change = (part: Partial<ServerFilter>): void =>
    setParams((before) => writeListState({ ...readListState(before), ...part }), { replace: true });
  useEffect(() => {
    if (typed !== filter.search) change({ search: typed });
  }, [typed]);
  const { query, rows, total } = useServers(account.id, filter);
  const isAll = filter.search === '' && filter.state === undefined;
  const create = mayChange && (
    <Link class="button main" href={`/accounts/${account.id}/servers/new`}>
      <Icon of={Plus} />
      Create an MCP server
    </Link>
  );
  return (
    <Loaded query={query}>
      {() =>
        rows.length === 0 && isAll ? (
          <Blank icon={Server} title="No MCP server yet">
            <p class="hush">A server shows clients the tools that you choose, behind a URL of its own.</p>
            {create}
          </Blank>
        ) : (
          <div class="stack">
            <div class="row list-head">
              <SearchField label="Search servers" value={text} onInput={setText} />
              <StateField state={filter.state} onChoose={(state) => change({ state })} />
              <SortField filter={filter} onChoose={change} />
              {create}
            </div>
            {rows.length === 0 ? (
              <p role="status">No server is like that.</p>
            ) : (
              <ServerTable rows={rows} accountId={account.id} filter={filter} onSort={change} />
            )}
            <Pager
              shown={sayShown(rows.length, total)}
              hasNext={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </div>
        )
      }
    </Loaded>
  );
}

function sayShown(shown: number, total: number): string {
  if (shown < total) return `${shown.toLocaleString()} of ${total.toLocaleString()} servers`;
  return total === 1 ? '1 server' : `${total.toLocaleString()} servers`;
}
