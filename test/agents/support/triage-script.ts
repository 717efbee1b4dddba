import assert from 'node:assert/strict';
import { isRecord } from '../../../runtime/value/value.ts';
import { cast } from '../../../sandbox/index.ts';
import type { Result, Script } from './script.ts';

/** Workflow 1 as a model goes about it, with a mistake that it corrects, calls side by side, and a text at the end. */
export function* triageScript(onRefusal: (refused: Result | undefined) => void): Script {
  const search = (field: string) => ({
    name: 'list_all_intercom_search_conversations',
    args: {
      query: {
        operator: 'and',
        value: [
          { field, operator: '~', value: 'password' },
          { field: 'source.body', operator: '~', value: 'reset' },
          { field: 'created_at', operator: '>', value: 'now-24h' },
          { field: 'admin_assignee_id', operator: '=', value: null },
          { field: 'open', operator: '=', value: true },
        ],
      },
    },
  });
  const [refused] = yield { text: 'Looking for them.', calls: [search('source.bodie')] };
  onRefusal(refused);

  const [found] = yield { calls: [search('source.body')] };
  assert.notEqual(found?.isError, true);
  // What was repaired is said.
  assert.match(found?.text ?? '', /and.*AND/s);
  const ids = idsIn(found).toSorted();
  const read = yield {
    calls: [
      ...ids.map((conversation_id) => ({ name: 'get_single_intercom_conversation_by_id', args: { conversation_id } })),
      { name: 'list_all_intercom_articles_search', args: { phrase: 'reset password', state: 'published' } },
    ],
  };
  const answered = read.slice(0, -1).map(({ text }) => text.includes('"admin"'));
  assert.match(read.at(-1)?.text ?? '', new RegExp(cast.articles.passwordReset));
  const open = ids.filter((_, at) => answered[at] === false);
  const replies = yield {
    calls: open.map((conversation_id) => ({
      name: 'intercom_conversations_reply',
      args: {
        conversation_id,
        message_type: 'comment',
        type: 'admin',
        admin_id: cast.admins.maya,
        body: 'Choose **Forgot password** on the login page.',
      },
    })),
  };
  for (const reply of replies) assert.notEqual(reply.isError, true, reply.text);
  yield { text: `Answered ${open.length} conversations.` };
}

function idsIn(result: Result | undefined): string[] {
  // The first line is the answer in JSON, notes come after it.
  const [line = ''] = (result?.text ?? '').split('\n');
  const { result: items }: { result: unknown[] } = JSON.parse(line);
  return items.flatMap((item) => (isRecord(item) && typeof item.id === 'string' ? [item.id] : []));
}
