import { expect, test } from 'vitest';
import { conversations, deletedConversations } from '../../../../sandbox/model/conversations.ts';
import { visitors } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { elmGarage, rosa } from '../../../support/people.ts';
import { conversationSandbox, NOW, putTicket, putTicketType } from './support/fixture.ts';

test('a contact begins a conversation, which is listed first and read in full', async () => {
  const { ask, refusal, contact, row } = conversationSandbox();
  const message = await ask('POST', '/conversations', {
    from: { type: 'user', id: rosa.id },
    body: 'Two < three\n\nBye',
    attachment_urls: ['https://elmgarage.example/a%20b/bill.pdf?x=1'],
  });
  expect(message).toMatchObject({ type: 'user_message', message_type: 'inapp', body: 'Two < three\n\nBye' });
  const { conversation_id: id } = message;
  expect(contact(rosa.id).last_replied_at).toBe(NOW);
  expect(row(id)).toMatchObject({ state: 'open', read: false, waiting_since: NOW, admin_assignee_id: 0 });
  const listed = await ask('GET', '/conversations?per_page=1');
  expect(listed.type).toBe('conversation.list');
  expect(listed.conversations).toHaveLength(1);
  expect(listed.conversations[0].id).toBe(id);
  expect(listed.conversations[0]).not.toHaveProperty('conversation_parts');
  const read = await ask('GET', `/conversations/${id}`);
  expect(read).toMatchObject({
    source: {
      type: 'conversation',
      delivered_as: 'customer_initiated',
      body: '<p>Two &lt; three</p>\n<p>Bye</p>',
      author: { type: 'user', id: rosa.id, name: rosa.name },
      attachments: [{ name: 'bill.pdf', content_type: 'application/pdf' }],
    },
    contacts: { contacts: [{ type: 'contact', id: rosa.id, external_id: rosa.external_id }] },
    first_contact_reply: { created_at: NOW },
    team_assignee_id: 0,
    open: true,
    conversation_rating: null,
    conversation_parts: { conversation_parts: [], total_count: 0 },
    channel: { initial: 'messenger' },
  });
  expect(await refusal('POST', '/conversations', { from: { type: 'user', id: 'nobody' }, body: 'Hi' })).toBe(
    '404 not_found',
  );
  expect(await refusal('POST', '/conversations', { from: { type: 'user', id: rosa.id } })).toMatch(/^400/);
  contact(rosa.id).blocked = true;
  expect(await refusal('POST', '/conversations', { from: { type: 'user', id: rosa.id }, body: 'Hi' })).toBe(
    '403 action_forbidden',
  );
});

test('a visitor who writes becomes a lead', async () => {
  const { ask, workspace, contact, row } = conversationSandbox();
  const id = 'c0ffee00000000000000cc01';
  visitors(workspace).put({
    id,
    user_id: 'walk-in-77',
    name: 'Kim',
    pseudonym: 'Teal kite',
    email: '',
    created_at: NOW - 60,
    updated_at: NOW - 60,
    last_request_at: NOW,
    session_count: 1,
    location: { country: 'Ireland', region: 'Leinster', city: 'Dublin' },
    referrer: null,
    utm_campaign: null,
    utm_source: null,
    utm_medium: null,
    custom_attributes: {},
  });
  const body = { from: { type: 'contact', id: 'walk-in-77' }, body: 'Is there a trial?' };
  const { conversation_id } = await ask('POST', '/conversations', body);
  expect(visitors(workspace).has(id)).toBe(false);
  expect(contact(id)).toMatchObject({ role: 'lead', name: 'Kim', email: null, last_replied_at: NOW });
  expect(row(conversation_id).source.author).toMatchObject({ type: 'lead', id, name: 'Kim' });
  expect((await ask('GET', `/conversations/${conversation_id}`)).first_contact_reply.created_at).toBe(NOW);
});

test('lists page by cursor over everything once, last updated first', async () => {
  const { ask, begin, workspace } = conversationSandbox();
  for (let index = 0; index < 5; index += 1) begin(undefined, { updated_at: NOW + 10 + index });
  const seen: { id: string; updated_at: number }[] = [];
  let cursor = '';
  do {
    const answer = await ask('GET', `/conversations?per_page=100${cursor}`);
    seen.push(...answer.conversations);
    const next = answer.pages.next?.starting_after;
    cursor = next ? `&starting_after=${encodeURIComponent(next)}` : '';
  } while (cursor !== '');
  expect(new Set(seen.map(({ id }) => id)).size).toBe(conversations(workspace).size);
  expect(seen).toHaveLength(conversations(workspace).size);
  const times = seen.map(({ updated_at }) => updated_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(times[0]).toBe(NOW + 14);
});

test('every conversation of the sample workspace is read as the contract has it', async () => {
  const { ask, workspace } = conversationSandbox();
  for (const { id, parts } of conversations(workspace).all()) {
    const read = await ask('GET', `/conversations/${id}?display_as=plaintext`);
    expect(read.conversation_parts.total_count).toBeGreaterThanOrEqual(parts.length);
    expect(read.source.body).not.toMatch(/<(?:p|div|br|table)\b/);
  }
});

test('plain text has no HTML, and at most the 500 newest parts come', async () => {
  const { ask, begin, refusal } = conversationSandbox();
  const conversation = begin('<p>See <a href="https://fernhill.example/x">this</a> &amp; that</p><p>Bye</p>');
  for (let index = 0; index < 503; index += 1)
    conversation.parts.push({
      id: `p${index}`,
      part_type: 'comment',
      body: `<p>No. ${index}</p>`,
      created_at: NOW - 3000 + index,
      updated_at: NOW - 3000 + index,
      assigned_to: null,
      author: { type: 'user', id: rosa.id, name: rosa.name, email: rosa.email },
      attachments: [],
      external_id: null,
      redacted: false,
      state: 'open',
    });
  const path = `/conversations/${conversation.id}`;
  const read = await ask('GET', `${path}?display_as=plaintext`);
  expect(read.source.body).toBe('See this (https://fernhill.example/x) & that\nBye');
  const { conversation_parts: parts, total_count } = read.conversation_parts;
  expect(total_count).toBe(503);
  expect(parts).toHaveLength(500);
  expect([parts[0].body, parts[499].body]).toEqual(['No. 3', 'No. 502']);
  expect((await ask('GET', path)).conversation_parts.conversation_parts[0].body).toBe('<p>No. 3</p>');
  expect(await refusal('GET', '/conversations/1')).toBe('404 not_found');
  expect(await refusal('GET', `${path}?display_as=markdown`)).toBe('400 parameter_invalid');
});

test('an update sets title, read, company and attributes, and leaves a part for each attribute', async () => {
  const { ask, begin, refusal, sandbox, row } = conversationSandbox();
  const { id } = begin();
  sandbox.pass(60);
  const changed = await ask('PUT', `/conversations/${id}`, {
    title: 'Invoice',
    read: true,
    company_id: elmGarage.id,
    custom_attributes: { topic: 'Billing', seats: 4 },
  });
  expect(changed).toMatchObject({
    title: 'Invoice',
    read: true,
    updated_at: NOW + 60,
    company: elmGarage,
    custom_attributes: { topic: 'Billing', seats: 4 },
  });
  const [first] = changed.conversation_parts.conversation_parts;
  expect(first).toMatchObject({
    part_type: 'conversation_attribute_updated_by_admin',
    event_details: { attribute: { name: 'topic' }, value: { name: 'Billing', previous: null } },
  });
  expect(changed.waiting_since).toBe(NOW - 3600);
  const again = await ask('PUT', `/conversations/${id}`, { company_id: null, custom_attributes: { topic: 'Billing' } });
  expect(again.company).toBeNull();
  expect(again.custom_attributes.topic).toBe('Billing');
  expect(again.conversation_parts.total_count).toBe(2);
  Object.assign(row(id).custom_attributes, { order: ['21'], vip: true });
  expect((await ask('GET', `/conversations/${id}`)).custom_attributes).toMatchObject({
    order: { type: 'order.list', instances: [{ id: '21' }] },
    vip: true,
  });
  expect(await refusal('PUT', `/conversations/${id}`, { company_id: 'x' })).toBe('404 company_not_found');
  expect(await refusal('PUT', '/conversations/1', { read: true })).toBe('404 not_found');
  expect(await refusal('PUT', `/conversations/${id}`, { read: 'maybe' })).toBe('400 parameter_invalid');
});

test('what is deleted is gone, is listed as deleted, and is linked no more', async () => {
  const { ask, begin, refusal, sandbox, workspace } = conversationSandbox();
  const [one, two] = [begin(), begin()];
  putTicketType(workspace, '9990301', 'Tracker');
  putTicket(workspace, '9990401', '9990301', one.id);
  expect((await ask('GET', `/conversations/${one.id}`)).linked_objects).toEqual({
    type: 'list',
    data: [{ type: 'ticket', id: '9990401', category: 'Tracker' }],
    total_count: 1,
    has_more: false,
  });
  const before = deletedConversations(workspace).size;
  expect(await ask('DELETE', `/conversations/${one.id}`)).toEqual({
    id: one.id,
    object: 'conversation',
    deleted: true,
  });
  sandbox.pass(5);
  await ask('DELETE', `/conversations/${two.id}?retain_metrics=false`);
  expect(await refusal('GET', `/conversations/${one.id}`)).toBe('404 not_found');
  expect(await refusal('DELETE', `/conversations/${one.id}`)).toBe('404 not_found');
  expect(tickets(workspace).get('9990401')?.linked_conversation_ids).toEqual([]);
  const list = await ask('GET', '/conversations/deleted?per_page=1');
  expect(list).toMatchObject({
    total_count: before + 2,
    conversations: [{ type: 'conversation', id: two.id, metrics_retained: false, deleted_at: NOW + 5 }],
  });
  expect(list.pages.next).toContain('page=2');
  expect((await ask('GET', '/conversations/deleted?per_page=1&page=2')).conversations[0]).toMatchObject({
    id: one.id,
    metrics_retained: true,
  });
  const ascending = await ask('GET', '/conversations/deleted?order=asc&per_page=60');
  expect(ascending.conversations.at(-1).id).toBe(two.id);
  expect(await refusal('GET', '/conversations/deleted?order=up')).toBe('400 parameter_invalid');
});
