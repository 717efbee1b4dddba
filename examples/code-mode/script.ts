import assert from 'node:assert/strict';
import type { Script } from '../scripted-model.ts';

/** What the scripted model does: it looks up the functions once, and does the rest in one program. */
export function* triageByProgram(adminId: string): Script {
  const [functions = ''] = yield {
    calls: [
      { name: 'search_tools', args: { query: 'search conversations, reply to a conversation, search articles' } },
    ],
  };
  assert.match(functions, /replyToConversation\(/);

  const [answer = ''] = yield { calls: [{ name: 'run_code', args: { code: program(adminId) } }] };
  const { replied }: { replied: string[] } = JSON.parse(answer.split('\n')[0] ?? '');
  yield { text: `Answered ${replied.toSorted().join(', ')}.` };
}

function program(adminId: string): string {
  return `
const words = ['password', 'reset'].map((value) => ({ field: 'source.body', operator: '~', value }));
const { result: open } = await intercom.searchConversations({
  query: { operator: 'AND', value: [
    ...words,
    { field: 'created_at', operator: '>', value: 'now-24h' },
    { field: 'open', operator: '=', value: true },
    { field: 'admin_assignee_id', operator: '=', value: 0 },
  ] },
});
const { result: [article] } = await intercom.searchArticles({ phrase: 'reset password', state: 'published', limit: 1 });
const replied = [];
for (const { id } of open) {
  await intercom.replyToConversation({
    conversation_id: id, message_type: 'comment', type: 'admin', admin_id: '${adminId}',
    body: 'The steps are in **' + article.title + '**.',
  });
  replied.push(id);
}
return { article: article.id, replied };`;
}
