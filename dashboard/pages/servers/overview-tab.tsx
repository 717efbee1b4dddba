import type { McpServer } from '../../api/schema.d.ts';
import { Fact } from '../../parts/fact.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Time } from '../../parts/time.tsx';
import { ServerState } from './server-state.tsx';
import { PreviewContent } from './shown/preview-content.tsx';
import { sayFilters } from './shown/server-words.ts';
import { UnusedTools } from './unused-tools.tsx';
import { usePreviewOf } from './use-preview-of.ts';

const CONFIRMS = { never: 'never', destructive: 'before destructive calls', write: 'before every write' } as const;

/** What a server is, what it shows, and what of that nobody uses. */
export function OverviewTab({ server, accountId }: { server: McpServer; accountId: string }) {
  const { config, accounts, catalog } = server;
  const preview = usePreviewOf(server, accountId);
  const rate = config.rate_limit;
  return (
    <div class="stack loose">
      <section class="card stack" aria-labelledby="server-facts">
        <h2 id="server-facts">About it</h2>
        <dl class="facts">
          <Fact name="State">
            <ServerState server={server} />
          </Fact>
          <Fact name="Filters">{sayFilters(config).join(' · ')}</Fact>
          <Fact name="Expires">
            <Time at={server.expires_at} />
            {server.expires_at !== null && (
              <p class="hush small">
                <Time at={server.expires_at} moment />
              </p>
            )}
          </Fact>
          <Fact name="Ends when idle for">{sayIdle(server.idle_timeout_seconds)}</Fact>
          <Fact name="Last use">
            <Time at={server.last_used_at} />
          </Fact>
          <Fact name="Calls in 24 hours">{server.calls_last_day.toLocaleString()}</Fact>
          <Fact name="Second factor">{config.require_api_token_auth ? 'API token or login' : 'none'}</Fact>
          <Fact name="Asks for consent">{CONFIRMS[config.confirm]}</Fact>
          <Fact name="Allowed addresses">{config.allowed_addresses?.join(', ') ?? 'all'}</Fact>
          <Fact name="Rate limit">
            {rate === undefined
              ? 'none of its own'
              : `${rate.requests.toLocaleString()} requests in ${rate.seconds.toLocaleString()} seconds`}
          </Fact>
          <Fact name="Prefix">{config.prefix === undefined ? 'none' : <code>{config.prefix}</code>}</Fact>
          <Fact name="Catalog">
            <code title={catalog?.digest}>{catalog?.version ?? 'none'}</code>
            {config.expected_catalog !== undefined && (
              <p class="hush small">
                {catalog?.is_expected ? 'as expected' : 'not the expected one: no request is answered'}
              </p>
            )}
          </Fact>
          <Fact name="Accounts">{accounts.length.toLocaleString()}</Fact>
          <Fact name="Owner">{server.owner ?? 'nobody is named'}</Fact>
          <Fact name="Created">
            <Time at={server.created_at} />
          </Fact>
          <Fact name="Server id">
            <code>{server.id}</code>
          </Fact>
        </dl>
      </section>
      <UnusedTools server={server} accountId={accountId} />
      <section class="card stack" aria-labelledby="server-tools">
        <h2 id="server-tools">What clients see</h2>
        <Loaded query={preview} lines={6}>
          {(data) => <PreviewContent preview={data} />}
        </Loaded>
      </section>
    </div>
  );
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function sayIdle(seconds: number | null): string {
  if (seconds === null) return 'never';
  const [unit, size] = UNITS.find(([, one]) => seconds % one === 0) ?? ['second', 1];
  const count = seconds / size;
  return `${count.toLocaleString()} ${unit}${count === 1 ? '' : 's'}`;
}
