import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { AuditEntry } from '../../api/schema.d.ts';
import { CallStatus } from '../../parts/call-status.tsx';
import { Time } from '../../parts/time.tsx';
import type { Address } from '../../parts/use-address.ts';
import { actorWords } from './actor.ts';
import { type FilterName, filters } from './audit-filters.ts';

/** How a page links to the log, and what it knows of accounts. */
export interface AuditLinks {
  /** The log with another filter. */
  readonly filterHref: Address['href'];
  readonly entryHref: (id: string) => string;
  /** The name of an account, where it is known. */
  readonly accountName: (id: string) => string | undefined;
}

/** Entries of the log, each of whose values narrows it by a click. */
export function AuditTable({ rows, links, label }: { rows: readonly AuditEntry[]; links: AuditLinks; label: string }) {
  return (
    <div class="card flush table-box">
      <table class="table folds audit" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Target</th>
            <th scope="col">Outcome</th>
            <th scope="col" class="num">
              Latency
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <Row key={entry.id} entry={entry} links={links} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, links }: { entry: AuditEntry; links: AuditLinks }) {
  const { id, at, actor, action, tool, target, status, latency_ms, times, address } = entry;
  const { integrated_account_id: account, mcp_id: server } = entry;
  const { name, kind } = actorWords(entry);
  const filter = (by: FilterName, value: string, children: ComponentChildren) => (
    <FilterLink by={by} value={value} href={links.filterHref}>
      {children}
    </FilterLink>
  );
  return (
    <tr>
      <td class="head">
        <Link href={links.entryHref(id)}>
          <Time at={at} moment="seconds" />
        </Link>
      </td>
      <td data-label="Who">
        <div class="cell">
          {filter('actor', actor, name)}
          <span class="hush small anywhere">{[kind, address].filter((word) => word != null).join(', ')}</span>
        </div>
      </td>
      <td data-label="What" class="what">
        <div class="cell">
          {tool !== null && <span class="mono">{filter('tool', tool, tool)}</span>}
          <span class={tool === null ? undefined : 'hush small'}>{filter('action', action, action)}</span>
        </div>
      </td>
      <td data-label="Target" class="target">
        {(target ?? account ?? server) !== null && (
          <div class="cell">
            {target !== null && <span class="anywhere">{target}</span>}
            {account !== null && filter('account', account, links.accountName(account) ?? `account ${short(account)}`)}
            {server !== null && <span class="hush small">{filter('server', server, `server ${short(server)}`)}</span>}
          </div>
        )}
      </td>
      <td data-label="Outcome">
        <div class="row outcome">
          {filter('status', status, <CallStatus status={status} />)}
          {times !== null && times > 1 && <span class="hush small nowrap">{times.toLocaleString()} times</span>}
        </div>
      </td>
      <td data-label="Latency" class="num nowrap">
        {latency_ms !== null && `${latency_ms.toLocaleString()} ms`}
      </td>
    </tr>
  );
}

/** The beginning of an id, by which a reader knows it again. */
function short(id: string): string {
  return id.slice(0, 8);
}

interface FilterLinkProps {
  readonly by: FilterName;
  readonly value: string;
  readonly href: Address['href'];
  readonly children: ComponentChildren;
}

/** A value that narrows the log to the entries that have it. */
export function FilterLink({ by, value, href, children }: FilterLinkProps) {
  return (
    <Link class="narrow anywhere" href={href({ [by]: value })} title={`Only this: ${filters[by].name}`}>
      {children}
    </Link>
  );
}
