import { Plug, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useApiName, useApis, useNoun } from '../../api/about.ts';
import { useAccounts } from '../../api/account-queries.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Time } from '../../parts/time.tsx';
import { useLater } from '../../parts/use-later.ts';
import { useSession } from '../../session/session.tsx';
import { aNoun } from './a-noun.ts';
import { AccountMenu } from './account-menu.tsx';
import { AccountState } from './account-state.tsx';
import { ConnectDialog } from './connect-dialog.tsx';

/** The connected accounts. */
export function AccountsPage() {
  const { admin } = useSession();
  const [text, setText] = useState('');
  const search = useLater(text.trim());
  const [isConnecting, setConnecting] = useState(false);
  const { query, rows } = useAccounts(search);
  const noun = useNoun();
  const names = useApis().map(({ name }) => name);
  const isOne = names.length < 2;
  const connect = admin.role === 'admin' && (
    <Button kind="main" onClick={() => setConnecting(true)}>
      <Icon of={Plus} />
      Connect {aNoun(noun)}
    </Button>
  );
  return (
    <>
      <PageHead title="Accounts" actions={connect}>
        <p class="hush">
          Each account is one{' '}
          {isOne ? `${names[0] ?? ''} ${noun}` : `account of ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}. Its
          MCP servers are filtered views of it.
        </p>
      </PageHead>
      <Loaded query={query}>
        {() =>
          rows.length === 0 && search === '' ? (
            <Blank icon={Plug} title={`No ${noun} is connected`}>
              <p class="hush">
                {admin.role === 'admin'
                  ? 'Connect one with its credential, or by a login where its API has one.'
                  : 'Somebody with a key of the role admin connects one.'}
              </p>
            </Blank>
          ) : (
            <div class="stack">
              <SearchField label="Search accounts" value={text} onInput={setText} />
              {rows.length === 0 ? (
                <p role="status">No account is called like “{search}”.</p>
              ) : (
                <AccountTable rows={rows} isOne={isOne} />
              )}
              <Pager
                shown={rows.length === 1 ? '1 account' : `${rows.length} accounts`}
                hasNext={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </div>
          )
        }
      </Loaded>
      {isConnecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </>
  );
}

function AccountTable({ rows, isOne }: { rows: readonly IntegratedAccount[]; isOne: boolean }) {
  const apiName = useApiName();
  return (
    <div class="card flush table-box">
      <table class="table folds">
        <thead>
          <tr>
            <th scope="col">Account</th>
            {!isOne && <th scope="col">API</th>}
            <th scope="col">State</th>
            <th scope="col">Region</th>
            <th scope="col">API version</th>
            <th scope="col" class="num">
              MCP servers
            </th>
            <th scope="col">Last use</th>
            <th scope="col">
              <span class="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((account) => (
            <tr key={account.id}>
              <td class="head">
                <div class="row between">
                  <Link href={`/accounts/${account.id}`} class="strong anywhere">
                    {account.label}
                  </Link>
                </div>
                {account.workspace.name !== null && account.workspace.name !== account.label && (
                  <p class="hush small anywhere">{account.workspace.name}</p>
                )}
              </td>
              {!isOne && <td data-label="API">{apiName(account.api)}</td>}
              <td data-label="State">
                <AccountState account={account} />
              </td>
              <td data-label="Region">{account.region}</td>
              <td data-label="API version">{account.api_version}</td>
              <td data-label="MCP servers" class="num">
                {account.servers}
              </td>
              <td data-label="Last use">
                <Time at={account.last_used_at} />
              </td>
              <td data-label="Actions">
                <AccountMenu account={account} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
