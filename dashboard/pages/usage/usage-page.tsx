import { BookOpen, RefreshCw, ScrollText, SquareTerminal } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { Link } from 'wouter-preact';
import './usage.css';
import { useAccount } from '../../api/account-queries.ts';
import { ApiError } from '../../api/api-error.ts';
import type { ToolSummary, Use } from '../../api/schema.d.ts';
import { useAllTools } from '../../api/tool-queries.ts';
import { Button } from '../../parts/button.tsx';
import { hrefWith } from '../../parts/href-with.ts';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { toolHref } from '../../parts/tool-href.ts';
import { type Address, useAddress } from '../../parts/use-address.ts';
import { useSession } from '../../session/session.tsx';
import { Figures } from './figures.tsx';
import { NoUsage } from './no-usage.tsx';
import { ToolsTable } from './tools-table.tsx';
import { UnusedTools } from './unused-tools.tsx';
import { UsageCharts } from './usage-charts.tsx';
import { UsageFilters } from './usage-filters.tsx';
import { type UsageScope, useUsage } from './usage-queries.ts';
import { rangeProblem, rangeQuery, readRange } from './usage-range.ts';

/** How much the tools are used: by account, server and tool, by hour and day. */
export function UsagePage() {
  const address = useAddress();
  const { params } = address;
  const scope: UsageScope = {
    account: params.get('account') ?? undefined,
    server: params.get('server') ?? undefined,
    tool: params.get('tool') ?? undefined,
  };
  const range = readRange(params);
  const query = useUsage(scope, range);
  const isAtTime = query.error instanceof ApiError && ['from', 'to'].includes(query.error.field ?? '');
  const { from, to } = rangeQuery(range, Date.now()) ?? {};
  return (
    <>
      <PageHead
        title="Usage"
        actions={
          <>
            <Link
              class="button"
              href={hrefWith('/audit', new URLSearchParams(), { ...scope, action: 'tools/call', from, to })}
            >
              <Icon of={ScrollText} />
              In the audit log
            </Link>
            <Button busy={query.isFetching} onClick={() => void query.refetch()}>
              <Icon of={RefreshCw} />
              Refresh
            </Button>
          </>
        }
      />
      <UsageFilters
        scope={scope}
        range={range}
        refused={isAtTime ? query.error?.message : undefined}
        address={address}
      />
      {rangeProblem(range) === undefined && (
        <Loaded query={isAtTime ? { ...query, error: null } : query} lines={8}>
          {(use) => <Shown use={use} scope={scope} address={address} />}
        </Loaded>
      )}
      {scope.account !== undefined && scope.server !== undefined && scope.tool === undefined && (
        <UnusedTools key={scope.server} account={scope.account} server={scope.server} range={range} />
      )}
    </>
  );
}

function Shown({ use, scope, address }: { use: Use; scope: UsageScope; address: Address }) {
  const { data: account } = useAccount(scope.account);
  const { tools: catalog } = useAllTools();
  const known = useMemo(() => new Map(catalog?.map((tool) => [tool.name, tool])), [catalog]);
  const titleOf = useMemo(() => (tool: string) => known.get(tool)?.title ?? tool, [known]);
  const tool = scope.tool === undefined ? undefined : known.get(scope.tool);
  if (use.total.calls === 0) return <NoUsage address={address} />;
  return (
    <>
      <Figures use={use} account={account} />
      <UsageCharts use={use} isOneTool={scope.tool !== undefined} titleOf={titleOf} />
      {scope.tool === undefined ? (
        <ToolsTable tools={use.tools} titleOf={titleOf} isKnown={(tool) => known.has(tool)} address={address} />
      ) : (
        tool !== undefined && <ToolLinks tool={tool} account={scope.account} />
      )}
    </>
  );
}

/** Where a tool that is looked at by itself is described, and tried. */
function ToolLinks({ tool, account }: { tool: ToolSummary; account: string | undefined }) {
  const { mayChange } = useSession();
  const { name, access } = tool;
  return (
    <p class="row">
      <Link class="button" href={toolHref(tool)}>
        <Icon of={BookOpen} />
        In the catalog
      </Link>
      {mayChange && access === 'read' && (
        <Link class="button" href={hrefWith('/try', new URLSearchParams(), { tool: name, account })}>
          <Icon of={SquareTerminal} />
          Try it
        </Link>
      )}
    </p>
  );
}
