import { describe, expect, test } from 'vitest';
import { tickets, ticketTypes } from '../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { nightShift, nora, rosa, stranger } from '../../../support/people.ts';
import { START, type TestSandbox } from '../../support/sandbox.ts';
import { ticketSandbox } from '../../support/ticket-sandbox.ts';

const NOW = START / 1000;

/** A sandbox with two tickets only, made a minute apart. */
async function withTwo(): Promise<TestSandbox & { readonly ids: readonly string[] }> {
  const sandbox = ticketSandbox();
  for (const { id } of tickets(sandbox.workspace).all()) tickets(sandbox.workspace).remove(id);
  const ids: string[] = [];
  for (const [ticket_type_id, title, amount] of [
    [cast.ticketTypes.backOffice, 'Refund a workshop', 120.5],
    [cast.ticketTypes.customer, 'Calendar is late', undefined],
  ] as const) {
    const { body } = await sandbox.call('POST', '/tickets', {
      ticket_type_id,
      contacts: [amount === undefined ? { email: stranger.email } : { id: rosa.id }],
      ticket_attributes: {
        _default_title_: title,
        _default_description_: `About: ${title}`,
        ...(amount !== undefined && { Amount: amount }),
      },
      assignment: amount === undefined ? {} : { admin_assignee_id: nora.id, team_assignee_id: nightShift.id },
    });
    ids.push((body as { id: string }).id);
    sandbox.pass(60);
  }
  return Object.assign(sandbox, { ids });
}

async function found(sandbox: TestSandbox, query: unknown): Promise<string[]> {
  const { status, body } = await sandbox.call('POST', '/tickets/search', { query });
  expect([status, body]).toEqual([200, expect.objectContaining({ type: 'ticket.list' })]);
  return (body as { tickets: { id: string }[] }).tickets.map(({ id }) => id);
}

describe('POST /tickets/search', () => {
  test.each([
    ['created_at', '>', NOW + 30, 1],
    ['updated_at', '<', NOW + 30, 0],
    ['title', '~', 'calendar', 1],
    ['description', '~', 'workshop', 0],
    ['category', '=', 'task', 0],
    ['category', '=', 'request', 1],
    ['ticket_type_id', '=', cast.ticketTypes.customer, 1],
    ['contact_ids', '=', rosa.id, 0],
    ['teammate_ids', '=', nora.id, 0],
    ['admin_assignee_id', '=', nora.id, 0],
    ['admin_assignee_id', '=', '0', 1],
    ['team_assignee_id', '=', nightShift.id, 0],
    ['team_assignee_id', '=', 0, 1],
  ])('finds by %s %s %s', async (field, operator, value, index) => {
    const sandbox = await withTwo();
    expect(await found(sandbox, { field, operator, value })).toEqual([sandbox.ids[index]]);
  });

  test('finds by what changed: open, state, snoozed_until', async () => {
    const sandbox = await withTwo();
    const [office = '', request = ''] = sandbox.ids;
    const admin_id = Number(nora.id);
    const { resolved } = cast.ticketStates;
    await sandbox.call('PUT', `/tickets/${office}`, { admin_id, ticket_state_id: resolved });
    await sandbox.call('PUT', `/tickets/${request}`, { admin_id, snoozed_until: NOW + 9000 });
    expect(await found(sandbox, { field: 'open', operator: '=', value: true })).toEqual([request]);
    expect(await found(sandbox, { field: 'state', operator: '=', value: 'resolved' })).toEqual([office]);
    expect(await found(sandbox, { field: 'state', operator: '=', value: 'submitted' })).toEqual([request]);
    expect(await found(sandbox, { field: 'snoozed_until', operator: '>', value: NOW + 8000 })).toEqual([request]);
    expect(await found(sandbox, { field: 'id', operator: 'IN', value: [office] })).toEqual([office]);
  });

  test('finds by an attribute of a type, by its id', async () => {
    const sandbox = await withTwo();
    const attributes = ticketTypes(sandbox.workspace).get(cast.ticketTypes.backOffice)?.attributes ?? [];
    const field = `ticket_attribute.${attributes.find(({ name }) => name === 'Amount')?.id}`;
    expect(await found(sandbox, { field, operator: 'IN', value: ['120.5'] })).toEqual([sandbox.ids[0]]);
    expect(await found(sandbox, { field, operator: 'IN', value: ['7'] })).toEqual([]);
  });

  test('joins filters, puts the last updated first, and pages by cursor', async () => {
    const sandbox = await withTwo();
    const [office = '', request = ''] = sandbox.ids;
    const query = {
      operator: 'OR',
      value: [
        { field: 'title', operator: '~', value: 'refund' },
        { field: 'title', operator: '~', value: 'calendar' },
      ],
    };
    expect(await found(sandbox, query)).toEqual([request, office]);
    await sandbox.call('PUT', `/tickets/${office}`, { admin_id: Number(nora.id), is_shared: true });
    expect(await found(sandbox, query)).toEqual([office, request]);
    const first = await sandbox.call('POST', '/tickets/search', { query, pagination: { per_page: 1 } });
    const { tickets: items, pages } = first.body as { tickets: unknown[]; pages: { next: { starting_after: string } } };
    expect([items.length, first.body]).toEqual([1, expect.objectContaining({ total_count: 2 })]);
    const next = await sandbox.call('POST', '/tickets/search', { query, pagination: { per_page: 1, ...pages.next } });
    expect(next.body).toMatchObject({ tickets: [{ id: request }], pages: { next: null } });
  });

  test('refuses a field that does not exist', async () => {
    const query = { field: 'mood', operator: '=', value: 'x' };
    expect(await ticketSandbox().call('POST', '/tickets/search', { query })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'invalid_field' }] },
    });
  });
});
