import { keepVersion, settleSchedule, textIn } from '../../domain/knowledge/article-texts.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Article, articles } from '../../model/knowledge.ts';
import { articleAnswer } from './article-answer.ts';
import { editsIn, stagedTexts, textToEdit, wordsOfEdit } from './article-edit.ts';
import { defaultHelpCenter } from './help-center-of.ts';

/** Operations on what was written for a published article and not published yet. */
export const articleDraftRoutes: Routes = {
  'GET /articles/{id}/draft': (call) => {
    const article = articleOf(call);
    existing(stagedTexts(article)[0], 'Draft', 'data_invalid');
    return articleAnswer(call.workspace, article, 'draft');
  },
  'PUT /articles/{id}/draft': (call) => {
    const article = articleOf(call);
    if (article.state !== 'published')
      throw refused('parameter_invalid', 'Only a published article takes a staged text');
    for (const [locale, edit] of editsIn(article, call.body)) {
      const words = wordsOfEdit(edit);
      if (Object.keys(words).length === 0) continue;
      const text = textToEdit(call, article, locale);
      const { title, description, body } = text.draft ?? text;
      text.draft = { title, description, body, ...words, updated_at: call.now };
    }
    return articleAnswer(call.workspace, article, 'draft');
  },
  'POST /articles/{id}/draft/publish': (call) => {
    const article = articleOf(call);
    publish(call, article, localesToPublish(call, article));
    return articleAnswer(call.workspace, article);
  },
};

function articleOf({ workspace, params, now }: Call): Article {
  const article = existing(articles(workspace).get(params.id), 'Article', 'not_found');
  settleSchedule(article, now);
  return article;
}

function localesToPublish({ workspace, body }: Call, article: Article): string[] {
  const staged = stagedTexts(article).map(([locale]) => locale);
  if (staged.length === 0) throw refused('parameter_invalid', 'There is nothing staged to publish');
  const isMultilingual = (defaultHelpCenter(workspace)?.locales.length ?? 1) > 1;
  const { locales } = body;
  if (!Array.isArray(locales) || locales.length === 0) {
    if (!isMultilingual) return staged;
    throw refused('parameter_not_found', 'locales is required where the help center has several languages');
  }
  const requested = locales.map(String);
  const clean = requested.filter((locale) => !staged.includes(locale));
  if (clean.length > 0) throw refused('parameter_invalid', `No pending changes to publish in: ${clean.join(', ')}`);
  return requested;
}

function refused(code: string, message: string): Fault {
  return new Fault(422, message, { code, ...(message.includes('locales') && { field: 'locales' }) });
}

function publish({ workspace, now }: Call, article: Article, locales: readonly string[]): void {
  const by = Number(tokenAdmin(workspace).id);
  for (const locale of locales) {
    const text = textIn(article, locale);
    if (text?.draft == null) continue;
    const { title, description, body } = text.draft;
    Object.assign(text, { title, description, body, draft: null, state: 'published', updated_at: now });
    keepVersion(workspace, article, locale, { by, via: 'api', now });
  }
  article.updated_at = now;
  article.updated_by_id = by;
}
