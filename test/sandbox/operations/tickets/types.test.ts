import { describe, expect, test } from 'vitest';
import { ticketStates, ticketTypes } from '../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { stranger } from '../../../support/people.ts';
import { START } from '../../support/sandbox.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';

const NOW = START / 1000;
const { customer, backOffice } = cast.ticketTypes;

describe('ticket states', () => {
  test('has the five of the cast for every type for customers, and others', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call('GET', '/ticket_states');
    const { data } = body as { data: { id: string; internal_label: string; category: string }[] };
    expect(data.map(({ id, internal_label }) => [id, internal_label]).slice(0, 5)).toEqual([
      [cast.ticketStates.submitted, 'Submitted'],
      [cast.ticketStates.inProgress, 'In progress'],
      [cast.ticketStates.waiting, 'Waiting on customer'],
      [cast.ticketStates.resolved, 'Resolved'],
      [cast.ticketStates.escalated, 'Escalated'],
    ]);
    expect(data[4]).toMatchObject({
      category: 'in_progress',
      ticket_types: { data: [{ id: customer }, { id: '2104' }] },
    });
  });

  test('tells what the types of a state are, and not their attributes and states over again', async () => {
    const { body } = await ticketSandbox().call('GET', '/ticket_states');
    const { data } = body as { data: { ticket_types: { type: string; data: Record<string, unknown>[] } }[] };
    const types = data.flatMap(({ ticket_types }) => ticket_types.data);
    expect(types.length).toBeGreaterThan(5);
    for (const type of types)
      expect(Object.keys(type).sort()).toEqual([
        'archived',
        'category',
        'description',
        'icon',
        'id',
        'is_internal',
        'name',
        'type',
      ]);
    expect(JSON.stringify(body).length).toBeLessThan(6000);
  });
});

describe('ticket types', () => {
  test('lists and reads them with states and attributes', async () => {
    const sandbox = ticketSandbox();
    const list = (await sandbox.call('GET', '/ticket_types')).body as { data: { id: string }[] };
    expect(list.data.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(cast.ticketTypes)));
    const { body } = await sandbox.call('GET', `/ticket_types/${backOffice}`);
    expect(body).toMatchObject({
      category: 'Back-office',
      workspace_id: 'fernhill',
      ticket_type_attributes: { ticket_type_attributes: [{ name: '_default_title_', default: true }, {}, {}, {}, {}] },
    });
    const { ticket_states: states } = body as { ticket_states: { data: { id: string }[] } };
    expect(states.data.map(({ id }) => id)).toEqual([
      cast.ticketStates.submitted,
      cast.ticketStates.inProgress,
      cast.ticketStates.waiting,
      cast.ticketStates.resolved,
      '4606',
    ]);
    expect((await sandbox.call('GET', '/ticket_types/1')).status).toBe(404);
  });

  test('creates one that tickets can have at once, and changes and archives it', async () => {
    const sandbox = ticketSandbox();
    const made = await sandbox.call('POST', '/ticket_types', { name: 'Feature wish', description: 'Ideas' });
    const { id } = made.body as { id: string };
    expect(made.body).toMatchObject({ name: 'Feature wish', category: 'Customer', archived: false, created_at: NOW });
    expect(ticketStates(sandbox.workspace).get(cast.ticketStates.escalated)?.ticket_type_ids).toContain(id);
    expect(ticketStates(sandbox.workspace).get('4606')?.ticket_type_ids).not.toContain(id);
    const create = () =>
      sandbox.call('POST', '/tickets', { ticket_type_id: id, contacts: [{ email: stranger.email }] });
    expect(await create()).toMatchObject({ status: 200, body: { ticket_state: { id: cast.ticketStates.submitted } } });
    sandbox.pass(9);
    const { body } = await sandbox.call('PUT', `/ticket_types/${id}`, { name: 'Wish', archived: true });
    expect(body).toMatchObject({ name: 'Wish', description: 'Ideas', archived: true, updated_at: NOW + 9 });
    expect(await create()).toMatchObject({ status: 400, body: { errors: [{ code: 'parameter_invalid' }] } });
    expect((await sandbox.call('PUT', '/ticket_types/1', { name: 'x' })).status).toBe(404);
    const internal = await sandbox.call('POST', '/ticket_types', { name: 'Inside', is_internal: true });
    expect(internal.body).toMatchObject({ category: 'Back-office' });
  });
});

describe('attributes of ticket types', () => {
  const path = `/ticket_types/${customer}/attributes`;
  const attribute = (body: object) => ({ name: 'Urgency', description: 'How urgent', data_type: 'list', ...body });

  test('creates a required list, which new tickets then need', async () => {
    const sandbox = ticketSandbox();
    const { body } = await sandbox.call(
      'POST',
      path,
      attribute({ list_items: 'Soon, Later', required_to_create: true }),
    );
    const { id, input_options: options } = body as { id: string; input_options: { list_options: { id: string }[] } };
    expect(body).toMatchObject({
      name: 'Urgency',
      order: 6,
      ticket_type_id: Number(customer),
      input_options: { list_options: [{ label: 'Soon' }, { label: 'Later' }] },
    });
    const create = (ticket_attributes: object) =>
      sandbox.call('POST', '/tickets', {
        ticket_type_id: customer,
        contacts: [{ email: stranger.email }],
        ticket_attributes,
      });
    expect(await create({})).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'parameter_invalid', message: 'Attributes that the ticket type requires are absent' }] },
    });
    expect((await create({ Urgency: options.list_options[1]?.id })).status).toBe(200);
    sandbox.pass(4);
    const changed = await sandbox.call('PUT', `${path}/${id}`, {
      list_items: 'Later,Never',
      required_to_create: false,
    });
    expect(changed.body).toMatchObject({
      required_to_create: false,
      updated_at: NOW + 4,
      input_options: { list_options: [{ id: options.list_options[1]?.id, label: 'Later' }, { label: 'Never' }] },
    });
    expect((await create({})).status).toBe(200);
    await sandbox.call('PUT', `${path}/${id}`, { archived: true });
    const kept = ticketTypes(sandbox.workspace)
      .get(customer)
      ?.attributes.find((one) => one.id === id);
    expect(kept).toMatchObject({ archived: true, name: 'Urgency', order: 6 });
  });

  test.each([
    ['a list without items', path, attribute({}), 400],
    ['items of no list', path, attribute({ data_type: 'string', list_items: 'a,b' }), 400],
    ['a name that is taken', path, attribute({ name: 'Priority', list_items: 'a' }), 400],
    ['an unknown type', '/ticket_types/1/attributes', attribute({ list_items: 'a' }), 404],
  ])('refuses %s', async (_what, to, body, status) => {
    const sandbox = ticketSandbox();
    const before = sandbox.snapshot();
    expect((await sandbox.call('POST', to, body)).status).toBe(status);
    expect((await sandbox.call('PUT', `${path}/1`, { name: 'x' })).status).toBe(404);
    expect(sandbox.snapshot()).toEqual(before);
  });
});
