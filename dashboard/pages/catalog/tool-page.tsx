import './catalog.css';
import { SquareTerminal } from 'lucide-preact';
import { Link, useParams } from 'wouter-preact';
import { useAllTools, useTool, useTools } from '../../api/tool-queries.ts';
import { CopyButton } from '../../parts/copy.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { useSession } from '../../session/session.tsx';
import { CatalogPartsProvider } from './catalog-parts.ts';
import { dashboardParts } from './dashboard-parts.tsx';
import { ToolDetails } from './tool-details.tsx';
import { ToolNeighbours } from './tool-neighbours.tsx';

/** One tool: what it does, takes and costs. */
export function ToolPage() {
  const { tool: name = '' } = useParams<{ tool: string }>();
  const { params } = useAddress();
  const { tools: all } = useAllTools();
  const api = params.get('api') ?? all?.find((tool) => tool.name === name)?.api;
  const query = useTool(name, { api });
  const { data: list } = useTools({ api });
  const above = [
    { title: 'Tool catalog', href: api === undefined ? '/catalog' : `/catalog?${new URLSearchParams({ api })}` },
  ];
  const { mayChange } = useSession();
  const mayTry = mayChange && query.data?.access === 'read';
  return (
    <CatalogPartsProvider value={dashboardParts(api)}>
      <PageHead title={query.data?.title ?? name} above={above} actions={mayTry && <TryLink name={name} />}>
        <div class="row">
          <code class="anywhere">{name}</code>
          <CopyButton text={name} label="Copy the name" square />
        </div>
      </PageHead>
      <Loaded query={query} lines={8}>
        {(tool) => <ToolDetails tool={tool} />}
      </Loaded>
      {list && <ToolNeighbours name={name} tools={list.result} />}
    </CatalogPartsProvider>
  );
}

function TryLink({ name }: { name: string }) {
  return (
    <Link href={`/try?tool=${encodeURIComponent(name)}`} class="button">
      <Icon of={SquareTerminal} />
      Try it
    </Link>
  );
}
