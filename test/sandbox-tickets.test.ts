import { describe, expect, it } from 'vitest';
import { conversations } from '../sandbox/model/conversations.ts';
import { contacts } from '../sandbox/model/people.ts';
import { tickets, ticketTypes } from '../sandbox/model/tickets.ts';
import { cast } from '../sandbox/seed/cast.ts';
import { optionsOf } from '../sandbox/tickets/check-attributes.ts';
import { START, type TestSandbox } from './sandbox.ts';
import { people, ticketSandbox } from './sandbox-tickets-people.ts';

const NOW = START / 1000;
const { submitted } = cast.tickets;
const { customer, backOffice, tracker } = cast.ticketTypes;
const states = cast.ticketStates;

const refusal = (status: number, code: string) => ({ status, body: { errors: [{ code }] } });

function row(sandbox: TestSandbox, id: unknown) {
  const found = tickets(sandbox.workspace).get(id);
  if (found === undefined) throw new Error(`no ticket ${String(id)}`);
  return structuredClone(found);
}

/** The id of a choice of a list attribute. */
function item(sandbox: TestSandbox, type: string, name: string, label: string): string {
  const attribute = ticketTypes(sandbox.workspace)
    .get(type)
    ?.attributes.find((one) => one.name === name);
  const found = attribute && optionsOf(attribute).find((option) => option.label === label);
  if (found === undefined) throw new Error(`no ${label}`);
  return found.id;
}

async function create(sandbox: TestSandbox, body: Record<string, unknown> = {}): Promise<string> {
  const { status, body: made } = await sandbox.call('POST', '/tickets', {
    ticket_type_id: customer,
    contacts: [{ id: people.contact }],
    ...body,
  });
  expect([status, made]).toEqual([200, expect.objectContaining({ type: 'ticket' })]);
  return (made as { id: string }).id;
}

describe('sample tickets', () => {
  it('holds the tickets of the cast, and no other open one of Jonas', () => {
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
  it('answers by id and not by the number that people see', async () => {
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
  it('creates a ticket in the first state of its type with the defaults', async () => {
    const sandbox = ticketSandbox();
    const priority = item(sandbox, customer, 'Priority', 'High');
    const id = await create(sandbox, {
      ticket_attributes: { _default_title_: 'No slots', Priority: priority, 'Affected bookings': 3 },
      assignment: { admin_assignee_id: people.admin, team_assignee_id: people.team },
    });
    expect(row(sandbox, id)).toMatchObject({
      ticket_state_id: states.submitted,
      open: true,
      is_shared: true,
      created_at: NOW,
      admin_assignee_id: Number(people.admin),
      team_assignee_id: Number(people.team),
      contact_ids: [people.contact],
      ticket_attributes: { _default_title_: 'No slots', Priority: priority, 'Affected bookings': 3 },
    });
    expect(row(sandbox, id).parts.map(({ part_type }) => part_type)).toEqual([
      'ticket_state_updated_by_admin',
      'assignment',
    ]);
    const next = await create(sandbox);
    expect(Number(row(sandbox, next).ticket_id)).toBe(Number(row(sandbox, id).ticket_id) + 1);
  });

  it('finds the contact by external id or email, and makes a lead for an unknown email', async () => {
    const sandbox = ticketSandbox();
    const count = contacts(sandbox.workspace).size;
    const byExternal = await create(sandbox, { contacts: [{ external_id: 'vera-1' }] });
    const byEmail = await create(sandbox, { contacts: [{ email: 'VERA@testers.example' }] });
    expect([row(sandbox, byExternal).contact_ids, row(sandbox, byEmail).contact_ids]).toEqual([
      [people.contact],
      [people.contact],
    ]);
    expect(contacts(sandbox.workspace).size).toBe(count);
    const fresh = await create(sandbox, { contacts: [{ email: 'new@testers.example' }] });
    const contact = contacts(sandbox.workspace).get(row(sandbox, fresh).contact_ids[0]);
    expect(contact).toMatchObject({ role: 'lead', email: 'new@testers.example', created_at: NOW });
  });

  it.each([
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
        await sandbox.call('POST', path, { ticket_type_id: customer, contacts: [{ id: people.contact }], ...body }),
      ).toMatchObject(refusal(status, code));
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('POST /tickets/enqueue', () => {
  it('creates the ticket two seconds later', async () => {
    const sandbox = ticketSandbox();
    const count = tickets(sandbox.workspace).size;
    const { body } = await sandbox.call('POST', '/tickets/enqueue', {
      ticket_type_id: customer,
      contacts: [{ id: people.contact }],
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

  it('fails where the contact went away meanwhile, and knows no other jobs', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('POST', '/tickets/enqueue', {
      ticket_type_id: customer,
      contacts: [{ id: people.contact }],
    });
    contacts(sandbox.workspace).remove(people.contact);
    sandbox.pass(3);
    const status = await sandbox.call('GET', `/jobs/status/${(body as { id: string }).id}`);
    expect(status.body).toMatchObject({ status: 'failed', resource_id: null });
    expect(await sandbox.call('GET', '/jobs/status/1')).toMatchObject(refusal(404, 'job_not_found'));
  });
});

describe('PUT /tickets/{ticket_id}', () => {
  const admin_id = Number(people.admin);

  it('moves to another state with a part, and a resolved one is closed', async () => {
    const sandbox = ticketSandbox();
    sandbox.pass(30);
    const first = await sandbox.call('PUT', `/tickets/${submitted}`, {
      admin_id,
      ticket_state_id: states.escalated,
    });
    expect(first.body).toMatchObject({
      previous_ticket_state_id: states.submitted,
      ticket_state: { id: states.escalated, category: 'in_progress', internal_label: 'Escalated' },
      open: true,
      updated_at: NOW + 30,
    });
    expect(row(sandbox, submitted).parts.at(-1)).toMatchObject({
      part_type: 'ticket_state_updated_by_admin',
      previous_ticket_state: 'submitted',
      ticket_state: 'in_progress',
      author: { type: 'admin', id: people.admin },
    });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, ticket_state_id: states.resolved });
    expect(row(sandbox, submitted).open).toBe(false);
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, ticket_state_id: states.inProgress });
    expect(row(sandbox, submitted)).toMatchObject({ open: true, previous_ticket_state_id: states.resolved });
    expect(row(sandbox, submitted).parts.length).toBe(4);
  });

  it('assigns to an admin, then a team, then to nobody', async () => {
    const sandbox = ticketSandbox();
    const assignments = [people.other, people.team, '0'];
    for (const assignee_id of assignments)
      await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, assignee_id });
    const parts = row(sandbox, submitted).parts.slice(1);
    expect(parts.map(({ part_type }) => part_type)).toEqual(['assignment', 'assignment', 'assignment']);
    expect(parts.map(({ assigned_to }) => assigned_to)).toEqual([
      { type: 'admin', id: people.other },
      { type: 'team', id: people.team },
      { type: 'nobody_admin', id: null },
    ]);
    expect(row(sandbox, submitted)).toMatchObject({ admin_assignee_id: 0, team_assignee_id: 0 });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, assignee_id: '0' });
    expect(row(sandbox, submitted).parts.length).toBe(4);
  });

  it('sets attributes with a part for each that changes', async () => {
    const sandbox = ticketSandbox();
    const low = item(sandbox, customer, 'Priority', 'Low');
    const before = row(sandbox, submitted).ticket_attributes;
    await sandbox.call('PUT', `/tickets/${submitted}`, {
      admin_id,
      ticket_attributes: { Priority: low, _default_description_: 'Sorted', _default_title_: before._default_title_ },
      is_shared: false,
    });
    const after = row(sandbox, submitted);
    expect(after.ticket_attributes).toEqual({ ...before, Priority: low, _default_description_: 'Sorted' });
    expect(after.is_shared).toBe(false);
    expect(after.parts.slice(1)).toMatchObject([
      { part_type: 'ticket_attribute_updated_by_admin', updated_attribute_data: { value: { label: 'Sorted' } } },
      {
        part_type: 'ticket_attribute_updated_by_admin',
        updated_attribute_data: { attribute: { label: 'Priority' }, value: { id: low, label: 'Low' } },
      },
    ]);
    expect(after.parts.length).toBe(3);
  });

  it('snoozes until its time is over, and closing unsnoozes', async () => {
    const sandbox = ticketSandbox();
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, snoozed_until: NOW + 60 });
    expect((await sandbox.call('GET', `/tickets/${submitted}`)).body).toMatchObject({ snoozed_until: NOW + 60 });
    sandbox.pass(61);
    const woken = (await sandbox.call('GET', `/tickets/${submitted}`)).body;
    expect(woken).not.toHaveProperty('snoozed_until');
    expect(woken).toMatchObject({ open: true, updated_at: NOW + 60 });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, snoozed_until: NOW + 600 });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, open: false });
    expect(row(sandbox, submitted)).toMatchObject({ open: false, snoozed_until: null });
    expect(row(sandbox, submitted).parts.map(({ part_type }) => part_type)).toEqual([
      'ticket_state_updated_by_admin',
      'snoozed',
      'timer_unsnooze',
      'snoozed',
      'close',
    ]);
  });

  it.each([
    ['an unknown state', { ticket_state_id: '1' }, 400, 'ticket_state_id_invalid'],
    ['a state of another type', { ticket_state_id: '4606' }, 400, 'ticket_state_id_invalid'],
    ['an unknown assignee', { assignee_id: '1' }, 404, 'assignee_not_found'],
    ['an unknown acting admin', { admin_id: 1 }, 404, 'assignee_not_found'],
    ['an unknown attribute', { ticket_attributes: { Mood: 'x' } }, 400, 'parameter_invalid'],
    ['a snooze in the past', { snoozed_until: 5 }, 400, 'parameter_invalid'],
    ['an unknown company', { company_id: 'x' }, 404, 'not_found'],
  ])('refuses %s and changes nothing at all', async (_what, wrong, status, code) => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    const right = { admin_id, ticket_attributes: { _default_title_: 'Changed' }, open: false };
    expect(await sandbox.call('PUT', `/tickets/${submitted}`, { ...right, ...wrong })).toMatchObject(
      refusal(status, code),
    );
    expect(sandbox.snapshot()).toEqual(before);
    expect(await sandbox.call('PUT', '/tickets/1', right)).toMatchObject(refusal(404, 'ticket_not_found'));
  });
});

describe('DELETE /tickets/{ticket_id}', () => {
  it('removes it and the links to it', async () => {
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

describe('POST /tickets/{ticket_id}/reply', () => {
  const note = { type: 'admin', admin_id: people.admin, message_type: 'note' };

  it('adds a comment that the contact hears of, and a note that it does not', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox);
    await sandbox.call('POST', `/tickets/${id}/reply`, { ...note, body: 'Between us' });
    expect(contacts(sandbox.workspace).get(people.contact)?.last_contacted_at).toBeNull();
    sandbox.pass(5);
    const { body } = await sandbox.call('POST', `/tickets/${id}/reply`, {
      ...note,
      message_type: 'comment',
      body: 'Hello',
      attachment_urls: ['https://files.testers.example/a/plan.pdf'],
    });
    expect(body).toMatchObject({
      part_type: 'comment',
      body: '<p>Hello</p>',
      author: { type: 'admin', id: people.admin },
      attachments: [{ name: 'plan.pdf' }],
    });
    expect(contacts(sandbox.workspace).get(people.contact)?.last_contacted_at).toBe(NOW + 5);
    expect(row(sandbox, id)).toMatchObject({ updated_at: NOW + 5 });
    expect(
      row(sandbox, id)
        .parts.map(({ part_type }) => part_type)
        .slice(1),
    ).toEqual(['note', 'comment']);
  });

  it.each([{ intercom_user_id: people.contact }, { user_id: 'vera-1' }, { email: 'vera@testers.example' }])(
    'lets the contact reply as %j, which opens a closed ticket',
    async (who) => {
      const sandbox = ticketSandbox();
      const id = await create(sandbox);
      await sandbox.call('PUT', `/tickets/${id}`, { admin_id: Number(people.admin), open: false });
      const { body } = await sandbox.call('POST', `/tickets/${id}/reply`, {
        type: 'user',
        message_type: 'comment',
        body: 'Still broken',
        ...who,
      });
      expect(body).toMatchObject({ author: { type: 'user', id: people.contact }, body: '<p>Still broken</p>' });
      expect(row(sandbox, id).open).toBe(true);
      expect(contacts(sandbox.workspace).get(people.contact)?.last_replied_at).toBe(NOW);
    },
  );

  it('copies a note of a back-office ticket to its conversations where asked to', async () => {
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

  it('refuses unknown tickets and people, and contacts on back-office tickets', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox);
    const office = await create(sandbox, { ticket_type_id: backOffice });
    const before = sandbox.snapshot();
    const user = { type: 'user', message_type: 'comment', body: 'x', intercom_user_id: people.contact };
    const reply = (ticket: string, body: object) => sandbox.call('POST', `/tickets/${ticket}/reply`, body);
    expect(await reply('1', { ...note, body: 'x' })).toMatchObject(refusal(404, 'not_found'));
    expect(await reply(id, { ...note, body: 'x', admin_id: '1' })).toMatchObject({ status: 404 });
    expect(await reply(id, { ...user, intercom_user_id: 'nobody' })).toMatchObject(refusal(404, 'not_found'));
    expect(await reply(office, user)).toMatchObject(refusal(400, 'parameter_mismatch'));
    expect(await reply(submitted, user)).toMatchObject(refusal(404, 'not_found'));
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('POST /tickets/{ticket_id}/change_type', () => {
  it('keeps what both types have, choices by their label', async () => {
    const sandbox = ticketSandbox();
    const id = await create(sandbox, {
      ticket_attributes: {
        _default_title_: 'Empty page',
        Priority: item(sandbox, customer, 'Priority', 'High'),
        'Affected bookings': 4,
      },
    });
    const { status } = await sandbox.call('POST', `/tickets/${id}/change_type`, {
      ticket_type_id: '2104',
      ticket_state_id: states.inProgress,
      ticket_attributes: { Reproducible: true },
    });
    expect(status).toBe(200);
    expect(row(sandbox, id)).toMatchObject({ ticket_type_id: '2104', ticket_state_id: states.inProgress });
    expect(row(sandbox, id).ticket_attributes).toEqual({
      _default_title_: 'Empty page',
      Priority: item(sandbox, '2104', 'Priority', 'High'),
      Reproducible: true,
    });
  });

  it.each([
    ['the same type', { ticket_type_id: customer }, 400, 'parameter_invalid'],
    ['another category', { ticket_type_id: backOffice }, 400, 'parameter_invalid'],
    ['a state of another type', { ticket_state_id: '4606' }, 400, 'parameter_invalid'],
    ['an unknown attribute', { ticket_attributes: { Mood: 1 } }, 400, 'parameter_invalid'],
    ['an unknown type', { ticket_type_id: '1' }, 404, 'not_found'],
  ])('refuses %s', async (_what, wrong, status, code) => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    const right = { ticket_type_id: '2104', ticket_state_id: states.submitted };
    const answer = await sandbox.call('POST', `/tickets/${submitted}/change_type`, { ...right, ...wrong });
    expect(answer).toMatchObject(refusal(status, code));
    expect(await sandbox.call('POST', '/tickets/1/change_type', right)).toMatchObject(refusal(404, 'not_found'));
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('linked conversations', () => {
  it('links conversations and customer tickets to one tracker, and unlinks them', async () => {
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

  it('takes trackers and known conversations only, and 2,500 of them', async () => {
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
