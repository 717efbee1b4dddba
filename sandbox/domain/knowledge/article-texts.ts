import type { Article, ArticleText } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';

/** All languages of an article, its default one first. */
export function textsOf(article: Article): [locale: string, text: ArticleText][] {
  return [[article.default_locale, article], ...Object.entries(article.translations)];
}

/** An article in one language; undefined where it has no text in it. */
export function textIn(article: Article, locale: string): ArticleText | undefined {
  return locale === article.default_locale ? article : article.translations[locale];
}

/** Keeps a text as it is now in the history of its article. */
export function keepVersion(
  workspace: Workspace,
  article: Article,
  locale: string,
  { by, via, now }: { by: number; via: 'api' | 'web'; now: number },
): void {
  const text = textIn(article, locale);
  if (text === undefined) return;
  const { title, description, body, author_id, state } = text;
  article.versions.push({
    id: workspace.nextId('article_versions', 300101),
    locale,
    title,
    description,
    body,
    author_id,
    state,
    created_by_id: by,
    created_via: via,
    from_version_id: article.versions.findLast((version) => version.locale === locale)?.id ?? null,
    created_at: now,
  });
}

/** Does what was scheduled for a time that has come. */
export function settleSchedule(article: Article, now: number): void {
  const { scheduled_publish_at: publish, scheduled_unpublish_at: unpublish } = article;
  if (publish !== null && publish <= now)
    Object.assign(article, { state: 'published', updated_at: publish, scheduled_publish_at: null });
  if (unpublish !== null && unpublish <= now)
    Object.assign(article, { state: 'draft', updated_at: unpublish, scheduled_unpublish_at: null });
}
