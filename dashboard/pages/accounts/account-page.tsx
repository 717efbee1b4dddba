import { Link, useLocation, useParams } from 'wouter-preact';
import { useApiName, useApis } from '../../api/about.ts';
import { useAccount } from '../../api/account-queries.ts';
import type { IntegratedAccount } from '../../api/schema.d.ts';
import { Fact } from '../../parts/fact.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Time } from '../../parts/time.tsx';
import { ServersTab } from '../servers/servers-tab.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AccountState } from './account-state.tsx';

const ABOVE = [{ title: 'Accounts', href: '/' }];

/** One account: its MCP servers, and what is known of it. */
export function AccountPage() {
  const { id = '', tab = 'servers' } = useParams<{ id: string; tab?: string }>();
  const query = useAccount(id);
  const [, navigate] = useLocation();
  const apiName = useApiName();
  return (
    <>
      <PageHead
        title={query.data?.label ?? 'Account'}
        above={ABOVE}
        actions={query.data && <AccountMenu account={query.data} onGone={() => navigate('/')} />}
      />
      <Loaded query={query}>
        {(account) => (
          <>
            {account.status === 'needs_reauth' && (
              <Notice kind="bad">
                <p class="strong">{apiName(account.api)} refuses the credential of this account.</p>
                <p>Its MCP servers answer, and every call fails. Renew the credential to let them go on.</p>
              </Notice>
            )}
            <nav class="tabs" aria-label="Parts of the account">
              <Link class="tab" href={`/accounts/${id}`} aria-current={tab === 'servers' ? 'page' : undefined}>
                MCP servers
              </Link>
              <Link class="tab" href={`/accounts/${id}/details`} aria-current={tab === 'details' ? 'page' : undefined}>
                Details
              </Link>
              <Link class="tab" href={`/usage?account=${id}`}>
                Usage
              </Link>
              <Link class="tab" href={`/audit?account=${id}`}>
                Audit log
              </Link>
            </nav>
            {tab === 'details' ? <Details account={account} /> : <ServersTab account={account} />}
          </>
        )}
      </Loaded>
    </>
  );
}

const SOURCES = {
  access_token: 'an access token',
  credential: 'its credential',
  oauth: 'a login at the API',
} as const satisfies Record<IntegratedAccount['source'], string>;

function Details({ account }: { account: IntegratedAccount }) {
  const { budget } = account;
  const api = useApis().find(({ id }) => id === account.api);
  const variables = Object.entries(account.variables);
  return (
    <section class="card stack" aria-label="Details">
      <dl class="facts">
        <Fact name="State">
          <AccountState account={account} />
        </Fact>
        <Fact name="API">{api?.name ?? `${account.api}, which this gateway was started without`}</Fact>
        {api?.identifies !== false && (
          <>
            <Fact name={capital(api?.noun ?? 'account')}>{account.workspace.name ?? 'not known'}</Fact>
            <Fact name={`${capital(api?.noun ?? 'account')} id`}>
              <code>{account.workspace.id ?? 'not known'}</code>
            </Fact>
          </>
        )}
        <Fact name="Region">{account.region}</Fact>
        {variables.length > 0 && (
          <Fact name="Address">
            {variables.map(([name, value]) => (
              <div key={name}>
                {name}: <code>{value}</code>
              </div>
            ))}
          </Fact>
        )}
        <Fact name="API version">
          {account.api_version}
          {account.tools_version !== account.api_version && `, with the tools of ${account.tools_version}`}
        </Fact>
        <Fact name="Connected by">
          {SOURCES[account.source]}
          {account.admin.name !== null && ` of ${account.admin.name}`}
        </Fact>
        <Fact name="Connected">
          <Time at={account.created_at} />
        </Fact>
        <Fact name="Last use">
          <Time at={account.last_used_at} />
        </Fact>
        <Fact name="The API's budget">
          {budget?.remaining == null ? (
            <span class="hush">no call has told it yet</span>
          ) : (
            <>
              {budget.remaining.toLocaleString()}
              {budget.limit !== null && ` of ${budget.limit.toLocaleString()}`} requests left,{' '}
              <Time at={budget.seen_at} />
            </>
          )}
        </Fact>
        <Fact name="Account id">
          <code>{account.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
