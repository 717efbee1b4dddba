import type { Tool } from '../api/schema.d.ts';
import { CatalogPartsProvider } from '../pages/catalog/catalog-parts.ts';
import { ToolDetails } from '../pages/catalog/tool-details.tsx';
import { ToolNeighbours } from '../pages/catalog/tool-neighbours.tsx';
import type { SiteInput } from './site.ts';
import { SitePage } from './site-page.tsx';
import { siteParts } from './site-parts.tsx';

/** The page of one tool. */
export function ToolFile({ tool, input: { api, list, generator, setup } }: { tool: Tool; input: SiteInput }) {
  return (
    <SitePage title={`${tool.title} · ${api} tools`} about={tool.description} generator={generator} root="../">
      <header class="stack tight">
        <nav aria-label="Breadcrumb">
          <ol class="crumbs">
            <li>
              <a href="../index.html">{api} tools</a>
            </li>
          </ol>
        </nav>
        <h1 class="anywhere">{tool.title}</h1>
        <p>
          <code>{tool.name}</code>
        </p>
      </header>
      <CatalogPartsProvider value={siteParts('../', setup)}>
        <ToolDetails tool={tool} />
        <ToolNeighbours name={tool.name} tools={list.result} />
      </CatalogPartsProvider>
    </SitePage>
  );
}
