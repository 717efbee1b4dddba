import { expect, test } from 'vitest';
import { articles } from '../../../../sandbox/model/knowledge.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const now = START / 1000;
const from = { type: 'admin', id: Number(cast.admins.priya) };
const to = { type: 'user', id: cast.contacts.amara };
const inApp = { message_type: 'in_app', body: 'Welcome back', from, to };
const email = { ...inApp, message_type: 'email', subject: 'Hello', template: 'plain' };
function changed(sandbox: TestSandbox, name: string) {
  return sandbox.changes().filter(({ table }) => table === name);
}

test('a message is kept and opens no conversation by itself', async () => {
  const sandbox = testSandbox();
  const { status, body } = await sandbox.call('POST', '/messages', email);
  expect([status, body]).toMatchObject([
    200,
    { type: 'admin_message', message_type: 'email', subject: 'Hello', body: 'Welcome back', created_at: now },
  ]);
  expect(body).not.toHaveProperty('conversation_id');
  expect(changed(sandbox, 'conversations')).toEqual([]);
  expect(changed(sandbox, 'messages')).toMatchObject([{ after: { contact_ids: [to.id], from_id: cast.admins.priya } }]);
  expect(changed(sandbox, 'contacts')).toContainEqual(
    expect.objectContaining({ id: to.id, at: 'last_contacted_at', after: now }),
  );
});

test('a message opens a conversation with each recipient where that is asked for', async () => {
  const sandbox = testSandbox();
  const both = [to, { type: 'user', id: cast.contacts.sofia }];
  const asked = { ...inApp, to: both, create_conversation_without_contact_reply: true };
  const { body } = await sandbox.call('POST', '/messages', asked);
  const { conversation_id } = body as { conversation_id: string };
  const opened = changed(sandbox, 'conversations');
  expect(opened.map(({ id }) => id)).toContain(conversation_id);
  expect(opened).toMatchObject([
    { after: { contact_ids: [cast.contacts.amara], state: 'open', admin_assignee_id: from.id } },
    { after: { contact_ids: [cast.contacts.sofia], source: { delivered_as: 'admin_initiated' } } },
  ]);
});

test.each([
  [{ ...inApp, body: ' ' }, 400, 'parameter_invalid'],
  [{ ...email, subject: '' }, 422, 'parameter_not_found'],
  [{ ...email, template: 'fancy' }, 400, 'parameter_invalid'],
  [{ ...inApp, from: { type: 'admin', id: 1 } }, 400, 'parameter_invalid'],
  [{ ...inApp, to: { type: 'user', id: 'nobody' } }, 400, 'parameter_invalid'],
  [{ ...email, cc: { type: 'user', id: 'nobody' } }, 400, 'parameter_invalid'],
  [{ ...inApp, to: [] }, 400, 'parameter_invalid'],
  [
    { message_type: 'whatsapp', from, to: { phone: '087 123' }, template: 'reminder', components: [] },
    400,
    'parameter_invalid',
  ],
  [
    {
      message_type: 'whatsapp',
      from,
      to: { phone: '+353871234567' },
      cc: { type: 'user', id: 'nobody' },
      template: 'reminder',
      components: [],
    },
    400,
    'parameter_invalid',
  ],
])('a message is refused and changes nothing: %j', async (body, status, code) => {
  const sandbox = testSandbox();
  const answer = await sandbox.call('POST', '/messages', body);
  expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
  expect(sandbox.changes()).toEqual([]);
});

test('a WhatsApp message makes its contact and is delivered and read as time passes', async () => {
  const sandbox = testSandbox();
  const phone = '+353871234567';
  const asked = { message_type: 'whatsapp', from, to: { phone, name: 'Nora' }, template: 'reminder', components: [] };
  const { status, body } = await sandbox.call('POST', '/messages', asked);
  expect(status).toBe(200);
  const { id, conversation_id } = body as { id: string; conversation_id: string };
  expect(changed(sandbox, 'contacts')).toMatchObject([{ after: { phone, name: 'Nora', role: 'lead' } }]);
  const list = (await sandbox.call('GET', `/messages/status?ruleset_id=${id}`)).body;
  expect(list).toMatchObject({ ruleset_id: id, total_count: 1, events: [{ status: 'sent', conversation_id }] });
  const { events } = list as { events: { whatsapp_message_id: string }[] };
  const path = `/messages/whatsapp/status?message_id=${events[0]?.whatsapp_message_id}`;
  sandbox.pass(10);
  expect((await sandbox.call('GET', path)).body).toMatchObject({ status: 'delivered', updated_at: now + 5 });
  sandbox.pass(60);
  expect((await sandbox.call('GET', path)).body).toMatchObject({ status: 'read', template_name: 'reminder' });
  await sandbox.call('POST', '/messages', asked);
  expect(changed(sandbox, 'contacts')).toHaveLength(1);
});

test('statuses of a ruleset are paged, and refused in their own envelope', async () => {
  const sandbox = testSandbox();
  const { body } = await sandbox.call('GET', '/messages/status?ruleset_id=5501&per_page=2');
  const { pages } = body as { pages: { next: { starting_after: string } } };
  expect(body).toMatchObject({ total_count: 3, events: [{ status: 'read' }, { status: 'read' }] });
  const next = `&starting_after=${encodeURIComponent(pages.next.starting_after)}`;
  const rest = await sandbox.call('GET', `/messages/status?ruleset_id=5501&per_page=2${next}`);
  expect(rest.body).toMatchObject({ events: [{ status: 'failed' }], pages: { next: null } });
  const failed = (rest.body as { events: { whatsapp_message_id: string }[] }).events[0]?.whatsapp_message_id;
  const one = await sandbox.call('GET', `/messages/whatsapp/status?message_id=${failed}`);
  expect(one.body).toMatchObject({ status: 'failed', error: { message: 'Undeliverable' } });
  const refused = await sandbox.call('GET', '/messages/status?ruleset_id=none');
  expect(refused).toMatchObject({ status: 400, body: { type: 'error', message: 'ruleset_id must be a number' } });
  expect(refused.body).toMatchObject({ request_id: refused.headers.get('x-request-id') });
});

function said(body: string, more: object = {}) {
  return {
    conversation_id: 'ext-1',
    message: { author: 'user', body, timestamp: '2026-11-25T12:00:00Z' },
    user: { id: 'u-7', attributes: { plan: 'Team', nested: { a: 1 } } },
    ...more,
  };
}

test('Fin answers from an article, hands over, and is rated once it asks', async () => {
  const sandbox = testSandbox();
  const rate = (rating: string, remark?: string) =>
    sandbox.call('POST', '/fin/csat', { conversation_id: 'ext-1', rating, remark });
  expect(await rate('good')).toMatchObject({ status: 422, body: { errors: { conversation_id: expect.any(String) } } });
  const texts = { title: 'Zeppelin parking', description: 'Where airships may land.', body: '<p>On the roof.</p>' };
  const stamps = { created_at: now, updated_at: now };
  articles(sandbox.workspace).put({
    id: '999001',
    ...texts,
    ...stamps,
    author_id: from.id,
    state: 'published',
    default_locale: 'en',
    parent_ids: [],
    translations: {},
    draft: null,
    versions: [],
    statistics: {
      views: 0,
      conversations: 0,
      reactions: 0,
      happy: 0,
      neutral: 0,
      sad: 0,
      fin_involvements: 0,
      fin_resolutions: 0,
    },
    tags: [],
    content_id: '999002',
    created_by_id: from.id,
    updated_by_id: from.id,
    audience_ids: [],
    scheduled_publish_at: null,
    scheduled_unpublish_at: null,
    ai_chatbot_availability: true,
    ai_copilot_availability: true,
    ai_sales_agent_availability: false,
  });
  const started = await sandbox.call('POST', '/fin/start', said('Zeppelin parking, please'));
  expect(started).toMatchObject({
    status: 200,
    body: { conversation_id: 'ext-1', user_id: 'u-7', status: 'thinking', created_at_ms: '2026-11-25T12:00:00.000Z' },
  });
  expect(started.body).toMatchObject({ errors: { user: { attributes: { nested: expect.any(String) } } } });
  const [session] = changed(sandbox, 'fin_sessions');
  expect(session?.after).toMatchObject({
    article_ids: ['999001'],
    messages: [{ author: 'user' }, { author: 'fin', body: 'Zeppelin parking: Where airships may land.' }],
  });
  expect((await rate('good')).status).toBe(422);
  const thanks = await sandbox.call('POST', '/fin/reply', said('Thanks, that works'));
  expect(thanks.body).toMatchObject({ status: 'resolved' });
  expect((await sandbox.call('POST', '/fin/reply', said('And another thing'))).status).toBe(400);
  expect((await rate('ok')).body).toEqual({ conversation_id: 'ext-1', rating: 'ok', status: 'rated' });
  expect((await rate('amazing', 'Quick')).status).toBe(200);
  expect(await rate('bad')).toMatchObject({ status: 422, body: { errors: { rating: expect.any(String) } } });
  expect(changed(sandbox, 'fin_sessions')).toMatchObject([{ after: { csat: { rating: 'amazing', remark: 'Quick' } } }]);
});

test('Fin passes on who asks for a person', async () => {
  const sandbox = testSandbox();
  await sandbox.call('POST', '/fin/start', said('Hm'));
  const { body } = await sandbox.call('POST', '/fin/reply', said('I want to talk to a person'));
  expect(body).toMatchObject({ status: 'escalated' });
});

test.each([
  ['/fin/start', said('Hi', { conversation_id: ' ' })],
  ['/fin/start', said('Hi', { conversation_id: 'known' })],
  ['/fin/start', said('Hi', { attachments: [{ type: 'file', name: 'a.png' }] })],
  ['/fin/reply', said('Hi')],
  ['/fin/reply', said('Hi', { conversation_id: 'known', user: { id: 'someone else' } })],
])('%s is refused: %j', async (path, body) => {
  const sandbox = testSandbox();
  await sandbox.call('POST', '/fin/start', said('Hello', { conversation_id: 'known' }));
  const before = sandbox.snapshot();
  const answer = await sandbox.call('POST', path, body);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'parameter_invalid' }] } });
  expect(sandbox.snapshot()).toEqual(before);
});

test('a conversation may have any text as its id', async () => {
  const sandbox = testSandbox();
  const { status, body } = await sandbox.call('POST', '/fin/start', said('Hello', { conversation_id: 'half \ud83d' }));
  expect([status, body]).toMatchObject([200, { conversation_id: 'half \ud83d' }]);
});
