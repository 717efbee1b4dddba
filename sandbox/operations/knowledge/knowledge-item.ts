import { textsOf } from '../../domain/knowledge/article-texts.ts';
import { externalPages } from '../../model/ai-content.ts';
import { articles, contentSnippets, internalArticles } from '../../model/knowledge.ts';
import type { Tagging } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A piece of knowledge of any kind, with what content search asks of it. */
export interface KnowledgeItem {
  readonly id: string;
  readonly type: 'article' | 'content_snippet' | 'external_content' | 'file_source_content' | 'internal_article';
  readonly title: string;
  readonly texts: readonly string[];
  readonly states: readonly ('published' | 'draft')[];
  readonly locales: readonly string[];
  readonly tags: readonly Tagging[];
  readonly folder_id: string | null;
  readonly copilot: boolean;
  readonly service: boolean;
  readonly sales: boolean;
  readonly created_by: number | null;
  readonly updated_by: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  /** Of an article, one a language. */
  readonly contents?: readonly { readonly id: string; readonly locale: string; readonly title: string }[];
}

/** Everything that the workspace knows, by kind. */
export function knowledgeItems(workspace: Workspace): KnowledgeItem[] {
  return [
    ...articleItems(workspace),
    ...internalItems(workspace),
    ...snippetItems(workspace),
    ...externalItems(workspace),
  ];
}

interface Available {
  readonly ai_chatbot_availability: boolean;
  readonly ai_copilot_availability: boolean;
  readonly ai_sales_agent_availability: boolean;
}

function availability(row: Available) {
  return {
    service: row.ai_chatbot_availability,
    copilot: row.ai_copilot_availability,
    sales: row.ai_sales_agent_availability,
  };
}

function articleItems(workspace: Workspace): KnowledgeItem[] {
  return articles(workspace)
    .all()
    .map((row) => ({
      ...shared(row),
      ...availability(row),
      type: 'article',
      texts: textsOf(row).flatMap(([, text]) => [text.title, text.description, text.body]),
      states: textsOf(row).map(([, { state }]) => state),
      locales: textsOf(row).map(([locale]) => locale),
      folder_id: null,
      created_by: row.created_by_id,
      updated_by: row.updated_by_id,
      contents: textsOf(row).map(([locale, { content_id: id, title }]) => ({ id, locale, title })),
    }));
}

function internalItems(workspace: Workspace): KnowledgeItem[] {
  return internalArticles(workspace)
    .all()
    .map((row) => ({
      ...shared(row),
      ...availability(row),
      type: 'internal_article',
      texts: [row.title, row.body],
      states: ['published'],
      locales: [row.locale],
      folder_id: row.folder_id,
      created_by: row.author_id,
      updated_by: row.author_id,
    }));
}

function snippetItems(workspace: Workspace): KnowledgeItem[] {
  return contentSnippets(workspace)
    .all()
    .map((row) => ({
      ...shared(row),
      ...availability(row),
      type: 'content_snippet',
      texts: [row.title, row.body_markdown],
      states: ['published'],
      locales: [row.locale],
      folder_id: null,
      created_by: null,
      updated_by: null,
    }));
}

function externalItems(workspace: Workspace): KnowledgeItem[] {
  return externalPages(workspace)
    .all()
    .map((row) => ({
      ...shared({ ...row, tags: [] }),
      type: 'external_content',
      texts: [row.title, row.html],
      states: ['published'],
      locales: [row.locale],
      folder_id: null,
      service: row.ai_agent_availability,
      copilot: row.ai_copilot_availability,
      sales: row.ai_sales_agent_availability,
      created_by: null,
      updated_by: null,
    }));
}

type Shared = Pick<KnowledgeItem, 'id' | 'title' | 'tags' | 'created_at' | 'updated_at'>;

function shared({ id, title, tags, created_at, updated_at }: Shared): Shared {
  return {
    id,
    title,
    tags,
    created_at,
    updated_at,
  };
}
