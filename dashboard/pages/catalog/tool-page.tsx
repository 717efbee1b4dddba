import './catalog.css';
import { useParams } from 'wouter-preact';
import { CopyButton } from '../../parts/copy.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { CatalogPartsProvider } from './catalog-parts.ts';
import { useTool, useTools } from './catalog-queries.ts';
import { dashboardParts } from './dashboard-parts.tsx';
import { ToolDetails } from './tool-details.tsx';
import { ToolNeighbours } from './tool-neighbours.tsx';

const ABOVE = [{ title: 'Tool catalog', href: '/catalog' }];

/** One tool: what it does, takes and costs. */
export function ToolPage() {
  const { tool: name = '' } = useParams<{ tool: string }>();
  const query = useTool(name);
  const { data: list } = useTools();
  return (
    <CatalogPartsProvider value={dashboardParts}>
      <PageHead title={query.data?.title ?? name} above={ABOVE}>
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
