import { textsOf } from '../../domain/knowledge/article-texts.ts';
import { latestFirst } from '../../generic/order.ts';
import { hasWords } from '../../html/markdown.ts';
import type { Call, Routes } from '../../http/call.ts';
import type { Article } from '../../model/knowledge.ts';
import { page } from '../../paging/page.ts';
import { articleAnswer } from './article-answer.ts';
import { settledArticles } from './article-routes.ts';
import { helpCenterIds } from './help-center-of.ts';
import { highlightsOf } from './highlights-of.ts';

/** Search of Help Center articles: without a phrase all of them, latest change first. */
export const articleSearchRoutes: Routes = {
  'GET /articles/search': (call) => {
    const phrase = String(call.query.phrase ?? '');
    return page(
      call,
      found(call, phrase),
      (article) => articleAnswer(call.workspace, article),
      (shown) => ({
        data: {
          highlights: call.query.highlight === true ? shown.map((article) => highlightsOf(article, phrase)) : [],
        },
      }),
    );
  },
};

/** Articles with all words of the phrase in one of their languages, those that have them all in a title first. */
function found({ workspace, query, now }: Call, phrase: string): Article[] {
  const { state = 'all', help_center_id: center } = query;
  const kept = settledArticles(workspace, now).filter(
    (article) =>
      (state === 'all' || article.state === state) &&
      (center === undefined || helpCenterIds(workspace, article).includes(Number(center))) &&
      textsOf(article).some(([, { title, description, body }]) => hasWords(phrase, [title, description, body])),
  );
  const inTitle = (article: Article) => textsOf(article).some(([, { title }]) => hasWords(phrase, [title]));
  return latestFirst(kept).toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}
