import { describe, expect, test } from 'vitest';
import { own } from '../../../runtime/value/value.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { namedWorkspace } from './support/named-workspace.ts';

const { admins, tickets, conversations } = cast;
const sandbox = createSandbox({ rateLimit: 1_000_000 });
const TICKET = 'get_single_intercom_ticket_by_id';
const MODEL = { shape: 'model' } as const;

test('a ticket has names beside its ids, and what was read of it can be written back', async () => {
  const { call, own: sent } = namedWorkspace({}, { sandbox });
  await call('update_a_intercom_ticket_by_id', {
    ticket_id: tickets.jonas,
    admin_id: 'Maya Okafor',
    assignee_id: 'Priya Nair',
    ticket_attributes: { Priority: 'Low' },
  });
  const { output } = await call(TICKET, { ticket_id: tickets.jonas }, MODEL);
  expect(output).toMatchObject({ admin_assignee_id: Number(admins.priya), admin_assignee: 'Priya Nair' });
  expect(output).toMatchObject({ ticket_attributes: { Priority: 'Low' } });
  const change = { ticket_id: tickets.jonas, ticket_attributes: own(output, 'ticket_attributes') };
  const { output: raw } = await call(TICKET, { ticket_id: tickets.jonas });
  await call('update_a_intercom_ticket_by_id', change);
  expect(sent().at(-1)?.body).toEqual({ ticket_attributes: own(raw, 'ticket_attributes') });
  expect(own((await call(TICKET, { ticket_id: tickets.jonas })).output, 'ticket_attributes')).toEqual(
    own(raw, 'ticket_attributes'),
  );
});

test.each<[tool: string, input: object, shown: object]>([
  ['list_all_intercom_articles', { limit: 1 }, { author: 'Ingrid Sørensen', parents: ['Troubleshooting'] }],
  ['list_all_intercom_help_center_collections', { limit: 3 }, { help_center: 'Fernhill Partners' }],
  [
    'list_all_intercom_search_conversations',
    {
      query: { field: 'id', operator: '=', value: conversations.refund },
    },
    { admin_assignee: 'Maya Okafor' },
  ],
  [
    'list_all_intercom_search_contacts',
    {
      query: { field: 'tag_id', operator: '=', value: 'password-reset' },
      limit: 1,
    },
    { tags: expect.arrayContaining([{ id: '8007', name: 'password-reset' }]) },
  ],
])('%s shows names', async (tool, input, shown) => {
  const { call } = namedWorkspace({}, { sandbox });
  const { output } = await call(tool, input, MODEL);
  const items = own(output, 'result');
  expect(Array.isArray(items) ? items[0] : undefined).toMatchObject(shown);
});

test.each([[['admin_assignee']], [['+admin_assignee']], [['state', 'admin_assignee_id', 'admin_assignee']]])(
  'a name that is asked for, %j, is shown, and not said to be absent',
  async (fields) => {
    const { call } = namedWorkspace({}, { sandbox });
    const query = { field: 'id', operator: '=', value: conversations.refund };
    const { output } = await call('list_all_intercom_search_conversations', { query, fields }, MODEL);
    expect(output).toMatchObject({ result: [{ admin_assignee_id: 149302, admin_assignee: 'Maya Okafor' }] });
    expect(output).not.toHaveProperty('absent_fields');
  },
);

test('a raw answer stays as it came, and asks for nothing else', async () => {
  const { call, sent } = namedWorkspace({}, { sandbox });
  const { output } = await call(TICKET, { ticket_id: tickets.jonas });
  expect(output).not.toHaveProperty('admin_assignee');
  expect(sent).toHaveLength(1);
});

describe('what names cost', () => {
  test('one look-up of each list for a page, and none for the next', async () => {
    const { call, sent } = namedWorkspace({}, { sandbox });
    const query = { field: 'open', operator: '=', value: true };
    const list = () => call('list_all_intercom_search_tickets', { query, limit: 20 }, MODEL);
    await list();
    const routes = sent.map(({ route }) => route).toSorted();
    expect(routes).toEqual(['GET /admins', 'GET /teams', 'GET /ticket_types', 'POST /tickets/search']);
    await list();
    expect(sent).toHaveLength(routes.length + 1);
  });

  test('less than a tenth of a page', async () => {
    const query = { field: 'open', operator: '=', value: true };
    const size = async (names: boolean) => {
      const { call } = namedWorkspace({ names }, { sandbox });
      return JSON.stringify((await call('list_all_intercom_search_tickets', { query, limit: 20 }, MODEL)).output)
        .length;
    };
    expect(await size(true)).toBeLessThan((await size(false)) * 1.1);
  });

  test('nothing where an answer is as long as it may be', async () => {
    const data = Array.from({ length: 400 }, (_, at) => ({ id: String(at), author_id: 149302, title: 'x'.repeat(60) }));
    const instead = (route: string) => (route === 'GET /articles' ? Response.json({ data }) : undefined);
    const { call } = namedWorkspace({}, { sandbox, instead });
    const { output } = await call('list_all_intercom_articles', { limit: 400 }, MODEL);
    expect(JSON.stringify(output).length).toBeLessThanOrEqual(40_000);
    expect(JSON.stringify(output)).toContain('"author":"Maya Okafor"');
  });
});

test.each<[what: string, response: () => Response]>([
  ['refused', () => Response.json({}, { status: 403 })],
  ['limited', () => Response.json({}, { status: 429 })],
  ['broken', () => new Response('<html>', { status: 200 })],
  ['of another form', () => Response.json({ hello: 1 })],
])('a look-up that is %s does no harm to a read, and is not made again for a minute', async (_, response) => {
  const { call, sent } = namedWorkspace(
    {},
    { sandbox, instead: (route) => (route === 'GET /admins' ? response() : undefined) },
  );
  for (let turn = 0; turn < 2; turn += 1) {
    const { output } = await call('list_all_intercom_articles', { limit: 1 }, MODEL);
    expect(output).not.toHaveProperty('result.0.author');
    expect(output).toMatchObject({ result: [{ author_id: 149304 }] });
  }
  expect(sent.filter(({ route }) => route === 'GET /admins')).toHaveLength(1);
});

test('where the list is not served, only what the answer says itself is shown', async () => {
  const ticket = { id: '7', type: 'ticket', admin_assignee_id: 149306, ticket_parts: { ticket_parts: [] } };
  const author = { type: 'admin', id: '149306', name: 'Priya' };
  const parts = [{ id: '1', type: 'ticket_part', body: 'Hi', created_at: 1_790_000_000, author }];
  const answers = [ticket, { ...ticket, ticket_parts: { ticket_parts: parts } }];
  const { call, sent } = namedWorkspace({}, { sandbox, instead: () => Response.json(answers.shift()) });
  const candidates = (tool: string) => tool !== 'list_all_intercom_admins';
  const read = async () => (await call(TICKET, { ticket_id: '7' }, { ...MODEL, candidates })).output;
  expect(await read()).not.toHaveProperty('admin_assignee');
  expect(await read()).toHaveProperty('admin_assignee', 'Priya');
  expect(sent).toHaveLength(2);
});
