import { renderTags } from '../../domain/tags/render-tags.ts';
import { toMarkdown } from '../../html/markdown.ts';
import { app } from '../../model/app.ts';
import type { Article, ArticleText, ArticleVersion } from '../../model/knowledge.ts';
import type { Workspace } from '../../store/workspace.ts';
import { addressIn, helpCenterIds } from './help-center-of.ts';

/** An article as the API answers it, live; with `draft` as it reads once its staged changes are published. */
export function articleAnswer(workspace: Workspace, article: Article, view: 'live' | 'draft' = 'live'): unknown {
  const text = (locale: string, content: ArticleText) =>
    textAnswer(workspace, article, { locale, text: content, view });
  const translations = Object.entries(article.translations).map(([locale, content]) => [
    locale,
    { type: 'article_content', ...text(locale, content) },
  ]);
  return {
    type: 'article',
    id: article.id,
    workspace_id: app.id,
    ...text(article.default_locale, article),
    default_locale: article.default_locale,
    parent_ids: article.parent_ids,
    translated_content:
      translations.length === 0 ? null : { type: 'article_translated_content', ...Object.fromEntries(translations) },
    tags: renderTags(workspace, article.tags),
    scheduled_publish_at: article.scheduled_publish_at,
    scheduled_unpublish_at: article.scheduled_unpublish_at,
    exclude_from_article_suggestions: false,
    help_center_audience: 'everyone',
    statistics: statisticsAnswer(article),
  };
}

function textAnswer(
  workspace: Workspace,
  article: Article,
  { locale, text, view }: { locale: string; text: ArticleText; view: 'live' | 'draft' },
): Record<string, unknown> {
  const { title, description, body } = view === 'draft' && text.draft !== null ? text.draft : text;
  const [center] = helpCenterIds(workspace, article);
  const address = addressIn(workspace, center, { locale, id: article.id, title, section: 'articles' });
  return {
    title,
    description,
    body,
    body_markdown: toMarkdown(body),
    author_id: text.author_id,
    created_by_id: article.created_by_id,
    updated_by_id: article.updated_by_id,
    state: text.state,
    created_at: text.created_at,
    updated_at: text.updated_at,
    has_unpublished_changes: text.draft !== null,
    draft_updated_at: text.draft?.updated_at ?? null,
    url: text.state === 'published' ? address : null,
    ai_chatbot_availability: article.ai_chatbot_availability,
    ai_copilot_availability: article.ai_copilot_availability,
    ai_sales_agent_availability: article.ai_sales_agent_availability,
    audience_ids: article.audience_ids,
  };
}

function statisticsAnswer({ statistics }: Article): unknown {
  const { views, conversations, reactions, happy, neutral, sad, fin_involvements, fin_resolutions } = statistics;
  const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((part / of) * 1000) / 10);
  return {
    type: 'article_statistics',
    views,
    conversions: conversations,
    reactions,
    happy_reaction_percentage: percent(happy, reactions),
    neutral_reaction_percentage: percent(neutral, reactions),
    sad_reaction_percentage: percent(sad, reactions),
    fin_involvements,
    fin_resolutions,
    fin_resolution_rate: percent(fin_resolutions, fin_involvements),
  };
}

/** A version of an article as the API answers it. */
export function versionAnswer({ id }: Article, { locale: _, ...version }: ArticleVersion): unknown {
  return {
    ...version,
    type: 'article_version',
    article_id: id,
    body_markdown: toMarkdown(version.body),
    updated_at: version.created_at,
  };
}
