import type { CallTool } from './transcript.ts';

/** Answers new, unassigned conversations whose first message has these words; resolves to the ids of those answered. */
export async function triageOverMcp(
  callTool: CallTool,
  { words, adminId }: { words: readonly string[]; adminId: string },
): Promise<string[]> {
  const { result: conversations } = await callTool('list_all_intercom_search_conversations', {
    query: {
      operator: 'AND',
      value: [
        { field: 'created_at', operator: '>', value: 'now-24h' },
        { field: 'state', operator: '=', value: 'open' },
        { field: 'admin_assignee_id', operator: '=', value: 0 },
        ...words.map((value) => ({ field: 'source.body', operator: '~', value })),
      ],
    },
  });
  for (const { id } of conversations) await callTool('get_single_intercom_conversation_by_id', { conversation_id: id });

  const { result: articles } = await callTool('list_all_intercom_articles_search', {
    phrase: words.join(' '),
    state: 'published',
    limit: 1,
    fields: ['title', 'url', 'body'],
  });
  const steps = String(articles[0]?.body).match(/^\d+\. .+$/gm) ?? [];
  if (steps.length === 0) throw new Error('The Help Center has no article with steps about it.');

  for (const { id } of conversations)
    await callTool('intercom_conversations_reply', {
      conversation_id: id,
      message_type: 'comment',
      type: 'admin',
      admin_id: adminId,
      body: `These steps bring you back in:\n${steps.join('\n')}\nAll of it: ${String(articles[0]?.url)}`,
    });
  return conversations.map(({ id }) => id);
}
