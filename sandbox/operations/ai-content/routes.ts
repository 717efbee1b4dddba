import { audienceIds } from '../../domain/knowledge/refer.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { type ExternalPage, externalPages, type ImportSource, importSources } from '../../model/ai-content.ts';

/** Operations on import sources and their pages. */
export const aiContentRoutes: Routes = {
  ...crud<ImportSource>({
    collection: '/ai/content_import_sources',
    item: '/ai/content_import_sources/{source_id}',
    param: 'source_id',
    what: 'Content import source',
    table: importSources,
    render: (row) => ({ type: 'content_import_source', ...row }),
    create: newSource,
    update: changeSource,
    remove: ({ id }, { workspace }) => {
      for (const page of pagesOf(workspace, id)) externalPages(workspace).remove(page.id);
    },
  }),
  ...crud<ExternalPage>({
    collection: '/ai/external_pages',
    item: '/ai/external_pages/{page_id}',
    param: 'page_id',
    what: 'External page',
    table: externalPages,
    render: answered,
    create: newPage,
    update: changePage,
  }),
  'DELETE /ai/external_pages/{page_id}': (call) => {
    const page = existing(externalPages(call.workspace).get(call.params.page_id), 'External page');
    externalPages(call.workspace).remove(page.id);
    return answered(page);
  },
};

function answered(page: ExternalPage): unknown {
  return {
    type: 'external_page',
    ...page,
    fin_availability: page.ai_agent_availability,
  };
}

function pagesOf(workspace: Call['workspace'], source: string): ExternalPage[] {
  return externalPages(workspace).filter((page) => page.source_id === source);
}

function newSource(call: Call): ImportSource {
  const { workspace, body, now } = call;
  return {
    id: workspace.nextId('content_import_sources', 141),
    url: String(body.url),
    status: body.status === 'deactivated' ? 'deactivated' : 'active',
    sync_behavior: 'api',
    audience_ids: audienceIds(call, []),
    last_synced_at: now,
    created_at: now,
    updated_at: now,
  };
}

function changeSource(source: ImportSource, call: Call): void {
  const { body, workspace, now } = call;
  const behavior = body.sync_behavior === 'automated' ? 'automatic' : body.sync_behavior;
  const isApi = source.sync_behavior === 'api';
  if ((behavior === 'api') !== isApi) throw invalid('sync_behavior cannot change to or from api', 'sync_behavior');
  if (!isApi && body.url !== source.url) throw invalid('url changes only where sync_behavior is api', 'url');
  const audiences = audienceIds(call, source.audience_ids);
  assign(source, { ...body, sync_behavior: behavior }, ['url', 'status', 'sync_behavior']);
  source.audience_ids = audiences;
  source.updated_at = now;
  if (body.apply_audience_to_existing_content === true)
    for (const page of pagesOf(workspace, source.id)) page.audience_ids = [...audiences];
}

function sourceOf({ workspace, body }: Call): ImportSource {
  return existing(importSources(workspace).get(body.source_id), 'Content import source');
}

/** The page that the source has under this external id, else a new one. */
function newPage(call: Call): ExternalPage {
  const { workspace, body, now } = call;
  const source = sourceOf(call);
  const known = pagesOf(workspace, source.id).find((page) => page.external_id === body.external_id);
  const page: ExternalPage = known ?? {
    id: workspace.nextId('external_pages', 5601),
    external_id: '',
    source_id: source.id,
    title: '',
    html: '',
    url: null,
    locale: 'en',
    ai_agent_availability: false,
    ai_copilot_availability: false,
    ai_sales_agent_availability: false,
    audience_ids: [...source.audience_ids],
    last_ingested_at: now,
    created_at: now,
    updated_at: now,
  };
  assign(page, body, ['external_id', 'ai_agent_availability', 'ai_copilot_availability']);
  ingest(page, call);
  return page;
}

function changePage(page: ExternalPage, call: Call): void {
  page.source_id = sourceOf(call).id;
  assign(page, call.body, ['external_id']);
  if (typeof call.body.fin_availability === 'boolean') page.ai_agent_availability = call.body.fin_availability;
  ingest(page, call);
}

function ingest(page: ExternalPage, { body, now }: Call): void {
  assign(page, body, ['title', 'html', 'url', 'locale']);
  page.last_ingested_at = now;
  page.updated_at = now;
}
