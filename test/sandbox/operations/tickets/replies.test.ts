import { describe, expect, test } from 'vitest';
import { conversations } from '../../../../sandbox/model/conversations.ts';
import { contacts } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { nora, rosa } from '../../../support/people.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';
import { backOffice, create, NOW, refusal, row, submitted, tracker } from './support/fixture.ts';

describe('POST /tickets/{ticket_id}/reply', () => {
  const note = { type: 'admin', admin_id: nora.id, message_type: 'note' };

  test('adds a comment that the contact hears of, and a note that it does not', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox);
    await sandbox.call('POST', `/tickets/${id}/reply`, { ...note, body: 'Between us' });
    expect(contacts(sandbox.workspace).get(rosa.id)?.last_contacted_at).toBeNull();
    sandbox.pass(5);
    const { body } = await sandbox.call('POST', `/tickets/${id}/reply`, {
      ...note,
      message_type: 'comment',
      body: 'Hello',
      attachment_urls: ['https://files.elmgarage.example/a/plan.pdf'],
    });
    expect(body).toMatchObject({
      part_type: 'comment',
      body: '<p>Hello</p>',
      author: { type: 'admin', id: nora.id },
      attachments: [{ name: 'plan.pdf' }],
    });
    expect(contacts(sandbox.workspace).get(rosa.id)?.last_contacted_at).toBe(NOW + 5);
    expect(row(sandbox, id)).toMatchObject({ updated_at: NOW + 5 });
    expect(
      row(sandbox, id)
        .parts.map(({ part_type }) => part_type)
        .slice(1),
    ).toEqual(['note', 'comment']);
  });

  test.each([{ intercom_user_id: rosa.id }, { user_id: rosa.external_id }, { email: rosa.email }])(
    'lets the contact reply as %j, which opens a closed ticket',
    async (who) => {
      const sandbox = ticketSandbox();
      const id = await create(sandbox);
      await sandbox.call('PUT', `/tickets/${id}`, { admin_id: Number(nora.id), open: false });
      const { body } = await sandbox.call('POST', `/tickets/${id}/reply`, {
        type: 'user',
        message_type: 'comment',
        body: 'Still broken',
        ...who,
      });
      expect(body).toMatchObject({ author: { type: 'user', id: rosa.id }, body: '<p>Still broken</p>' });
      expect(row(sandbox, id).open).toBe(true);
      expect(contacts(sandbox.workspace).get(rosa.id)?.last_replied_at).toBe(NOW);
    },
  );

  test('copies a note of a back-office ticket to its conversations where asked to', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox, { ticket_type_id: backOffice, conversation_to_link_id: '77000001' });
    const parts = () =>
      conversations(sandbox.workspace)
        .get('77000001')
        ?.parts.map(({ body }) => body);
    await sandbox.call('POST', `/tickets/${id}/reply`, { ...note, body: 'Only here' });
    expect(parts()).toEqual([]);
    await sandbox.call('POST', `/tickets/${id}/reply`, { ...note, body: 'Paid', cross_post: true });
    expect(parts()).toEqual(['<p>Paid</p>']);
  });

  test('refuses unknown tickets and people, and contacts on back-office tickets', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox);
    const office = await create(sandbox, { ticket_type_id: backOffice });
    const before = sandbox.snapshot();
    const user = { type: 'user', message_type: 'comment', body: 'x', intercom_user_id: rosa.id };
    const reply = (ticket: string, body: object) => sandbox.call('POST', `/tickets/${ticket}/reply`, body);
    expect(await reply('1', { ...note, body: 'x' })).toMatchObject(refusal(404, 'not_found'));
    expect(await reply(id, { ...note, body: 'x', admin_id: '1' })).toMatchObject({ status: 404 });
    expect(await reply(id, { ...user, intercom_user_id: 'nobody' })).toMatchObject(refusal(404, 'not_found'));
    expect(await reply(office, user)).toMatchObject(refusal(400, 'parameter_mismatch'));
    expect(await reply(submitted, user)).toMatchObject(refusal(404, 'not_found'));
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('linked conversations', () => {
  test('links conversations and customer tickets to one tracker, and unlinks them', async () => {
    const sandbox = ticketSandbox();
    const known = await create(sandbox, { ticket_type_id: tracker });
    const other = await create(sandbox, { ticket_type_id: tracker });
    const path = `/tickets/${known}/linked_conversations`;
    const { status, body } = await sandbox.call('POST', path, { conversation_id: '77000001' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: '77000001', linked_objects: { data: [{ type: 'ticket', id: known }] } });
    const asTicket = await sandbox.call('POST', path, { conversation_id: submitted });
    expect(asTicket).toMatchObject({ status: 200, body: { id: submitted } });
    const both = (await sandbox.call('GET', `/tickets/${known}`)).body;
    expect(both).toMatchObject({
      linked_objects: {
        total_count: 2,
        data: [
          { type: 'conversation', id: '77000001', category: null },
          { type: 'ticket', id: submitted, category: 'Customer' },
        ],
      },
    });
    const again = await sandbox.call('POST', `/tickets/${other}/linked_conversations`, { conversation_id: '77000001' });
    expect(again).toMatchObject(refusal(400, 'already_linked_to_tracker'));
    expect((await sandbox.call('DELETE', `${path}/77000001`)).status).toBe(200);
    expect(row(sandbox, known).linked_conversation_ids).toEqual([submitted]);
    expect(await sandbox.call('DELETE', `${path}/77000001`)).toMatchObject(refusal(404, 'conversation_not_found'));
  });

  test('takes trackers and known conversations only, and 2,500 of them', async () => {
    const sandbox = ticketSandbox();
    const link = (id: string, conversation_id: string) =>
      sandbox.call('POST', `/tickets/${id}/linked_conversations`, { conversation_id });
    const known = await create(sandbox, { ticket_type_id: tracker });
    expect(await link(submitted, '77000001')).toMatchObject(refusal(400, 'invalid_ticket_type'));
    expect(await sandbox.call('DELETE', `/tickets/${submitted}/linked_conversations/1`)).toMatchObject(
      refusal(400, 'invalid_ticket_type'),
    );
    expect(await link('1', '77000001')).toMatchObject(refusal(404, 'ticket_not_found'));
    expect(await link(known, '1')).toMatchObject(refusal(404, 'conversation_not_found'));
    const full = tickets(sandbox.workspace).get(known);
    full?.linked_conversation_ids.push(...Array.from({ length: 2500 }, (_none, index) => `x${index}`));
    expect(await link(known, '77000001')).toMatchObject(refusal(400, 'linked_conversation_limit_exceeded'));
  });
});
