import { expect, test } from 'vitest';
import { contacts } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { nora, omar, rosa, stranger } from '../../../support/people.ts';
import { conversationSandbox, NOW, putTicketType } from './support/fixture.ts';

test('contacts join and leave, but the last one stays', async () => {
  const { ask, begin, refusal, workspace, row } = conversationSandbox();
  const { id } = begin();
  const path = `/conversations/${id}/customers`;
  const joined = await ask('POST', path, { admin_id: nora.id, customer: { user_id: omar.external_id } });
  expect(joined.contacts.contacts.map(({ id }: { id: string }) => id)).toEqual([rosa.id, omar.id]);
  expect(joined.conversation_parts.conversation_parts.at(-1)).toMatchObject({
    part_type: 'participant_added',
    author: { id: nora.id },
  });
  await ask('POST', path, { admin_id: nora.id, customer: { intercom_user_id: omar.id } });
  expect(row(id).parts).toHaveLength(1);
  const before = contacts(workspace).size;
  const { email } = stranger;
  await ask('POST', path, { customer: { email, customer: { intercom_user_id: rosa.id } } });
  expect(contacts(workspace).size).toBe(before + 1);
  const added = contacts(workspace).find((one) => one.email === email);
  expect(added?.role).toBe('lead');
  expect(row(id).contact_ids).toEqual([rosa.id, omar.id, added?.id]);
  expect(row(id).parts.at(-1)?.author.id).toBe(rosa.id);
  await ask('DELETE', `${path}/${added?.id}`, { admin_id: nora.id });
  const left = await ask('DELETE', `${path}/${rosa.id}`, { admin_id: nora.id });
  expect(left.conversation_parts.conversation_parts.at(-1).part_type).toBe('participant_removed');
  expect(row(id).contact_ids).toEqual([omar.id]);
  expect(await refusal('DELETE', `${path}/${omar.id}`, { admin_id: nora.id })).toBe('422 parameter_invalid');
  expect(await refusal('DELETE', `${path}/${rosa.id}`, { admin_id: nora.id })).toBe('404 not_found');
  expect(await refusal('DELETE', `${path}/${omar.id}`, { admin_id: '1' })).toBe('404 admin_not_found');
  expect(await refusal('POST', path, { admin_id: nora.id, customer: { user_id: 'nobody' } })).toBe('404 not_found');
  expect(await refusal('POST', path, { customer: { user_id: omar.external_id } })).toBe('400 parameter_not_found');
  expect(row(id).contact_ids).toEqual([omar.id]);
});

test('a part and the opening of a contact are erased; what has no text and what an admin opened are not', async () => {
  const { ask, begin, refusal, row } = conversationSandbox();
  const { id, source } = begin();
  const { conversation_parts } = await ask('POST', `/conversations/${id}/reply`, {
    type: 'admin',
    admin_id: nora.id,
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
  const opened = await ask('POST', `/conversations/${id}/parts`, { message_type: 'open', admin_id: nora.id });
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
  const [secondary, primary] = [begin(), begin('<p>Again</p>', { contact_ids: [omar.id] })];
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
  expect(row(primary.id).contact_ids).toEqual([omar.id, rosa.id]);
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
    contacts: { contacts: [{ id: rosa.id }] },
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
  conversation.handling_events = [{ type: 'paused', at: NOW, admin_id: nora.id, reason: 'Away' }];
  expect((await ask('GET', `/conversations/${conversation.id}/handling_events`)).handling_events).toEqual([
    {
      type: 'paused',
      timestamp: '2026-11-25T12:00:00Z',
      reason: 'Away',
      teammate: { type: 'admin', id: Number(nora.id), name: nora.name, email: nora.email },
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
