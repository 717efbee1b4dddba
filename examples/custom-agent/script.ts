import type { Script } from '../scripted-model.ts';

/** What the scripted model says: it triages as Claude would, and replies to each customer in the name of an admin. */
export function* triageScript(adminId: string): Script {
  const [found = ''] = yield {
    text: 'I look for new conversations about passwords that nobody has taken.',
    calls: [
      {
        name: 'list_all_intercom_search_conversations',
        args: {
          query: {
            operator: 'AND',
            value: [
              { field: 'source.body', operator: '~', value: 'password' },
              { field: 'source.body', operator: '~', value: 'reset' },
              { field: 'created_at', operator: '>', value: 'now-24h' },
              { field: 'admin_assignee_id', operator: '=', value: 0 },
              { field: 'open', operator: '=', value: true },
            ],
          },
        },
      },
    ],
  };
  const ids = idsIn(found);
  const [article = ''] = yield {
    text: `${ids.length} conversations. The Help Center should have the steps.`,
    calls: [
      { name: 'list_all_intercom_articles_search', args: { phrase: 'reset password', state: 'published', limit: 1 } },
    ],
  };
  const [title] = /(?<="title":")[^"]*/.exec(article) ?? [''];
  const results = yield {
    text: `The article is called ${title}. I propose a reply to each.`,
    calls: ids.map((conversation_id) => ({
      name: 'intercom_conversations_reply',
      args: {
        conversation_id,
        message_type: 'comment',
        type: 'admin',
        admin_id: adminId,
        body: `These steps bring you back in: **${title}**.`,
      },
    })),
  };
  const sent = results.filter((result) => !result.includes('the user said no')).length;
  yield { text: `${sent} of ${ids.length} were sent.` };
}

function idsIn(answer: string): string[] {
  const [line = '{}'] = answer.split('\n');
  const { result = [] }: { result?: { id: string }[] } = JSON.parse(line);
  return result.map(({ id }) => id);
}
