import { expect, test } from 'vitest';
import type { Part } from '../../../../sandbox/model/conversations.ts';
import { nightShift, nora, omar, otis, rosa } from '../../../support/people.ts';
import { conversationSandbox, NOW } from './support/fixture.ts';

function asAdmin(body: string, more: object = {}) {
  return {
    type: 'admin',
    admin_id: nora.id,
    message_type: 'comment',
    body,
    ...more,
  };
}
function asRosa(body: string, more: object = {}) {
  return {
    type: 'user',
    intercom_user_id: rosa.id,
    message_type: 'comment',
    body,
    ...more,
  };
}
function last({ conversation_parts }: { conversation_parts: { conversation_parts: Part[] } }) {
  return conversation_parts.conversation_parts.at(-1);
}

test('an admin answers: nobody waits any more, and the contact was contacted', async () => {
  const { ask, begin, contact, row, sandbox } = conversationSandbox();
  const { id } = begin();
  sandbox.pass(60);
  const answer = await ask('POST', `/conversations/${id}/reply`, asAdmin('It is attached'));
  expect(last(answer)).toMatchObject({
    part_type: 'comment',
    body: '<p>It is attached</p>',
    author: { type: 'admin', id: nora.id, name: nora.name },
    state: 'open',
    assigned_to: null,
    created_at: NOW + 60,
  });
  expect(answer).toMatchObject({
    waiting_since: null,
    updated_at: NOW + 60,
    teammates: { teammates: [{ type: 'admin', id: nora.id }] },
    statistics: {
      first_contact_reply_at: NOW - 3600,
      first_admin_reply_at: NOW + 60,
      last_admin_reply_at: NOW + 60,
      time_to_admin_reply: 3660,
      median_time_to_reply: 3660,
      count_conversation_parts: 1,
      count_reopens: 0,
    },
  });
  expect(contact(rosa.id)).toMatchObject({ last_contacted_at: NOW + 60, last_replied_at: null });
  expect(row(id).read).toBe(true);
});

test('a note is for teammates: the contact goes on waiting', async () => {
  const { ask, begin, contact } = conversationSandbox();
  const { id } = begin();
  const note = asAdmin('<ul><li>Refund</li></ul>', { message_type: 'note' });
  const answer = await ask('POST', `/conversations/${id}/reply`, note);
  expect(last(answer)).toMatchObject({ part_type: 'note', body: '<ul><li>Refund</li></ul>' });
  expect(answer.waiting_since).toBe(NOW - 3600);
  expect(answer.statistics).not.toHaveProperty('first_admin_reply_at');
  expect(contact(rosa.id).last_contacted_at).toBeNull();
});

test('buttons are offered, and one is chosen', async () => {
  const { ask, begin } = conversationSandbox();
  const { id } = begin();
  const options = ['Yes', 'No'].map((text, index) => ({ text, uuid: `a5e1c524-5ddd-4c3e-9328-6bca5d6e3ed${index}` }));
  const offer = { type: 'admin', admin_id: nora.id, message_type: 'quick_reply', reply_options: options };
  const offered = await ask('POST', `/conversations/${id}/reply`, offer);
  expect(last(offered)).toMatchObject({
    part_type: 'quick_reply',
    body: null,
    metadata: { quick_reply_options: options },
  });
  const choice = asRosa('Yes', { message_type: 'quick_reply', reply_options: options.slice(0, 1) });
  const chosen = await ask('POST', `/conversations/${id}/reply`, choice);
  expect(last(chosen)).toMatchObject({ body: '<p>Yes</p>', metadata: { quick_reply_uuid: options[0]?.uuid } });
});

test.each(['closed', 'snoozed'] as const)('a contact who writes opens what is %s', async (state) => {
  const { ask, begin, contact, sandbox } = conversationSandbox();
  const snoozed_until = state === 'snoozed' ? NOW + 9000 : null;
  const { id } = begin(undefined, { state, snoozed_until, waiting_since: null, read: true });
  sandbox.pass(30);
  const answer = await ask('POST', `/conversations/${id}/reply`, asRosa('Hello <b>again</b>'));
  expect(answer).toMatchObject({ state: 'open', open: true, read: false, waiting_since: NOW + 30 });
  expect(answer.snoozed_until).toBeNull();
  expect(last(answer)).toMatchObject({
    part_type: 'open',
    state: 'open',
    body: '<p>Hello &lt;b&gt;again&lt;/b&gt;</p>',
    author: { type: 'user', id: rosa.id },
  });
  expect(contact(rosa.id).last_replied_at).toBe(NOW + 30);
  const second = await ask('POST', `/conversations/${id}/reply`, asRosa('And?', { created_at: NOW + 10 }));
  const [earlier, later] = second.conversation_parts.conversation_parts;
  expect([earlier.part_type, earlier.created_at, later.created_at]).toEqual(['comment', NOW + 10, NOW + 30]);
  expect(second.waiting_since).toBe(NOW + 30);
});

test('contacts are named by external id and by address too, and `last` is their newest conversation', async () => {
  const { ask, begin, refusal, contact, row } = conversationSandbox();
  const [old, newest] = [begin(undefined, { created_at: NOW - 9000 }), begin(undefined, { created_at: NOW - 10 })];
  const { intercom_user_id: _id, ...reply } = asRosa('More');
  expect((await ask('POST', `/conversations/${old.id}/reply`, { ...reply, user_id: rosa.external_id })).id).toBe(
    old.id,
  );
  const email = rosa.email.toUpperCase();
  expect((await ask('POST', '/conversations/last/reply', { ...reply, email })).id).toBe(newest.id);
  expect([row(old.id).parts, row(newest.id).parts].map(({ length }) => length)).toEqual([1, 1]);
  const byOmar = { ...reply, intercom_user_id: omar.id };
  expect(await refusal('POST', '/conversations/last/reply', byOmar)).toBe('404 not_found');
  expect(await refusal('POST', `/conversations/${old.id}/reply`, byOmar)).toBe('404 not_found');
  expect(await refusal('POST', '/conversations/last/reply', asAdmin('Hi'))).toBe('404 not_found');
  contact(rosa.id).blocked = true;
  expect(await refusal('POST', `/conversations/${old.id}/reply`, asRosa('x'))).toBe('403 action_forbidden');
  contact(rosa.id).archived = true;
  expect(await refusal('POST', `/conversations/${old.id}/reply`, asRosa('x'))).toBe('404 not_found');
  expect(row(old.id).parts).toHaveLength(1);
});

test('replies are refused where something is missing or unknown', async () => {
  const { begin, refusal, row } = conversationSandbox();
  const { id } = begin();
  const path = `/conversations/${id}/reply`;
  expect(await refusal('POST', '/conversations/1/reply', asAdmin('Hi'))).toBe('404 not_found');
  expect(await refusal('POST', path, asAdmin('Hi', { admin_id: '1' }))).toBe('404 admin_not_found');
  expect(await refusal('POST', path, asAdmin('  '))).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, asAdmin('Hi', { created_at: NOW + 99 }))).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, asAdmin('Hi', { message_type: 'shout' }))).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, { type: 'user', message_type: 'comment', body: 'Hi' })).toMatch(/^400/);
  expect(row(id).parts).toHaveLength(0);
});

test('a conversation is assigned, unassigned, snoozed, closed and opened', async () => {
  const { ask, begin, sandbox, refusal, row } = conversationSandbox();
  const { id } = begin();
  const path = `/conversations/${id}/parts`;
  const manage = (body: object) => ask('POST', path, { admin_id: nora.id, ...body });
  const assign = (type: string, assignee_id: string | number, more: object = {}) =>
    manage({ message_type: 'assignment', type, assignee_id, ...more });
  sandbox.pass(10);
  const toOtis = await assign('admin', otis.id, { body: 'Otis will help' });
  expect(toOtis).toMatchObject({ admin_assignee_id: Number(otis.id), team_assignee_id: 0, waiting_since: null });
  expect(last(toOtis)).toMatchObject({
    part_type: 'assignment',
    assigned_to: { type: 'admin', id: otis.id },
    body: '<p>Otis will help</p>',
  });
  sandbox.pass(10);
  const toTeam = await assign('team', Number(nightShift.id));
  expect(toTeam).toMatchObject({ admin_assignee_id: Number(otis.id), team_assignee_id: Number(nightShift.id) });
  for (const zero of [0, '0']) {
    const nobody = await assign('admin', zero);
    expect(nobody).toMatchObject({ admin_assignee_id: 0, team_assignee_id: Number(nightShift.id) });
    expect(last(nobody)).toMatchObject({ assigned_to: { type: 'nobody_admin', id: null } });
  }
  expect(toTeam.statistics).toMatchObject({
    count_assignments: 2,
    first_assignment_at: NOW + 10,
    last_assignment_at: NOW + 20,
    time_to_assignment: 3610,
  });
  const snoozed = await manage({ message_type: 'snoozed', snoozed_until: NOW + 500 });
  expect(snoozed).toMatchObject({ state: 'snoozed', open: true, snoozed_until: NOW + 500 });
  sandbox.pass(10);
  const closed = await manage({ message_type: 'close', type: 'admin', body: 'Bye' });
  expect(closed).toMatchObject({ state: 'closed', open: false, snoozed_until: null });
  expect(closed.statistics).toMatchObject({
    last_close_at: NOW + 30,
    first_close_at: NOW + 30,
    last_closed_by_id: nora.id,
    handling_time: 10,
    time_to_last_close: 3630,
  });
  sandbox.pass(10);
  expect(await manage({ message_type: 'open' })).toMatchObject({ state: 'open', statistics: { count_reopens: 1 } });
  await manage({ message_type: 'close', type: 'admin' });
  const back = await assign('admin', nora.id);
  expect(back).toMatchObject({ state: 'open', statistics: { count_reopens: 2 } });
  expect(last(back)?.part_type).toBe('assign_and_reopen');
  const { length } = row(id).parts;
  expect(await refusal('POST', path, { message_type: 'open', admin_id: '1' })).toBe('404 admin_not_found');
  const assignment = { message_type: 'assignment', admin_id: nora.id };
  for (const type of ['admin', 'team'])
    expect(await refusal('POST', path, { ...assignment, type, assignee_id: '12' })).toBe('404 assignee_not_found');
  const past = { message_type: 'snoozed', admin_id: nora.id, snoozed_until: NOW };
  expect(await refusal('POST', path, past)).toBe('400 parameter_invalid');
  expect(await refusal('POST', path, { message_type: 'close', admin_id: nora.id })).toMatch(/^400/);
  expect(await refusal('POST', '/conversations/1/parts', { message_type: 'open', admin_id: nora.id })).toBe(
    '404 not_found',
  );
  expect(row(id).parts).toHaveLength(length);
});

test('a snooze ends by itself', async () => {
  const { ask, begin, sandbox } = conversationSandbox();
  const { id } = begin(undefined, { state: 'snoozed', snoozed_until: NOW + 100 });
  expect((await ask('GET', `/conversations/${id}`)).state).toBe('snoozed');
  sandbox.pass(101);
  const woken = await ask('GET', `/conversations/${id}`);
  expect(woken).toMatchObject({ state: 'open', snoozed_until: null, updated_at: NOW + 100 });
  expect(last(woken)).toMatchObject({ part_type: 'timer_unsnooze', author: { type: 'bot' }, created_at: NOW + 100 });
});

test('an outbound conversation counts from the first reply of the contact', async () => {
  const { ask, begin, sandbox } = conversationSandbox();
  const { id } = begin('<p>News</p>', {}, true);
  const silent = await ask('GET', `/conversations/${id}`);
  expect(silent.first_contact_reply).toBeNull();
  expect(silent.statistics).not.toHaveProperty('first_contact_reply_at');
  expect(silent.statistics.last_admin_reply_at).toBe(NOW - 3600);
  await ask('POST', `/conversations/${id}/reply`, asRosa('Nice'));
  const waits = [20, 60];
  for (const wait of waits) {
    sandbox.pass(wait);
    await ask('POST', `/conversations/${id}/reply`, asAdmin('Thanks'));
    await ask('POST', `/conversations/${id}/reply`, asRosa('And?'));
  }
  const { statistics, first_contact_reply } = await ask('GET', `/conversations/${id}`);
  expect(first_contact_reply.created_at).toBe(NOW);
  expect(statistics).toMatchObject({
    first_contact_reply_at: NOW,
    first_admin_reply_at: NOW + 20,
    time_to_admin_reply: 20,
    median_time_to_reply: 40,
    last_contact_reply_at: NOW + 80,
  });
});
