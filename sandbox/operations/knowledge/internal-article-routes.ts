import { adminNamed, audienceIds } from '../../domain/knowledge/refer.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import { htmlOf, toMarkdown } from '../../html/markdown.ts';
import type { Call, Routes } from '../../http/call.ts';
import { type InternalArticle, internalArticles } from '../../model/knowledge.ts';
import { page } from '../../paging/page.ts';
import { AVAILABILITIES, newContent } from './availability.ts';

/** List, get, create, change, delete and search of articles for teammates. */
export const internalArticleRoutes: Routes = {
  ...crud<InternalArticle>({
    collection: '/internal_articles',
    item: '/internal_articles/{internal_article_id}',
    param: 'internal_article_id',
    what: 'Internal article',
    table: internalArticles,
    rows: ({ workspace }) => latestFirst(internalArticles(workspace).all()),
    render: answered,
    create: newInternalArticle,
    update: write,
  }),
  'GET /internal_articles/search': (call) => {
    const { folder_id: folder } = call.query;
    const rows = internalArticles(call.workspace).filter(
      (row) => folder === undefined || row.folder_id === String(folder),
    );
    return page(call, latestFirst(rows), answered);
  },
};

function answered(row: InternalArticle): unknown {
  return {
    type: 'internal_article',
    ...row,
    body_markdown: toMarkdown(row.body),
  };
}

function newInternalArticle(call: Call): InternalArticle {
  const row: InternalArticle = {
    id: call.workspace.nextId('internal_articles', 3301),
    title: '',
    body: '',
    author_id: 0,
    owner_id: 0,
    locale: 'en',
    folder_id: null,
    ...newContent(call.now),
  };
  write(row, call);
  return row;
}

function write(row: InternalArticle, call: Call): void {
  const { body, now } = call;
  const people = (['author_id', 'owner_id'] as const)
    .filter((key) => body[key] !== undefined)
    .map((key) => [key, adminNamed(call, body[key], key)]);
  const audiences = audienceIds(call, row.audience_ids);
  Object.assign(row, Object.fromEntries(people), { audience_ids: audiences, body: htmlOf(body) ?? row.body });
  assign(row, body, ['title', ...AVAILABILITIES]);
  row.updated_at = now;
}
