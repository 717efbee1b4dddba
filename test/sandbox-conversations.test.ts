import { expect, test } from 'vitest';
import { conversations, deletedConversations } from '../sandbox/model/conversations.ts';
import { contacts, visitors } from '../sandbox/model/people.ts';
import { tickets } from '../sandbox/model/tickets.ts';
import { conversationSandbox, ids, NOW, putTicket, putTicketType } from './sandbox-conversations-fixture.ts';

test('a contact begins a conversation, which is listed first and read in full', async () => {
  const { ask, refusal, contact, row } = conversationSandbox();
  const message = await ask('POST', '/conversations', {
    from: { type: 'user', id: ids.rosa },
    body: 'Two < three\n\nBye',
    attachment_urls: ['https://elmgarage.example/a%20b/bill.pdf?x=1'],
  });
  expect(message).toMatchObject({ type: 'user_message', message_type: 'inapp', body: 'Two < three\n\nBye' });
  const { conversation_id: id } = message;
  expect(contact(ids.rosa).last_replied_at).toBe(NOW);
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
      author: { type: 'user', id: ids.rosa, name: 'Rosa Lima' },
      attachments: [{ name: 'bill.pdf', content_type: 'application/pdf' }],
    },
    contacts: { contacts: [{ type: 'contact', id: ids.rosa, external_id: 'elm-9' }] },
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
  expect(await refusal('POST', '/conversations', { from: { type: 'user', id: ids.rosa } })).toMatch(/^400/);
  contact(ids.rosa).blocked = true;
  expect(await refusal('POST', '/conversations', { from: { type: 'user', id: ids.rosa }, body: 'Hi' })).toBe(
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
      author: { type: 'user', id: ids.rosa, name: 'Rosa Lima', email: 'rosa@elmgarage.example' },
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
    company_id: ids.company,
    custom_attributes: { topic: 'Billing', seats: 4 },
  });
  expect(changed).toMatchObject({
    title: 'Invoice',
    read: true,
    updated_at: NOW + 60,
    company: { id: ids.company, company_id: 'elm-garage', name: 'Elm Garage' },
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

test('contacts join and leave, but the last one stays', async () => {
  const { ask, begin, refusal, workspace, row } = conversationSandbox();
  const { id } = begin();
  const path = `/conversations/${id}/customers`;
  const joined = await ask('POST', path, { admin_id: ids.ann, customer: { user_id: 'elm-11' } });
  expect(joined.contacts.contacts.map(({ id }: { id: string }) => id)).toEqual([ids.rosa, ids.omar]);
  expect(joined.conversation_parts.conversation_parts.at(-1)).toMatchObject({
    part_type: 'participant_added',
    author: { id: ids.ann },
  });
  await ask('POST', path, { admin_id: ids.ann, customer: { intercom_user_id: ids.omar } });
  expect(row(id).parts).toHaveLength(1);
  const before = contacts(workspace).size;
  const email = 'stranger@elmgarage.example';
  await ask('POST', path, { customer: { email, customer: { intercom_user_id: ids.rosa } } });
  expect(contacts(workspace).size).toBe(before + 1);
  const stranger = contacts(workspace).find((one) => one.email === email);
  expect(stranger?.role).toBe('lead');
  expect(row(id).contact_ids).toEqual([ids.rosa, ids.omar, stranger?.id]);
  expect(row(id).parts.at(-1)?.author.id).toBe(ids.rosa);
  await ask('DELETE', `${path}/${stranger?.id}`, { admin_id: ids.ann });
  const left = await ask('DELETE', `${path}/${ids.rosa}`, { admin_id: ids.ann });
  expect(left.conversation_parts.conversation_parts.at(-1).part_type).toBe('participant_removed');
  expect(row(id).contact_ids).toEqual([ids.omar]);
  expect(await refusal('DELETE', `${path}/${ids.omar}`, { admin_id: ids.ann })).toBe('422 parameter_invalid');
  expect(await refusal('DELETE', `${path}/${ids.rosa}`, { admin_id: ids.ann })).toBe('404 not_found');
  expect(await refusal('DELETE', `${path}/${ids.omar}`, { admin_id: '1' })).toBe('404 admin_not_found');
  expect(await refusal('POST', path, { admin_id: ids.ann, customer: { user_id: 'nobody' } })).toBe('404 not_found');
  expect(await refusal('POST', path, { customer: { user_id: 'elm-11' } })).toBe('400 parameter_not_found');
  expect(row(id).contact_ids).toEqual([ids.omar]);
});

test('a part and the opening of a contact are erased; what has no text and what an admin opened are not', async () => {
  const { ask, begin, refusal, row } = conversationSandbox();
  const { id, source } = begin();
  const { conversation_parts } = await ask('POST', `/conversations/${id}/reply`, {
    type: 'admin',
    admin_id: ids.ann,
    message_type: 'comment',
    body: 'Your card number is 4242',
    attachment_files: [{ content_type: 'text/csv', data: 'YWJj', name: 'x.csv' }],
  });
  const [part] = conversation_parts.conversation_parts;
  expect(part.attachments).toMatchObject([{ name: 'x.csv', filesize: 3 }]);
  const target = { conversation_id: id, type: 'conversation_part' };
  const erased = await ask('POST', '/conversations/redact', { ...target, conversation_part_id: part.id });
  expect(erased.conversation_parts.conversation_parts[0]).toMatchObject({
    redacted: true,
    body: '<p><i>This message was deleted</i></p>',
    attachments: [],
  });
  const opening = { conversation_id: id, type: 'source', source_id: source.id };
  expect((await ask('POST', '/conversations/redact', opening)).source).toMatchObject({ redacted: true });
  expect(JSON.stringify(row(id))).not.toMatch(/4242|invoice/);
  const unknown = '404 conversation_part_or_message_not_found';
  expect(await refusal('POST', '/conversations/redact', { ...target, conversation_part_id: '1' })).toBe(unknown);
  expect(await refusal('POST', '/conversations/redact', { ...opening, conversation_id: '1' })).toBe(unknown);
  expect(await refusal('POST', '/conversations/redact', { ...opening, source_id: '1' })).toBe(unknown);
  const opened = await ask('POST', `/conversations/${id}/parts`, { message_type: 'open', admin_id: ids.ann });
  const { id: silent } = opened.conversation_parts.conversation_parts[1];
  const refused = '422 conversation_part_not_redactable';
  expect(await refusal('POST', '/conversations/redact', { ...target, conversation_part_id: silent })).toBe(refused);
  const outbound = begin('<p>News</p>', {}, true);
  const ours = { conversation_id: outbound.id, type: 'source', source_id: outbound.source.id };
  expect(await refusal('POST', '/conversations/redact', ours)).toBe(refused);
  expect(row(outbound.id).source.body).toBe('<p>News</p>');
});

test('a merge closes the one and goes on with the other', async () => {
  const { ask, begin, refusal, row } = conversationSandbox();
  const [secondary, primary] = [begin(), begin('<p>Again</p>', { contact_ids: [ids.omar] })];
  const path = `/conversations/${secondary.id}/merge`;
  expect(await refusal('POST', path, { merge_into_conversation_id: Number(secondary.id) })).toBe('422 merge_failed');
  expect(await refusal('POST', path, { merge_into_conversation_id: 1 })).toBe('422 merge_failed');
  expect(await refusal('POST', path, { merge_into_conversation_id: 'x y' })).toMatch(/^4/);
  const merged = await ask('POST', path, { merge_into_conversation_id: Number(primary.id) });
  expect(merged).toMatchObject({
    id: primary.id,
    state: 'open',
    linked_objects: { data: [{ type: 'conversation', id: secondary.id, category: null }] },
  });
  expect(merged.conversation_parts.conversation_parts[0].part_type).toBe('merged_primary_conversation');
  expect(row(primary.id).contact_ids).toEqual([ids.omar, ids.rosa]);
  expect(row(secondary.id)).toMatchObject({ state: 'closed', waiting_since: null, merged_into: primary.id });
  expect(await refusal('POST', path, { merge_into_conversation_id: Number(primary.id) })).toBe('422 merge_failed');
  await ask('DELETE', `/conversations/${secondary.id}`);
  expect((await ask('GET', `/conversations/${primary.id}`)).linked_objects.total_count).toBe(0);
});

test('a conversation becomes a ticket of a type for customers', async () => {
  const { ask, begin, refusal, workspace } = conversationSandbox();
  const { id } = begin();
  putTicketType(workspace, '9990302', 'Customer');
  putTicketType(workspace, '9990303', 'Tracker');
  const path = `/conversations/${id}/convert`;
  expect(await refusal('POST', path, { ticket_type_id: '9990303' })).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, { ticket_type_id: '1' })).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, { ticket_type_id: '9990302', ticket_state_id: '99903039' })).toBe(
    '400 parameter_invalid',
  );
  expect(await refusal('POST', '/conversations/1/convert', { ticket_type_id: '9990302' })).toBe('404 not_found');
  expect(tickets(workspace).has(id)).toBe(false);
  const ticket = await ask('POST', path, { ticket_type_id: '9990302', attributes: { _default_title_: 'Lost' } });
  expect(ticket).toMatchObject({
    type: 'ticket',
    category: 'Customer',
    ticket_state: { category: 'submitted' },
    ticket_attributes: { _default_title_: 'Lost' },
    contacts: { contacts: [{ id: ids.rosa }] },
    created_at: NOW - 3600,
  });
  expect(ticket.ticket_parts.ticket_parts.map(({ part_type }: { part_type: string }) => part_type)).toEqual([
    'comment',
    'ticket_state_updated_by_admin',
  ]);
  expect((await ask('GET', `/conversations/${id}`)).linked_objects.data).toEqual([
    { type: 'ticket', id: ticket.id, category: 'Customer' },
  ]);
  expect(await refusal('POST', path, { ticket_type_id: '9990302' })).toBe('400 parameter_invalid');
});

test('pauses and side conversations are read', async () => {
  const { ask, begin, refusal } = conversationSandbox();
  const conversation = begin();
  expect(await ask('GET', `/conversations/${conversation.id}/handling_events`)).toEqual({ handling_events: [] });
  conversation.handling_events = [{ type: 'paused', at: NOW, admin_id: ids.ann, reason: 'Away' }];
  expect((await ask('GET', `/conversations/${conversation.id}/handling_events`)).handling_events).toEqual([
    {
      type: 'paused',
      timestamp: '2026-11-25T12:00:00Z',
      reason: 'Away',
      teammate: { type: 'admin', id: Number(ids.ann), name: 'Ann', email: 'ann@fernhill.example' },
    },
  ]);
  const { parts } = begin();
  conversation.side_conversations = ['8801', '8802'].map((id) => ({ id, parts }));
  expect(await ask('GET', `/conversations/${conversation.id}/side_conversations?per_page=1&page=2`)).toMatchObject({
    type: 'side_conversation.list',
    total_count: 2,
    pages: { page: 2, per_page: 1, total_pages: 2 },
    side_conversations: [{ side_conversation_id: '8802', conversation_parts: [], total_count: 0 }],
  });
  expect(await refusal('GET', '/conversations/1/side_conversations')).toBe('404 not_found');
  expect(await refusal('GET', '/conversations/1/handling_events')).toBe('404 not_found');
});
