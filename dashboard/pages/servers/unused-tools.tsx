import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useAccountsChanged } from '../../api/account-queries.ts';
import { api, dataOf } from '../../api/client.ts';
import type { McpServer } from '../../api/schema.d.ts';
import { usePreview } from '../../api/server-queries.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Time } from '../../parts/time.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { useAction } from '../../parts/use-action.ts';
import { Checks } from './form/checks.tsx';
import { useMayChange } from './use-may-change.ts';

/** Days without a call. */
const DAYS = 30;

/** The tools that a server shows and nobody calls, to switch off. */
export function UnusedTools({ server, accountId }: { server: McpServer; accountId: string }) {
  const query = useQuery({
    queryKey: ['accounts', accountId, 'servers', server.id, 'unused-tools'],
    queryFn: () =>
      dataOf(
        api.GET('/integrated-account/{id}/mcp/{mcp_id}/unused-tools', {
          params: { path: { id: accountId, mcp_id: server.id }, query: { days: DAYS } },
        }),
      ),
  });
  return (
    <section class="card stack" aria-labelledby="server-unused">
      <h2 id="server-unused">Tools that nobody uses</h2>
      <Loaded query={query} lines={3}>
        {({ since, result, tokens, tools }) =>
          result.length === 0 ? (
            <p class="hush">
              Each of its tools was called since <Time at={since} moment />.
            </p>
          ) : (
            <>
              <p>
                Nobody called <span class="strong">{result.length.toLocaleString()}</span> of its{' '}
                {tools.toLocaleString()} tools since <Time at={since} moment />. Their definitions are{' '}
                {tokens.toLocaleString()} tokens in every conversation.
                {isSoon(since) && ' That is a short time to judge by.'}
              </p>
              <Candidates server={server} accountId={accountId} tools={result} isAll={result.length === tools} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** Milliseconds of use that say something. */
const WEEK = 7 * 86_400_000;

function isSoon(since: string): boolean {
  return Date.now() - Date.parse(since) < WEEK;
}

interface CandidatesProps {
  readonly server: McpServer;
  readonly accountId: string;
  readonly tools: readonly { readonly name: string; readonly title: string; readonly tokens: number }[];
  /** Whether they are all that the server has: without them it would show none. */
  readonly isAll: boolean;
}

function Candidates({ server, accountId, tools, isAll }: CandidatesProps) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(isAll ? tools.map(({ name }) => name) : []));
  const mayChange = useMayChange();
  const changed = useAccountsChanged();
  const tell = useTell();
  // Each by its own name.
  const { prefix: _prefix, ...plain } = server.config;
  const { data: shown } = usePreview(accountId, { config: { ...plain, mode: 'list' } });
  const chosen = new Set(tools.map(({ name }) => name).filter((name) => !kept.has(name)));
  const set = async (names: readonly string[] | null): Promise<void> => {
    const path = { id: accountId, mcp_id: server.id };
    const body = { config: { tools: names === null ? null : [...names] } };
    await api.PATCH('/integrated-account/{id}/mcp/{mcp_id}', { params: { path }, body });
    await changed();
  };
  const {
    go: switchOff,
    isBusy,
    error,
  } = useAction(async () => {
    const before = server.config.tools ?? null;
    await set((shown?.tools ?? []).map(({ name }) => name).filter((name) => !chosen.has(name)));
    tell(
      chosen.size === 1
        ? `1 tool of ${server.name} is off`
        : `${chosen.size.toLocaleString()} tools of ${server.name} are off`,
      {
        undo: () => void set(before).catch((failure: Error) => tell(failure.message, { isBad: true })),
      },
    );
  });
  return (
    <>
      <details class="more">
        <summary>
          Which they are <span class="count">{tools.length.toLocaleString()}</span>
        </summary>
        <fieldset class="many">
          <legend class="unseen">Tools to switch off</legend>
          <Checks
            checks={tools.map(({ name, title }) => ({ value: name, name: title }))}
            chosen={chosen}
            onChoose={(next) => setKept(new Set(tools.map(({ name }) => name).filter((name) => !next.has(name))))}
          />
        </fieldset>
      </details>
      <ErrorNotice error={error} />
      {mayChange(server) && (
        <div class="row">
          <Button disabled={chosen.size === 0 || shown === undefined} busy={isBusy} onClick={() => void switchOff()}>
            Switch {chosen.size === 1 ? 'this tool' : `${chosen.size.toLocaleString()} tools`} off
          </Button>
          {chosen.size === 0 && <p class="hush small">Choose which: a server needs one tool at least.</p>}
        </div>
      )}
    </>
  );
}
