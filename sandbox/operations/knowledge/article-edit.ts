import type { Json } from '../../contract/contract.ts';
import { keepVersion, textIn, textsOf } from '../../domain/knowledge/article-texts.ts';
import { adminNamed, audienceIds, referred } from '../../domain/knowledge/refer.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { assign } from '../../generic/assign.ts';
import { htmlOf } from '../../html/markdown.ts';
import type { Call } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { nextContentId } from '../../model/ids.ts';
import { type Article, type ArticleText, collections } from '../../model/knowledge.ts';
import { AVAILABILITIES } from './availability.ts';
import { translationsIn } from './locales.ts';

/** What a body says of each language, the default one first: `translated_content` may hold that one too. */
export function editsIn(article: Article, body: Json): [locale: string, edit: Json][] {
  const translated = new Map(translationsIn(body.translated_content));
  const own = { ...translated.get(article.default_locale), ...body };
  translated.delete(article.default_locale);
  return [[article.default_locale, own], ...translated];
}

/** The text that an edit changes; a new one where the article has none in this language. */
export function textToEdit({ workspace, now }: Call, article: Article, locale: string): ArticleText {
  const known = textIn(article, locale);
  if (known !== undefined) return known;
  const text: ArticleText = {
    content_id: nextContentId(workspace),
    title: '',
    description: '',
    body: '',
    author_id: article.author_id,
    state: 'draft',
    created_at: now,
    updated_at: now,
    draft: null,
  };
  article.translations[locale] = text;
  return text;
}

/** Title, description and HTML that an edit sets. */
export function wordsOfEdit(edit: Json): { title?: string; description?: string; body?: string } {
  const body = htmlOf(edit);
  return {
    ...(typeof edit.title === 'string' && { title: edit.title }),
    ...(typeof edit.description === 'string' && { description: edit.description }),
    ...(body !== undefined && { body }),
  };
}

/**
 * Changes an article by a body, everything that the body refers to being checked first. Text goes live at once, except that
 * of a language with a pending draft: it joins the draft.
 */
export function editArticle(call: Call, article: Article): void {
  const { body, now, workspace } = call;
  const edits = editsIn(article, body).map(([locale, edit]) => {
    const author = edit.author_id === undefined ? undefined : adminNamed(call, edit.author_id, 'author_id');
    return { locale, edit, author };
  });
  const parents = parentIds(call);
  const schedule = scheduleIn(call);
  const audiences = audienceIds(call, article.audience_ids);
  for (const { locale, edit, author } of edits) {
    const words = wordsOfEdit(edit);
    const text = textToEdit(call, article, locale);
    const before = JSON.stringify([text.title, text.description, text.body, text.state]);
    if (text.draft === null) Object.assign(text, words);
    else if (Object.keys(words).length > 0) Object.assign(text.draft, words, { updated_at: now });
    if (author !== undefined) text.author_id = author;
    if (edit.state === 'published' || edit.state === 'draft') text.state = edit.state;
    text.updated_at = now;
    if (before !== JSON.stringify([text.title, text.description, text.body, text.state]))
      keepVersion(workspace, article, locale, { by: Number(tokenAdmin(workspace).id), via: 'api', now });
  }
  if (parents !== undefined) article.parent_ids = parents;
  article.audience_ids = audiences;
  assign(article, body, AVAILABILITIES);
  Object.assign(article, schedule);
  // What is to be published later is no reader's to see before.
  if (article.scheduled_publish_at !== null) article.state = 'draft';
  article.updated_at = now;
  article.updated_by_id = Number(tokenAdmin(workspace).id);
}

function parentIds(call: Call): number[] | undefined {
  const { parent_id: parent } = call.body;
  if (parent === undefined) return undefined;
  return [Number(referred(call, collections(call.workspace).get(parent), 'parent_id', 'Collection').id)];
}

type Schedule = Partial<Pick<Article, 'scheduled_publish_at' | 'scheduled_unpublish_at'>>;

function scheduleIn({ body, now }: Call): Schedule {
  const schedule: Schedule = {};
  for (const key of ['scheduled_publish_at', 'scheduled_unpublish_at'] as const) {
    const value = body[key];
    if (value === undefined) continue;
    const time = typeof value === 'string' ? Math.floor(Date.parse(value) / 1000) : null;
    if (time !== null && !(time > now))
      throw new Fault(422, `${key} is no time in the future`, { code: 'parameter_invalid', field: key });
    schedule[key] = time;
  }
  if (schedule.scheduled_publish_at != null && schedule.scheduled_unpublish_at != null)
    throw new Fault(422, 'Only one of the two schedules can be set', { code: 'parameter_invalid' });
  return schedule;
}

/** Texts of an article that have something staged, by locale. */
export function stagedTexts(article: Article): [locale: string, text: ArticleText][] {
  return textsOf(article).filter(([, { draft }]) => draft !== null);
}
