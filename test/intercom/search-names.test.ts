import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/index.ts';
import { namedWorkspace } from '../runtime/names/support/named-workspace.ts';

const sandbox = createSandbox({ rateLimit: 1_000_000 });
const high = '5c1d7a40-3e52-4b8f-9a67-000000000003';

describe('names in searches', () => {
  test.each<[what: string, kind: string, given: object, value: unknown]>([
    ['an assignee', 'conversations', { field: 'admin_assignee_id', operator: '=', value: 'Priya Nair' }, 149306],
    ['an assignee by another word', 'tickets', { field: 'assignee', operator: '!=', value: 'priya nair' }, '149306'],
    ['nobody', 'conversations', { field: 'admin_assignee_id', operator: '=', value: 'unassigned' }, 0],
    ['teams', 'tickets', { field: 'team_assignee_id', operator: 'IN', value: ['Billing', '7301'] }, ['7302', '7301']],
    ['tags in one text', 'conversations', { field: 'tags', operator: 'IN', value: 'vip, bug' }, ['8005', '8003']],
    ['a tag', 'contacts', { field: 'tag_id', operator: '=', value: 'vip' }, '8005'],
    ['an owner', 'contacts', { field: 'owner_id', operator: '=', value: 'maya@fernhill.example' }, '149302'],
    ['a segment', 'contacts', { field: 'segment', operator: '=', value: 'New' }, '6601d6b4f300000100000002'],
    ['a type', 'tickets', { field: 'ticket_type', operator: '=', value: 'Bug report' }, '2104'],
    ['an option', 'tickets', { field: 'ticket_attribute.3301', operator: '=', value: 'High' }, high],
    ['another attribute', 'tickets', { field: 'ticket_attribute.3303', operator: '=', value: 'FH-1' }, 'FH-1'],
    ['a state', 'tickets', { field: 'state', operator: '=', value: 'In progress' }, 'in_progress'],
  ])('%s, of %s', async (_, kind, query, value) => {
    const workspace = namedWorkspace({}, { sandbox });
    await workspace.call(`list_all_intercom_search_${kind}`, { query });
    expect(workspace.own().at(-1)?.body).toMatchObject({ query: { value } });
  });

  test('an attribute of one type alone may be named, one of several is refused', async () => {
    const { call, own } = namedWorkspace({}, { sandbox });
    const search = 'list_all_intercom_search_tickets';
    await call(search, { query: { field: 'ticket_attribute.Severity', operator: '=', value: 'outage' } });
    expect(own().at(-1)?.body).toMatchObject({
      query: { field: 'ticket_attribute.3317', value: '5c1d7a40-3e52-4b8f-9a67-000000000011' },
    });
    await expect(
      call(search, { query: { field: 'ticket_attribute.Priority', operator: '=', value: 'High' } }),
    ).rejects.toThrow('one of "Priority" (3301, of "Customer request"), "Priority" (3307, of "Bug report")');
    expect(own()).toHaveLength(1);
  });

  test.each([
    ['admin_assignee_id', 'Priya', 'conversations', '"Priya" is no admin; there are "Priya Nair" (149306)'],
    ['tag_ids', 'urgent', 'conversations', '"urgent" is no tag'],
    ['ticket_attribute.3301', 'Urgent', 'tickets', '"Low" (5c1d7a40'],
    ['state', 'Escalated', 'tickets', '"waiting_on_customer", "resolved", not "Escalated"'],
    ['contact_ids', 'amara.diallo@brightleaf.example', 'conversations', 'search contacts by email first'],
  ])('%s = %s is refused, and nothing is searched', async (field, value, kind, said) => {
    const { call, own } = namedWorkspace({}, { sandbox });
    const query = { field, operator: '=', value };
    await expect(call(`list_all_intercom_search_${kind}`, { query })).rejects.toThrow(said);
    expect(own()).toEqual([]);
  });
});
