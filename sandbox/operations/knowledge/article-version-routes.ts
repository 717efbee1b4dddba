import { textIn } from '../../domain/knowledge/article-texts.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { type Article, type ArticleVersion, articles } from '../../model/knowledge.ts';
import { page } from '../../paging/page.ts';
import { versionAnswer } from './article-answer.ts';
import { LOCALES } from './locales.ts';

/** Operations on the history of an article. */
export const articleVersionRoutes: Routes = {
  'GET /articles/{article_id}/versions': (call) => {
    const article = articleOf(call);
    return page(call, versionsOf(call, article), (version) => versionAnswer(article, version));
  },
  'GET /articles/{article_id}/versions/{id}': (call) => {
    const article = articleOf(call);
    const found = versionsOf(call, article).find(({ id }) => id === call.params.id);
    return versionAnswer(article, existing(found, 'Article version', 'not_found'));
  },
};

function articleOf({ workspace, params }: Call): Article {
  return existing(articles(workspace).get(params.article_id), 'Article', 'not_found');
}

/** Newest first, of the language that is asked for, else of the default one. */
function versionsOf({ query }: Call, article: Article): ArticleVersion[] {
  const locale = String(query.locale ?? article.default_locale);
  if (!LOCALES.has(locale)) throw invalid('Unknown locale', 'locale');
  existing(textIn(article, locale), `Article in ${locale}`, 'data_invalid');
  return article.versions.filter((version) => version.locale === locale).toReversed();
}
