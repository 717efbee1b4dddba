import './catalog.css';
import { SquareTerminal } from 'lucide-preact';
import { Link, useParams } from 'wouter-preact';
import { useTool, useTools } from '../../api/tool-queries.ts';
import { CopyButton } from '../../parts/copy.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSession } from '../../session/session.tsx';
import { CatalogPartsProvider } from './catalog-parts.ts';
import { dashboardParts } from './dashboard-parts.tsx';
import { ToolDetails } from './tool-details.tsx';
import { ToolNeighbours } from './tool-neighbours.tsx';

const ABOVE = [{ title: 'Tool catalog', href: '/catalog' }];

/** One tool: what it does, takes and costs. */
export function ToolPage() {
  const { tool: name = '' } = useParams<{ tool: string }>();
  const query = useTool(name);
  const { data: list } = useTools();
  const { mayChange } = useSession();
  const mayTry = mayChange && query.data?.access === 'read';
  return (
    <CatalogPartsProvider value={dashboardParts}>
      <PageHead title={query.data?.title ?? name} above={ABOVE} actions={mayTry && <TryLink name={name} />}>
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
