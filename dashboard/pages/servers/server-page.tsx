import { Link, useLocation, useParams } from 'wouter-preact';
import { useAccount } from '../../api/account-queries.ts';
import { useServer } from '../../api/server-queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConnectTab } from './connect-tab.tsx';
import { EditTab } from './edit-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { ServerMenu } from './server-menu.tsx';
import { useMayChange } from './use-may-change.ts';
import './servers.css';

/** One MCP server: what it shows and how it is used, its settings, how clients are connected to it. */
export function ServerPage() {
  const { id = '', serverId = '', tab = 'overview' } = useParams<{ id: string; serverId: string; tab?: string }>();
  const account = useAccount(id);
  const query = useServer(id, serverId);
  const mayChange = useMayChange();
  const [, navigate] = useLocation();
  const here = `/accounts/${id}/servers/${serverId}`;
  const above = [
    { title: 'Accounts', href: '/' },
    { title: account.data?.label ?? 'Account', href: `/accounts/${id}` },
  ];
  const link = (name: string, title: string) => (
    <Link
      class="tab"
      href={name === 'overview' ? here : `${here}/${name}`}
      aria-current={tab === name ? 'page' : undefined}
    >
      {title}
    </Link>
  );
  return (
    <>
      <PageHead
        title={query.data?.name ?? 'MCP server'}
        above={above}
        actions={
          query.data && <ServerMenu server={query.data} accountId={id} onGone={() => navigate(`/accounts/${id}`)} />
        }
      />
      <Loaded query={query} lines={6}>
        {(server) => (
          <>
            {server.state === 'disabled' && (
              <Notice kind="warn">
                <p>It is disabled: its clients are refused until it is enabled again.</p>
              </Notice>
            )}
            <nav class="tabs" aria-label="Parts of the server">
              {link('overview', 'Overview')}
              {mayChange(server) && link('edit', 'Edit')}
              {link('connect', 'Connect')}
              <Link class="tab" href={`/usage?account=${id}&server=${serverId}`}>
                Usage
              </Link>
              <Link class="tab" href={`/audit?account=${id}&mcp_id=${serverId}`}>
                Audit log
              </Link>
            </nav>
            {tab === 'edit' && mayChange(server) ? (
              <EditTab server={server} accountId={id} />
            ) : tab === 'connect' ? (
              <ConnectTab server={server} accountId={id} />
            ) : (
              <OverviewTab server={server} accountId={id} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
