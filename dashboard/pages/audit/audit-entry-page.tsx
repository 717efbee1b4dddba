import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { useAccount } from '../../api/account-queries.ts';
import type { AuditDetail } from '../../api/schema.d.ts';
import { useServer } from '../../api/server-queries.ts';
import { CallStatus } from '../../parts/call-status.tsx';
import { CodeBox } from '../../parts/copy.tsx';
import { Fact } from '../../parts/fact.tsx';
import { hrefWith } from '../../parts/href-with.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { statusWords } from '../../parts/status-words.ts';
import { Time } from '../../parts/time.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { useAccountNames } from './account-names.ts';
import { actorWords } from './actor.ts';
import type { FilterName } from './audit-filters.ts';
import { useAuditEntry } from './audit-queries.ts';
import { type AuditLinks, AuditTable, FilterLink } from './audit-table.tsx';

/** One entry of the log with all its fields, and what else belongs to its call. */
export function AuditEntryPage({ id }: { id: string }) {
  const { params } = useAddress();
  const query = useAuditEntry(id);
  const links: AuditLinks = {
    filterHref: (changes) => hrefWith('/audit', new URLSearchParams(), changes),
    accountName: useAccountNames(),
    entryHref: (other) => hrefWith(`/audit/${encodeURIComponent(other)}`, params, {}),
  };
  return (
    <>
      <PageHead
        title={query.data?.tool ?? query.data?.action ?? 'Entry'}
        above={[{ title: 'Audit log', href: hrefWith('/audit', params, {}) }]}
      />
      <Loaded query={query} lines={8}>
        {(entry) => <Entry entry={entry} links={links} />}
      </Loaded>
    </>
  );
}

function Entry({ entry, links }: { entry: AuditDetail; links: AuditLinks }) {
  const { related, status, times } = entry;
  const { name, kind } = actorWords(entry);
  const { about } = statusWords(status);
  const filter = (by: FilterName, value: string, children: ComponentChildren = value) => (
    <FilterLink by={by} value={value} href={links.filterHref}>
      {children}
    </FilterLink>
  );
  return (
    <>
      <section class="card stack" aria-label="The entry">
        <dl class="facts entry-facts">
          <Fact name="Time">
            <Time at={entry.at} moment="seconds" />
            <p class="hush small">
              <Time at={entry.at} />
            </p>
          </Fact>
          <Fact name="Outcome">
            {filter('status', status, <CallStatus status={status} />)}
            {about !== '' && <p class="hush small">{about}</p>}
          </Fact>
          <Fact name="Who">
            {filter('actor', entry.actor, name)}
            {kind !== undefined && <p class="hush small">{kind}</p>}
            <p class="hush mono">{entry.actor}</p>
          </Fact>
          <Fact name="Address">{entry.address ?? NONE}</Fact>
          <Fact name="Action">{filter('action', entry.action)}</Fact>
          {entry.tool !== null && <Fact name="Tool">{filter('tool', entry.tool)}</Fact>}
          {entry.target !== null && <Fact name="Done to">{entry.target}</Fact>}
          <Places entry={entry} filter={filter} />
          {entry.latency_ms !== null && <Fact name="Latency">{entry.latency_ms.toLocaleString()} ms</Fact>}
          {entry.upstream_status !== null && <Fact name="The API's status">{entry.upstream_status}</Fact>}
          {entry.request_id !== null && (
            <Fact name="The API's request id">{filter('request_id', entry.request_id)}</Fact>
          )}
          {entry.call_id !== null && <Fact name="Call id">{filter('call_id', entry.call_id)}</Fact>}
          {entry.program_id !== null && (
            <Fact name="Program">
              {filter('program_id', entry.program_id)}
              <p class="hush small">The program, and every call that it made.</p>
            </Fact>
          )}
          {times !== null && <Fact name="Times">{times.toLocaleString()}</Fact>}
        </dl>
      </section>
      {entry.arguments !== null && entry.arguments !== undefined && (
        <section class="stack tight" aria-labelledby="shape">
          <h2 id="shape">Arguments</h2>
          <p class="hush">Names and types. Values are never written down.</p>
          <CodeBox text={JSON.stringify(entry.arguments, null, 2)} label="shape of the arguments" />
        </section>
      )}
      {related.length > 0 && (
        <section class="stack tight" aria-labelledby="related">
          <h2 id="related">The same call</h2>
          <AuditTable rows={related} links={links} label="Other entries of the call" />
        </section>
      )}
      <section class="card stack" aria-labelledby="chain">
        <h2 id="chain">Place in the chain</h2>
        <dl class="facts entry-facts">
          <Fact name="Number">{entry.seq?.toLocaleString() ?? 'from before there was a chain'}</Fact>
          <Fact name="Keyed hash">
            <code>{entry.hash ?? '–'}</code>
          </Fact>
          <Fact name="Entry id">
            <code>{entry.id}</code>
          </Fact>
        </dl>
        <p class="hush small">
          <code>intercom-mcp gateway audit verify</code> follows the chain, and says whether an entry was changed or
          taken out.
        </p>
      </section>
    </>
  );
}

const NONE = <span class="hush">none</span>;

interface PlacesProps {
  readonly entry: AuditDetail;
  readonly filter: (by: FilterName, value: string, children?: ComponentChildren) => ComponentChildren;
}

function Places({ entry: { integrated_account_id: account, mcp_id: server }, filter }: PlacesProps) {
  const ofAccount = useAccount(account ?? undefined);
  const ofServer = useServer(account ?? undefined, server ?? undefined);
  return (
    <>
      {account !== null && (
        <Fact name="Account">
          {filter('account', account, ofAccount.data?.label ?? account)}
          <OpenIt href={`/accounts/${account}`} isThere={ofAccount.isSuccess} isGone={ofAccount.isError} />
        </Fact>
      )}
      {server !== null && (
        <Fact name="MCP server">
          {filter('server', server, ofServer.data?.name ?? server)}
          <OpenIt
            href={`/accounts/${account}/servers/${server}`}
            isThere={ofServer.isSuccess}
            isGone={ofServer.isError}
          />
        </Fact>
      )}
    </>
  );
}

function OpenIt({ href, isThere, isGone }: { href: string; isThere: boolean; isGone: boolean }) {
  return (
    <p class="small">
      {isThere && <Link href={href}>Open it</Link>}
      {isGone && <span class="hush">not there any more</span>}
    </p>
  );
}
