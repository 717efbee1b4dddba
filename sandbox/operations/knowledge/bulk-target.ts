import type { Json } from '../../contract/contract.ts';
import { textsOf } from '../../domain/knowledge/article-texts.ts';
import { assign } from '../../generic/assign.ts';
import { externalPages } from '../../model/ai-content.ts';
import { articles, contentSnippets, internalArticles } from '../../model/knowledge.ts';
import type { Tagging } from '../../model/people.ts';
import type { Row, Table } from '../../store/table.ts';
import type { Workspace } from '../../store/workspace.ts';
import { dropRedirects } from './article-routes.ts';
import { AVAILABILITIES } from './availability.ts';

/** What bulk actions can do with one piece of content; what its kind does not take is missing. */
export interface BulkTarget {
  readonly setState?: (state: 'published' | 'draft', now: number) => void;
  readonly remove?: () => void;
  readonly setAvailability?: (availability: Json, now: number) => void;
  readonly audience?: { audience_ids: number[] };
  readonly tagged?: Row & { tags: Tagging[] };
}

/** The content that a bulk action names; undefined for what is not there. */
export function bulkTarget(workspace: Workspace, type: string, id: string): BulkTarget | undefined {
  switch (type) {
    case 'article': {
      const tagged = articles(workspace).get(id);
      return tagged && { tagged };
    }
    case 'article_content':
      return articleContent(workspace, id);
    case 'internal_article':
      return plain(internalArticles(workspace), id);
    case 'content_snippet':
      return plain(contentSnippets(workspace), id);
    case 'external_content':
      return externalContent(workspace, id);
    default:
      return undefined;
  }
}

function articleContent(workspace: Workspace, id: string): BulkTarget | undefined {
  for (const article of articles(workspace).all()) {
    const [locale, text] = textsOf(article).find(([, { content_id: own }]) => own === id) ?? [];
    if (locale === undefined || text === undefined) continue;
    return {
      setState: (state, now) => Object.assign(text, { state, updated_at: now }),
      setAvailability: availabilityOf(article),
      audience: article,
      remove: () => {
        delete article.translations[locale];
        if (locale !== article.default_locale) return;
        dropRedirects(workspace, 'article', article.id);
        articles(workspace).remove(article.id);
      },
    };
  }
  return undefined;
}

interface Plain extends Row {
  tags: Tagging[];
  audience_ids: number[];
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  updated_at: number;
}

function plain<Kept extends Plain>(table: Table<Kept>, id: string): BulkTarget | undefined {
  const row = table.get(id);
  return (
    row && {
      tagged: row,
      audience: row,
      setAvailability: availabilityOf(row),
      remove: () => {
        table.remove(id);
      },
    }
  );
}

function availabilityOf(row: Omit<Plain, keyof Row | 'tags' | 'audience_ids'>) {
  return ({ ai_agent, copilot, sales_agent }: Json, now: number): void => {
    assign(
      row,
      {
        ai_chatbot_availability: ai_agent,
        ai_copilot_availability: copilot,
        ai_sales_agent_availability: sales_agent,
      },
      AVAILABILITIES,
    );
    row.updated_at = now;
  };
}

function externalContent(workspace: Workspace, id: string): BulkTarget | undefined {
  const page = externalPages(workspace).get(id);
  return (
    page && {
      audience: page,
      setAvailability: ({ ai_agent, copilot, sales_agent }, now) => {
        assign(
          page,
          {
            ai_agent_availability: ai_agent,
            ai_copilot_availability: copilot,
            ai_sales_agent_availability: sales_agent,
          },
          ['ai_agent_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'],
        );
        page.updated_at = now;
      },
    }
  );
}
