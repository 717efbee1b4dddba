import { settleSchedule } from '../../domain/knowledge/article-texts.ts';
import { adminNamed } from '../../domain/knowledge/refer.ts';
import { UNREAD } from '../../domain/knowledge/unread.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { nextContentId } from '../../model/ids.ts';
import { type Article, articles, redirects } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';
import { articleAnswer } from './article-answer.ts';
import { editArticle } from './article-edit.ts';
import { newContent } from './availability.ts';
import { defaultHelpCenter } from './help-center-of.ts';

/** List, get, create, change and delete of Help Center articles. */
export const articleRoutes: Routes = crud<Article>({
  collection: '/articles',
  item: '/articles/{article_id}',
  param: 'article_id',
  what: 'Article',
  table: articles,
  rows: ({ workspace, now }) => latestFirst(settledArticles(workspace, now)),
  render: (article, { workspace, now }) => {
    settleSchedule(article, now);
    return articleAnswer(workspace, article);
  },
  create: newArticle,
  update: (article, call) => editArticle(call, article),
  remove: (article, { workspace }) => dropRedirects(workspace, 'article', article.id),
});

/** All articles, those whose scheduled time has come in their new state. */
export function settledArticles(workspace: Workspace, now: number): Article[] {
  const all = articles(workspace).all();
  for (const article of all) settleSchedule(article, now);
  return all;
}

/** Redirects go with what they lead to. */
export function dropRedirects(workspace: Workspace, type: 'article' | 'collection', id: string): void {
  for (const redirect of redirects(workspace).filter((row) => row.target_type === type && row.target_id === id))
    redirects(workspace).remove(redirect.id);
}

function newArticle(call: Call): Article {
  const { workspace, body, now } = call;
  const author = adminNamed(call, body.author_id, 'author_id');
  const article: Article = {
    id: workspace.nextId('articles', 9101),
    content_id: nextContentId(workspace),
    title: '',
    description: '',
    body: '',
    author_id: author,
    state: 'draft',
    draft: null,
    default_locale: defaultHelpCenter(workspace)?.locales[0] ?? 'en',
    created_by_id: Number(tokenAdmin(workspace).id),
    updated_by_id: Number(tokenAdmin(workspace).id),
    parent_ids: [],
    translations: {},
    versions: [],
    statistics: { ...UNREAD },
    ...newContent(now),
    scheduled_publish_at: null,
    scheduled_unpublish_at: null,
  };
  editArticle(call, article);
  return article;
}
