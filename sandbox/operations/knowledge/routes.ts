import type { Routes } from '../../http/call.ts';
import { articles, contentSnippets, internalArticles } from '../../model/knowledge.ts';
import { articleDraftRoutes } from './article-draft-routes.ts';
import { articleRoutes } from './article-routes.ts';
import { articleSearchRoutes } from './article-search.ts';
import { articleVersionRoutes } from './article-version-routes.ts';
import { collectionRoutes } from './collection-routes.ts';
import { contentBulkRoutes } from './content-bulk.ts';
import { contentSearchRoutes } from './content-search.ts';
import { helpCenterRoutes } from './help-center-routes.ts';
import { internalArticleRoutes } from './internal-article-routes.ts';
import { macroRoutes } from './macro-routes.ts';
import { snippetRoutes } from './snippet-routes.ts';
import { tagRoutes } from './tag-routes.ts';

/** Operations on everything that is written for customers, teammates and Fin to read. */
export const knowledgeRoutes: Routes = {
  ...articleRoutes,
  ...articleDraftRoutes,
  ...articleSearchRoutes,
  ...articleVersionRoutes,
  ...tagRoutes('/articles', 'article_id', articles),
  ...collectionRoutes,
  ...helpCenterRoutes,
  ...internalArticleRoutes,
  ...tagRoutes('/internal_articles', 'internal_article_id', internalArticles),
  ...snippetRoutes,
  ...tagRoutes('/content_snippets', 'content_snippet_id', contentSnippets),
  ...macroRoutes,
  ...contentSearchRoutes,
  ...contentBulkRoutes,
};
