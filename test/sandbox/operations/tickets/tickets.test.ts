import { describe, expect, test } from 'vitest';
import { contacts } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { nightShift, nora, rosa, stranger } from '../../../support/people.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';
import { create, customer, item, NOW, refusal, row, states, submitted, tracker } from './support/fixture.ts';

describe('sample tickets', () => {
  test('holds the tickets of the cast, and no other open one of Jonas', () => {
    const { workspace } = ticketSandbox();
    const all = tickets(workspace).all();
    expect(all.length).toBe(40);
    expect(tickets(workspace).get(submitted)).toMatchObject({
      ticket_state_id: states.submitted,
      admin_assignee_id: 0,
      team_assignee_id: 0,
      open: true,
    });
    const open = all.filter((ticket) => ticket.open && ticket.contact_ids.includes(cast.contacts.jonas));
    expect(open.map(({ id }) => id)).toEqual(contacts(workspace).has(cast.contacts.jonas) ? [cast.tickets.jonas] : []);
    expect(tickets(workspace).get(cast.tickets.jonas)?.open).toBe(true);
    const resolved = all.filter(({ ticket_state_id }) => ticket_state_id === states.resolved);
    expect(resolved.length).toBeGreaterThan(3);
    expect(resolved.every(({ open }) => !open)).toBe(true);
    for (const { created_at, updated_at, parts } of all) {
      const times = [created_at, ...parts.map((part) => part.created_at)];
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(updated_at).toBe(times.at(-1));
      expect(updated_at).toBeLessThan(NOW);
    }
  });
});

describe('GET /tickets/{ticket_id}', () => {
  test('answers by id and not by the number that people see', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('GET', `/tickets/${submitted}`);
    expect(body).toMatchObject({
      id: submitted,
      category: 'Customer',
      ticket_state: { id: states.submitted, internal_label: 'Submitted' },
      ticket_parts: { total_count: 1, ticket_parts: [{ part_type: 'ticket_state_updated_by_admin' }] },
    });
    const number = row(sandbox, submitted).ticket_id;
    expect(await sandbox.call('GET', `/tickets/${number}`)).toMatchObject(refusal(404, 'ticket_not_found'));
  });
});

describe('POST /tickets', () => {
  test('creates a ticket in the first state of its type with the defaults', async () => {
    const sandbox = ticketSandbox();
    const priority = item(sandbox, customer, 'Priority', 'High');
    const id = await create(sandbox, {
      ticket_attributes: { _default_title_: 'No slots', Priority: priority, 'Affected bookings': 3 },
      assignment: { admin_assignee_id: nora.id, team_assignee_id: nightShift.id },
    });
    expect(row(sandbox, id)).toMatchObject({
      ticket_state_id: states.submitted,
      open: true,
      is_shared: true,
      created_at: NOW,
      admin_assignee_id: Number(nora.id),
      team_assignee_id: Number(nightShift.id),
      contact_ids: [rosa.id],
      ticket_attributes: { _default_title_: 'No slots', Priority: priority, 'Affected bookings': 3 },
    });
    expect(row(sandbox, id).parts.map(({ part_type }) => part_type)).toEqual([
      'ticket_state_updated_by_admin',
      'assignment',
    ]);
    const next = await create(sandbox);
    expect(Number(row(sandbox, next).ticket_id)).toBe(Number(row(sandbox, id).ticket_id) + 1);
  });

  test('finds the contact by external id or email, and makes a lead for an unknown email', async () => {
    const sandbox = ticketSandbox();
    const count = contacts(sandbox.workspace).size;
    const byExternal = await create(sandbox, { contacts: [{ external_id: rosa.external_id }] });
    const byEmail = await create(sandbox, { contacts: [{ email: rosa.email.toUpperCase() }] });
    expect([row(sandbox, byExternal).contact_ids, row(sandbox, byEmail).contact_ids]).toEqual([[rosa.id], [rosa.id]]);
    expect(contacts(sandbox.workspace).size).toBe(count);
    const fresh = await create(sandbox, { contacts: [{ email: stranger.email }] });
    const contact = contacts(sandbox.workspace).get(row(sandbox, fresh).contact_ids[0]);
    expect(contact).toMatchObject({ role: 'lead', email: stranger.email, created_at: NOW });
  });

  test.each([
    ['an unknown type', { ticket_type_id: '1' }, 404, 'not_found'],
    ['an unknown contact', { contacts: [{ id: 'nobody' }] }, 404, 'not_found'],
    ['an unknown attribute', { ticket_attributes: { Mood: 'x' } }, 400, 'parameter_invalid'],
    ['a label instead of an item', { ticket_attributes: { Priority: 'High' } }, 400, 'parameter_invalid'],
    ['a value of another type', { ticket_attributes: { 'Affected bookings': 'many' } }, 400, 'parameter_invalid'],
    ['an unknown assignee', { assignment: { admin_assignee_id: '1' } }, 404, 'assignee_not_found'],
    ['an unknown company', { company_id: 'x' }, 404, 'not_found'],
    [
      'an unknown conversation',
      { ticket_type_id: tracker, conversation_to_link_id: '1' },
      404,
      'conversation_not_found',
    ],
    ['a link of a customer ticket', { conversation_to_link_id: '77000001' }, 400, 'parameter_invalid'],
  ])('refuses %s and creates nothing', async (_what, body, status, code) => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    for (const path of ['/tickets', '/tickets/enqueue'])
      expect(
        await sandbox.call('POST', path, { ticket_type_id: customer, contacts: [{ id: rosa.id }], ...body }),
      ).toMatchObject(refusal(status, code));
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('POST /tickets/enqueue', () => {
  test('creates the ticket two seconds later', async () => {
    const sandbox = ticketSandbox();
    const count = tickets(sandbox.workspace).size;
    const { body } = await sandbox.call('POST', '/tickets/enqueue', {
      ticket_type_id: customer,
      contacts: [{ id: rosa.id }],
      ticket_attributes: { _default_title_: 'Queued' },
    });
    const { id } = body as { id: string };
    expect(body).toMatchObject({ type: 'job', status: 'pending', resource_id: null, resource_url: null });
    expect(tickets(sandbox.workspace).size).toBe(count);
    sandbox.pass(2);
    const done = (await sandbox.call('GET', `/jobs/status/${id}`)).body as { resource_id: string };
    expect(done).toMatchObject({ status: 'success', resource_type: 'ticket' });
    expect(done).toMatchObject({ resource_url: `http://sandbox.test/tickets/${done.resource_id}` });
    expect(row(sandbox, done.resource_id)).toMatchObject({
      created_at: NOW + 2,
      ticket_attributes: { _default_title_: 'Queued' },
    });
    await sandbox.call('GET', `/jobs/status/${id}`);
    expect(tickets(sandbox.workspace).size).toBe(count + 1);
  });

  test('fails where the contact went away meanwhile, and knows no other jobs', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('POST', '/tickets/enqueue', {
      ticket_type_id: customer,
      contacts: [{ id: rosa.id }],
    });
    contacts(sandbox.workspace).remove(rosa.id);
    sandbox.pass(3);
    const status = await sandbox.call('GET', `/jobs/status/${(body as { id: string }).id}`);
    expect(status.body).toMatchObject({ status: 'failed', resource_id: null });
    expect(await sandbox.call('GET', '/jobs/status/1')).toMatchObject(refusal(404, 'job_not_found'));
  });
});

describe('DELETE /tickets/{ticket_id}', () => {
  test('removes it and the links to it', async () => {
    const sandbox = ticketSandbox();
    const known = await create(sandbox, { ticket_type_id: tracker, conversation_to_link_id: submitted });
    expect(row(sandbox, known).linked_conversation_ids).toEqual([submitted]);
    const { body } = await sandbox.call('DELETE', `/tickets/${submitted}`);
    expect(body).toEqual({ id: submitted, object: 'ticket', deleted: true });
    expect(tickets(sandbox.workspace).has(submitted)).toBe(false);
    expect(row(sandbox, known).linked_conversation_ids).toEqual([]);
    expect(await sandbox.call('DELETE', `/tickets/${submitted}`)).toMatchObject(refusal(404, 'ticket_not_found'));
  });
});
