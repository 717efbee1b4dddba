import { latestFirst } from '../../generic/order.ts';
import { hasWords } from '../../html/markdown.ts';
import type { Call, QueryValue, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { page } from '../../paging/page.ts';
import { settledArticles } from './article-routes.ts';
import { type KnowledgeItem, knowledgeItems } from './knowledge-item.ts';

/** Search of all knowledge; filters that are not given keep everything. */
export const contentSearchRoutes: Routes = {
  'GET /content/search': (call) => {
    const { query, workspace, now } = call;
    if (query.folder_ids !== undefined && query.folder_entity_type === undefined)
      throw new Fault(422, 'folder_ids needs folder_entity_type', { field: 'folder_entity_type' });
    settledArticles(workspace, now);
    const phrase = String(query.query ?? '');
    const kept = knowledgeItems(workspace).filter(
      (item) => hasWords(phrase, item.texts) && filters.every((filter) => filter(item, query)),
    );
    const inTitle = (item: KnowledgeItem) => Number(hasWords(phrase, [item.title]));
    return page(
      call,
      latestFirst(kept).toSorted((a, b) => inTitle(b) - inTitle(a)),
      answered,
    );
  },
};

function answered({ type, id, title, contents }: KnowledgeItem): unknown {
  return { type, id, title, contents: contents?.map((content) => ({ type: 'article_content', ...content })) };
}

type Filter = (item: KnowledgeItem, query: Call['query']) => boolean;

const filters: readonly Filter[] = [
  ({ states }, { states: allowed }) => isAmong(allowed, states),
  ({ locales }, { locales: allowed }) => isAmong(allowed, locales),
  (item, { tag_ids: allowed, tag_operator: operator }) =>
    allowed === undefined || isAmong(allowed, tagIds(item)) === (operator !== 'NIN'),
  (item, { any_tag_ids: allowed }) => isAmong(allowed, tagIds(item)),
  ({ folder_id: folder }, { folder_ids: allowed }) => isAmong(allowed, [folder]),
  ({ type }, { content_types: allowed }) => isAmong(allowed, [type === 'content_snippet' ? 'snippet' : type]),
  ({ copilot }, { copilot_state: allowed }) => isSwitched(allowed, copilot),
  ({ service }, { fin_service_state: allowed }) => isSwitched(allowed, service),
  ({ sales }, { fin_sales_state: allowed }) => isSwitched(allowed, sales),
  ({ created_by: admin }, { created_by_ids: allowed }) => isAmong(allowed, [admin]),
  ({ updated_by: admin }, { last_updated_by_ids: allowed }) => isAmong(allowed, [admin]),
  ({ created_at: time }, { created_at_after: after, created_at_before: before }) => isBetween(time, after, before),
  ({ updated_at: time }, { updated_at_after: after, updated_at_before: before }) => isBetween(time, after, before),
];

function tagIds({ tags }: KnowledgeItem): string[] {
  return tags.map(({ id }) => id);
}

function isAmong(allowed: QueryValue | undefined, had: readonly (string | number | null)[]): boolean {
  if (allowed === undefined) return true;
  const values = new Set((Array.isArray(allowed) ? allowed : [allowed]).map(String));
  return had.some((value) => values.has(String(value)));
}

function isSwitched(allowed: QueryValue | undefined, on: boolean): boolean {
  return allowed === undefined || (allowed === 'on') === on;
}

function isBetween(time: number, after: QueryValue | undefined, before: QueryValue | undefined): boolean {
  return (after === undefined || time > Number(after)) && (before === undefined || time < Number(before));
}
