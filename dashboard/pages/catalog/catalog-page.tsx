import './catalog.css';
import { useMemo } from 'preact/hooks';
import { intercomWords } from '../../../intercom/words.ts';
import type { ToolList } from '../../api/schema.d.ts';
import { useTools } from '../../api/tool-queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { CatalogFilters } from './catalog-filters.tsx';
import { CatalogPartsProvider } from './catalog-parts.ts';
import { createCatalogSearch } from './catalog-search.ts';
import { dashboardParts } from './dashboard-parts.tsx';
import { ResourceSections } from './resource-sections.tsx';
import { sayTokens } from './say-tokens.ts';
import { ToolRows } from './tool-rows.tsx';
import { useFilter } from './use-filter.ts';

/** All tools, by resource or by what is searched for. */
export function CatalogPage() {
  const query = useTools();
  return (
    <>
      <PageHead title="Tool catalog">
        <p class="hush">Every tool that a model can be given. The search is the one that models have with discovery.</p>
      </PageHead>
      <CatalogPartsProvider value={dashboardParts}>
        <Loaded query={query} lines={8}>
          {(list) => <Catalog list={list} />}
        </Loaded>
      </CatalogPartsProvider>
    </>
  );
}

function Catalog({ list }: { list: ToolList }) {
  const [filter, change] = useFilter();
  const search = useMemo(() => createCatalogSearch(list.result, intercomWords), [list]);
  const found = useMemo(() => search(filter), [search, filter]);
  const tokens = found.reduce((sum, tool) => sum + tool.tokens, 0);
  return (
    <div class="stack">
      <CatalogFilters list={list} filter={filter} onChange={change} />
      <p class="hush small num" aria-live="polite">
        {sayFound(found.length, list.result.length)}
        {found.length > 0 && `, ${sayTokens(tokens)} in a model's list`}
      </p>
      {found.length === 0 && (
        <div class="card blank">
          <h2>No tool is found</h2>
          <p class="hush">Say it in other words, or choose every kind and every tag.</p>
          <button type="button" class="button" onClick={() => change({ text: '', tag: '', kind: '' })}>
            Show all tools
          </button>
        </div>
      )}
      {filter.text.trim() === '' ? (
        <ResourceSections tools={found} />
      ) : (
        found.length > 0 && (
          <section class="card flush" aria-label="Found, the best first">
            <ToolRows tools={found} />
          </section>
        )
      )}
    </div>
  );
}

function sayFound(found: number, all: number): string {
  const total = all.toLocaleString();
  return found === all ? `${total} tools` : `${found.toLocaleString()} of ${total} tools`;
}
