import type { Client } from 'intercom-mcp-toolkit';
import { searchArticles } from 'intercom-mcp-toolkit/intercom/tools/articles';
import {
  getConversation,
  replyToConversation,
  searchConversations,
} from 'intercom-mcp-toolkit/intercom/tools/conversations';

/** What is looked for, and who answers. */
export interface TriageOptions {
  /** Words that a conversation's first message holds, such as `password reset`. */
  readonly topic: string;
  /** Id of the admin who replies. */
  readonly adminId: string;
  /** Unix seconds. */
  readonly since: number;
}

/** What was done: the article, and the conversations that were answered with its steps. */
export interface TriageReport {
  readonly article: string | undefined;
  readonly answered: readonly string[];
  /** Conversations that a teammate answered already. */
  readonly leftOut: readonly string[];
}

/** Answers new, unassigned conversations about a topic with the steps of the Help Center's best article about it. */
export async function triage(client: Client, { topic, adminId, since }: TriageOptions): Promise<TriageReport> {
  const article = await bestArticle(client, topic);
  const steps = /<ol>[\s\S]*?<\/ol>/.exec(article?.body ?? '')?.[0];
  if (article === undefined || steps === undefined) return { article: undefined, answered: [], leftOut: [] };

  const answered: string[] = [];
  const leftOut: string[] = [];
  const words = topic.split(' ').map((value) => ({ field: 'source.body', operator: '~', value }) as const);
  const found = client.paginate(searchConversations, {
    query: {
      operator: 'AND',
      value: [
        { field: 'created_at', operator: '>', value: since },
        { field: 'state', operator: '=', value: 'open' },
        { field: 'admin_assignee_id', operator: '=', value: 0 },
        ...words,
      ],
    },
  });
  for await (const { id = '' } of found) {
    const { conversation_parts, contacts } = await client.call(getConversation, { conversation_id: id });
    const parts = conversation_parts?.conversation_parts ?? [];
    if (contacts?.contacts?.length === 0 || parts.some(({ author }) => author?.type === 'admin')) {
      leftOut.push(id);
      continue;
    }
    await client.call(replyToConversation, {
      conversation_id: id,
      message_type: 'comment',
      type: 'admin',
      admin_id: adminId,
      body: `<p>These steps bring you back in:</p>${steps}<p>All of it: <a href="${article.url}">${article.title}</a></p>`,
    });
    answered.push(id);
  }
  return { article: article.id, answered, leftOut };
}

async function bestArticle(client: Client, phrase: string) {
  const { result } = await client.call(searchArticles, { phrase, state: 'published', limit: 1 });
  return result[0];
}
