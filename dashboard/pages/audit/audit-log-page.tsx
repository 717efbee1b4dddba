import { Download, RefreshCw, ScrollText, SlidersHorizontal } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { ApiError } from '../../api/api-error.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { hrefWith } from '../../parts/href-with.ts';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { useAccountNames } from './account-names.ts';
import { exportHref, filterNames, filters, NO_FILTERS, readFilters } from './audit-filters.ts';
import { useAudit } from './audit-queries.ts';
import { AuditTable } from './audit-table.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterForm } from './filter-form.tsx';

/** The audit log, narrowed as its address says. */
export function AuditLogPage() {
  const address = useAddress();
  const set = readFilters(address.params);
  const count = Object.keys(set).length;
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { query, rows } = useAudit(set);
  const names = useAccountNames();
  const { error } = query;
  const field = error instanceof ApiError ? error.field : undefined;
  const refused = filterNames.find((name) => filters[name].asked === field);
  return (
    <>
      <PageHead
        title="Audit log"
        actions={
          <>
            <a class="button" href={exportHref(set, 'csv')} download>
              <Icon of={Download} />
              CSV
              <span class="unseen">of these entries</span>
            </a>
            <a class="button" href={exportHref(set, 'ndjson')} download>
              <Icon of={Download} />
              NDJSON
              <span class="unseen">of these entries</span>
            </a>
            <Button busy={query.isFetching} onClick={() => void query.refetch()}>
              <Icon of={RefreshCw} />
              Refresh
            </Button>
          </>
        }
      >
        <p class="hush">Every call of a tool, every change, and everything that was refused. Never what was said.</p>
      </PageHead>
      <section class="stack tight filter-place" aria-label="Filters" tabIndex={-1} ref={place}>
        <div class="row">
          <Button
            aria-expanded={isOpen || refused !== undefined}
            aria-controls="filters"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon of={SlidersHorizontal} />
            Filters
            {count > 0 && <span class="badge accent">{count}</span>}
          </Button>
          <FilterChips set={set} address={address} onTaken={() => place.current?.focus()} />
        </div>
        <div id="filters" class="card" hidden={!isOpen && refused === undefined}>
          <FilterForm
            set={set}
            errorOf={(name) => (name === refused ? error?.message : undefined)}
            change={address.change}
          />
        </div>
      </section>
      {refused === undefined && (
        <Loaded query={query} lines={8}>
          {() =>
            rows.length === 0 ? (
              <Blank
                icon={ScrollText}
                title={count === 0 ? 'Nothing is in the log yet' : 'No entry fits these filters'}
              >
                <p class="hush">
                  {count === 0
                    ? 'Calls of tools and changes of accounts, servers and keys are written down here.'
                    : 'Take one of them away, or choose a longer time. Entries are kept as long as the gateway was told to.'}
                </p>
                {count > 0 && (
                  <Link class="button" href={address.href(NO_FILTERS)}>
                    Clear all filters
                  </Link>
                )}
              </Blank>
            ) : (
              <div class="stack">
                <AuditTable
                  rows={rows}
                  label="Entries, newest first"
                  links={{
                    filterHref: address.href,
                    accountName: names,
                    entryHref: (id) => hrefWith(`/audit/${encodeURIComponent(id)}`, address.params, {}),
                  }}
                />
                <Pager
                  shown={rows.length === 1 ? '1 entry' : `${rows.length.toLocaleString()} entries`}
                  hasNext={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                />
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
}
