// Intercom's tools in a program of your own: one import, typed in and out, no protocol.
import assert from 'node:assert/strict';
import { createClient } from 'intercom-mcp-toolkit';
import { replyToConversation, searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';
import { standIn } from './stand-in.ts';

const intercom = await standIn({
  'POST /conversations/search': {
    type: 'conversation.list',
    conversations: [{ type: 'conversation', id: '104857392', state: 'open' }],
    pages: { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 1 },
    total_count: 1,
  },
  'POST /conversations/104857392/reply': { type: 'conversation', id: '104857392', state: 'open' },
});

// With a real workspace: createClient({ token: process.env.INTERCOM_ACCESS_TOKEN, region: 'eu' }).
const client = createClient({ token: 'none', baseUrl: intercom.baseUrl });

const yesterday = Math.floor(Date.now() / 1000) - 24 * 60 * 60;
const { result, next_cursor } = await client.call(searchConversations, {
  query: {
    operator: 'AND',
    value: [
      { field: 'created_at', operator: '>', value: yesterday },
      { field: 'state', operator: '=', value: 'open' },
      { field: 'admin_assignee_id', operator: '=', value: 0 },
    ],
  },
});
for (const { id } of result) {
  assert(id !== undefined);
  await client.call(replyToConversation, {
    conversation_id: id,
    message_type: 'comment',
    type: 'admin',
    admin_id: 149302,
    body: 'Your refund was processed.',
  });
}

assert.deepEqual(
  result.map(({ id, state }) => ({ id, state })),
  [{ id: '104857392', state: 'open' }],
);
assert.equal(next_cursor, null);
assert.deepEqual(intercom.received[1], {
  method: 'POST',
  url: '/conversations/104857392/reply',
  version: '2.16',
  body: { message_type: 'comment', type: 'admin', admin_id: '149302', body: 'Your refund was processed.' },
});
intercom.close();
console.log(`Replied to ${result.length} open, unassigned conversation.`);
