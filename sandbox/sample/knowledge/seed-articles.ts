import { keepVersion } from '../../domain/knowledge/article-texts.ts';
import { UNREAD } from '../../domain/knowledge/unread.ts';
import { putTag } from '../../domain/tags/tagging.ts';
import { toHtml } from '../../html/markdown.ts';
import { nextContentId } from '../../model/ids.ts';
import { type Article, type ArticleText, articles } from '../../model/knowledge.ts';
import { admins, tags } from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { ArticleSeed, TextSeed } from './texts/article-seed.ts';
import { articleSeeds } from './texts/article-seeds.ts';

const DAY = 86_400;

/** The sample articles with their histories, the newest of them some days old. */
export function seedArticles(workspace: Workspace): void {
  const random = createRandom(workspace.seed + 7103);
  const named = new Set(articleSeeds.flatMap(({ id }) => id ?? []));
  articleSeeds.forEach((seed, index) => {
    let { id } = seed;
    // Numbers that articles have of their own are not given twice.
    while (id === undefined || (seed.id === undefined && named.has(id))) id = workspace.nextId('article_seeds', 9001);
    const created = workspace.start - (articleSeeds.length - index) * 9 * DAY - random.between(0, DAY);
    articles(workspace).put(articleOf(workspace, seed, { id, created, random }));
  });
}

interface Making {
  readonly id: string;
  readonly created: number;
  readonly random: Random;
}

function articleOf(workspace: Workspace, seed: ArticleSeed, { id, created, random }: Making): Article {
  const author = authorIn(workspace, random);
  const updated = created + random.between(1, 8) * DAY;
  const state = seed.isDraft === true ? 'draft' : 'published';
  const make = (text: TextSeed, at: number): ArticleText => ({
    content_id: nextContentId(workspace),
    title: text.title,
    description: text.description,
    body: toHtml(text.text),
    author_id: author,
    state,
    created_at: at,
    updated_at: updated,
    draft: null,
  });
  const translations = Object.entries(seed.translations ?? {}).map(([locale, text]) => [
    locale,
    make(text, created + DAY),
  ]);
  const article: Article = {
    id,
    ...make(seed, created),
    default_locale: 'en',
    created_by_id: author,
    updated_by_id: author,
    parent_ids: [Number(seed.collection)],
    translations: Object.fromEntries(translations),
    versions: [],
    statistics: state === 'draft' ? { ...UNREAD } : readBy(random),
    tags: [],
    ai_chatbot_availability: state === 'published',
    ai_copilot_availability: true,
    ai_sales_agent_availability: seed.collection === '6101',
    audience_ids: [],
    scheduled_publish_at: null,
    scheduled_unpublish_at: null,
  };
  keepHistory(workspace, article, seed);
  if (seed.staged !== undefined) stage(article, seed.staged, workspace.start - 2 * DAY);
  const tag = random.chance(0.3) && tags(workspace).size > 0 ? random.pick(tags(workspace).all()) : undefined;
  if (tag) putTag(article, tag, { by: String(author), at: updated });
  return article;
}

function authorIn(workspace: Workspace, random: Random): number {
  const all = admins(workspace).all();
  return all.length === 0 ? 0 : Number(random.pick(all).id);
}

function stage(article: Article, text: string, at: number): void {
  const { title, description } = article;
  article.draft = { title, description, body: toHtml(text), updated_at: at };
}

function keepHistory(workspace: Workspace, article: Article, { earlier = [] }: ArticleSeed): void {
  const { body, created_at: created, updated_at: updated, author_id: by } = article;
  const step = Math.floor((updated - created) / Math.max(earlier.length, 1));
  earlier.forEach((text, index) => {
    article.body = toHtml(text);
    keepVersion(workspace, article, article.default_locale, { by, via: 'web', now: created + index * step });
  });
  article.body = body;
  for (const locale of [article.default_locale, ...Object.keys(article.translations)])
    keepVersion(workspace, article, locale, { by, via: 'web', now: updated });
}

function readBy(random: Random): Article['statistics'] {
  const views = random.between(40, 4000);
  const reactions = Math.floor(views * (random.between(2, 9) / 100));
  const happy = Math.floor(reactions * (random.between(50, 85) / 100));
  const sad = Math.floor((reactions - happy) * (random.between(30, 70) / 100));
  const involved = Math.floor(views / random.between(8, 30));
  return {
    views,
    conversations: Math.floor(views / random.between(20, 90)),
    reactions,
    happy,
    neutral: reactions - happy - sad,
    sad,
    fin_involvements: involved,
    fin_resolutions: Math.floor(involved * (random.between(35, 75) / 100)),
  };
}
