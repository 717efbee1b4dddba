import { CatalogFilters } from '../pages/catalog/catalog-filters.tsx';
import { CatalogPartsProvider } from '../pages/catalog/catalog-parts.ts';
import { ResourceSections } from '../pages/catalog/resource-sections.tsx';
import { resourcesOf, sayTag, sectionId } from '../pages/catalog/resources.ts';
import { sayTokens } from '../pages/catalog/say-tokens.ts';
import type { SiteInput } from './site.ts';
import { SitePage } from './site-page.tsx';
import { siteParts } from './site-parts.tsx';

/** Where the page of all tools finds what its search reads. */
export const SEARCH_DATA = 'assets/search-data.js';

const NONE = { text: '', tag: '', kind: '' };

/** The page of all tools, by resource; its script adds the search. */
export function IndexPage({ input: { api, version, list, generator, setup } }: { input: SiteInput }) {
  const tools = list.result;
  const tokens = tools.reduce((sum, tool) => sum + tool.tokens, 0);
  const title = `${api} tools`;
  const about = `${tools.length.toLocaleString('en')} tools for version ${version} of the API, ${sayTokens(tokens)} in a model's list.`;
  return (
    <SitePage title={title} about={about} generator={generator} root="./" scripts={[SEARCH_DATA]}>
      <header class="stack tight">
        <h1 class="anywhere">{title}</h1>
        <p class="hush">{about}</p>
      </header>
      <CatalogPartsProvider value={siteParts('./', setup)}>
        <div id="filters" hidden>
          <CatalogFilters list={list} filter={NONE} onChange={() => undefined} />
        </div>
        <p class="hush small num" id="count" aria-live="polite" hidden />
        <section class="card flush" id="found" aria-label="Found, the best first" hidden>
          <ul class="tool-rows" />
        </section>
        <nav id="resources" aria-label="Resources">
          <ul class="resources">
            {resourcesOf(tools).map((resource) => (
              <li key={resource.tag}>
                <a href={`#${sectionId(resource.tag)}`}>{sayTag(resource.tag)}</a>{' '}
                <span class="hush small num">{resource.tools.length}</span>
              </li>
            ))}
          </ul>
        </nav>
        <div id="all" class="stack">
          <ResourceSections tools={tools} />
        </div>
      </CatalogPartsProvider>
    </SitePage>
  );
}
