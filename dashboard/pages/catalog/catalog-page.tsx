import './catalog.css';
import { useMemo } from 'preact/hooks';
import { useApis } from '../../api/about.ts';
import type { ToolList } from '../../api/schema.d.ts';
import { useTools } from '../../api/tool-queries.ts';
import { Choose } from '../../parts/choose.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { wordsOf } from './api-words.ts';
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
  const { params, change } = useAddress();
  const apis = useApis();
  const api = apis.find(({ id }) => id === params.get('api')) ?? apis[0];
  const query = useTools({ api: api?.id });
  return (
    <>
      <PageHead title="Tool catalog">
        <p class="hush">Every tool that a model can be given. The search is the one that models have with discovery.</p>
      </PageHead>
      {apis.length > 1 && (
        <Choose
          label="API"
          choices={apis.map(({ id, name }) => ({ value: id, name }))}
          value={api?.id ?? ''}
          onChoose={(id) => change({ api: id, q: undefined, tag: undefined, class: undefined })}
        />
      )}
      <CatalogPartsProvider value={dashboardParts(api?.id)}>
        <Loaded query={query} lines={8}>
          {(list) => <Catalog key={api?.id} list={list} api={api?.id ?? ''} />}
        </Loaded>
      </CatalogPartsProvider>
    </>
  );
}

function Catalog({ list, api }: { list: ToolList; api: string }) {
  const [filter, change] = useFilter();
  const search = useMemo(() => createCatalogSearch(list.result, wordsOf(api)), [list, api]);
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
