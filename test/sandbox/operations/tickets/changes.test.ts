import { describe, expect, test } from 'vitest';
import { nightShift, nora, otis } from '../../../support/people.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';
import { backOffice, create, customer, item, NOW, refusal, row, states, submitted } from './support/fixture.ts';

describe('PUT /tickets/{ticket_id}', () => {
  const admin_id = Number(nora.id);

  test('moves to another state with a part, and a resolved one is closed', async () => {
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
      author: { type: 'admin', id: nora.id },
    });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, ticket_state_id: states.resolved });
    expect(row(sandbox, submitted).open).toBe(false);
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, ticket_state_id: states.inProgress });
    expect(row(sandbox, submitted)).toMatchObject({ open: true, previous_ticket_state_id: states.resolved });
    expect(row(sandbox, submitted).parts.length).toBe(4);
  });

  test('assigns to an admin, then a team, then to nobody', async () => {
    const sandbox = ticketSandbox();
    const assignments = [otis.id, nightShift.id, '0'];
    for (const assignee_id of assignments)
      await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, assignee_id });
    const parts = row(sandbox, submitted).parts.slice(1);
    expect(parts.map(({ part_type }) => part_type)).toEqual(['assignment', 'assignment', 'assignment']);
    expect(parts.map(({ assigned_to }) => assigned_to)).toEqual([
      { type: 'admin', id: otis.id },
      { type: 'team', id: nightShift.id },
      { type: 'nobody_admin', id: null },
    ]);
    expect(row(sandbox, submitted)).toMatchObject({ admin_assignee_id: 0, team_assignee_id: 0 });
    await sandbox.call('PUT', `/tickets/${submitted}`, { admin_id, assignee_id: '0' });
    expect(row(sandbox, submitted).parts.length).toBe(4);
  });

  test('sets attributes with a part for each that changes', async () => {
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

  test('snoozes until its time is over, and closing unsnoozes', async () => {
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

  test.each([
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

describe('POST /tickets/{ticket_id}/change_type', () => {
  test('keeps what both types have, choices by their label', async () => {
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

  test.each([
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
