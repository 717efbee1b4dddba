import { describe, expect, test } from 'vitest';
import { loadTool } from '../../../intercom/catalog.ts';
import { intercomProfile as profile } from '../../../intercom/profile.ts';
import { createClient } from '../../../runtime/client.ts';
import { record, TOKEN } from '../../support/recorder.ts';

const now = () => Date.UTC(2026, 10, 28, 9);
const iso = '2026-12-14T09:00:00Z';
const seconds = 1_797_238_800;
const close = { conversation_id: '5', message_type: 'close', admin_id: '7' };
const snooze = { conversation_id: '5', message_type: 'snoozed', admin_id: '7' };
const reply = { conversation_id: '5', message_type: 'comment', type: 'admin', admin_id: '7', body: 'Hi' };
const contact = '6762f2341bb69f9f2193bc17';

/** What a model gave, what Intercom gets of it, and what the model is told; null for nothing. */
const rows: readonly (readonly [tool: string, given: object, sent: object, said: string | null])[] = [
  [
    'intercom_conversations_manage',
    { ...snooze, snoozed_until: seconds * 1000 },
    { snoozed_until: seconds },
    `became ${seconds} (${iso})`,
  ],
  ['intercom_conversations_manage', { ...snooze, snoozed_until: iso }, { snoozed_until: seconds }, `became ${seconds}`],
  [
    'intercom_conversations_manage',
    { ...snooze, snoozed_until: 'now+3d' },
    { snoozed_until: 1_796_115_600 },
    '2026-12-01T09:00:00Z',
  ],
  ['intercom_conversations_manage', { ...snooze, snoozed_until: String(seconds) }, { snoozed_until: seconds }, iso],
  ['intercom_conversations_manage', close, { type: 'admin' }, 'type: "admin" was filled in'],
  [
    'intercom_conversations_manage',
    { conversation_id: '5', message_type: 'assignment', type: 'admin', admin_id: 7, assignee_id: null },
    { assignee_id: '0', admin_id: '7' },
    'assignee_id: null became "0"',
  ],
  [
    'update_a_intercom_ticket_by_id',
    { ticket_id: '1', assignee_id: null, admin_id: 5 },
    { assignee_id: '0', admin_id: 5 },
    'assignee_id: null became "0"',
  ],
  [
    'update_a_intercom_ticket_by_id',
    { ticket_id: 5, assignee_id: 7, open: 'no' },
    { assignee_id: '7', open: false },
    'open: "no" became false',
  ],
  [
    'intercom_conversations_reply',
    { ...reply, attachment_urls: '["https://a.example/x.png"]' },
    { attachment_urls: ['https://a.example/x.png'] },
    'attachment_urls: ',
  ],
  [
    'intercom_conversations_reply',
    {
      conversation_id: '5',
      message_type: 'quick_reply',
      type: 'user',
      intercom_user_id: contact,
      reply_options: [{ text: 'Yes', uuid: 'u' }],
    },
    { reply_options: [{ text: 'Yes', uuid: 'u' }] },
    null,
  ],
  [
    'update_a_intercom_contact_by_id',
    { contact_id: contact, custom_attributes: '{"plan":"pro"}' },
    { custom_attributes: { plan: 'pro' } },
    'custom_attributes: JSON text',
  ],
  [
    'update_a_intercom_contact_by_id',
    { contact_id: contact, unsubscribed_from_emails: 'true' },
    { unsubscribed_from_emails: true },
    'became true',
  ],
  [
    'update_a_intercom_contact_by_id',
    { contact_id: contact, signed_up_at: iso, owner_id: null },
    { signed_up_at: seconds },
    'signed_up_at: ',
  ],
  [
    'create_a_intercom_message',
    {
      message_type: 'whatsapp',
      from: { type: 'admin', id: 7 },
      to: { phone: 15551234567 },
      template: 't',
      components: [],
    },
    { to: { phone: '15551234567' } },
    null,
  ],
  [
    'create_a_intercom_article',
    {
      title: 'T',
      author_id: '7',
      translated_content: { type: 'article_translated_content', fr: { title: 'T', author_id: '7' } },
    },
    { author_id: 7, translated_content: { fr: { title: 'T', author_id: 7 } } },
    null,
  ],
];

describe('what a model says is what is sent', () => {
  test.each(rows)('%s %j', async (name, given, sent, said) => {
    await using server = await record(() => ({ body: { type: 'x', id: '1' } }));
    const client = createClient({ profile, token: TOKEN, baseUrl: server.url, now });
    const tool = (await loadTool(name)) ?? expect.fail(name);
    const { repairs = [] } = await client.exchange(tool, { ...given, toolCallId: 'call_1', sessionId: 's' });
    expect(JSON.parse(server.requests[0]?.body ?? 'null')).toMatchObject(sent);
    expect(server.requests[0]?.body).not.toContain('call_1');
    expect(repairs.join('\n')).toContain(said ?? '');
    if (said === null) expect(repairs).toEqual([]);
  });

  test('in the query too: digits where text is sent, a list, a page size', async () => {
    await using server = await record(() => ({ body: { activity_logs: [], data: [] } }));
    const client = createClient({ profile, token: TOKEN, baseUrl: server.url, now });
    const logs = (await loadTool('list_all_intercom_admins_activity_logs')) ?? expect.fail();
    await client.exchange(logs, { created_at_after: 'now-24h', limit: '5', fields: 'id,activity_type' });
    expect(server.requests[0]?.query.get('created_at_after')).toBe('1795770000');
    expect(server.requests[0]?.query.get('per_page')).toBe('5');
  });

  test('a program may give a Date, and its types say so', async () => {
    await using server = await record(() => ({ body: {} }));
    const client = createClient({ profile, token: TOKEN, baseUrl: server.url, now });
    const { manageConversation } = await import('../../../generated/intercom/tools/conversations.ts');
    const at = new Date(seconds * 1000);
    await client.call(manageConversation, {
      conversation_id: 5,
      message_type: 'snoozed',
      admin_id: 7,
      snoozed_until: at,
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ snoozed_until: seconds });
  });
});

test('two thousand ids in a search are one line', async () => {
  await using server = await record(() => ({ body: { conversations: [], pages: {} } }));
  const client = createClient({ profile, token: TOKEN, baseUrl: server.url, now });
  const tool = (await loadTool('list_all_intercom_search_conversations')) ?? expect.fail();
  const value = Array.from({ length: 2000 }, (_, at) => at + 1);
  const { repairs } = await client.exchange(tool, { query: { field: 'id', operator: 'IN', value } });
  expect(repairs).toEqual(['query.value[0]: 1 became "1", and 1,999 more of the list likewise']);
});
