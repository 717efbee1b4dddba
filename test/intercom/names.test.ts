import { describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { intercomProfile } from '../../intercom/profile.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { cast } from '../../sandbox/sample/cast.ts';
import { namedWorkspace } from '../runtime/names/support/named-workspace.ts';

const { admins, teams, ticketStates, conversations, tickets, contacts } = cast;
// What one changes is nothing to the others.
const sandbox = createSandbox({ rateLimit: 1_000_000 });
const high = '5c1d7a40-3e52-4b8f-9a67-000000000003';
const kinds = intercomProfile.names?.kinds ?? {};

/** Given, sent, and said. */
type Row = readonly [what: string, tool: string, given: object, sent: object | string, said: readonly string[]];

const rows: readonly Row[] = [
  [
    'a state and an admin',
    'update_a_intercom_ticket_by_id',
    {
      ticket_id: tickets.submitted,
      ticket_state_id: 'IN PROGRESS',
      admin_id: 'Priya Nair',
      assignee_id: 'Luca Moretti',
    },
    { ticket_state_id: ticketStates.inProgress, admin_id: Number(admins.priya), assignee_id: admins.luca },
    [
      `admin_id: "Priya Nair" became ${admins.priya}`,
      `assignee_id: "Luca Moretti" became ${admins.luca}`,
      `ticket_state_id: "IN PROGRESS" became ${ticketStates.inProgress} ("In progress")`,
    ],
  ],
  [
    'an option of a list, by the type of the ticket',
    'update_a_intercom_ticket_by_id',
    { ticket_id: tickets.submitted, ticket_attributes: { Priority: 'High', 'Invoice number': 'High' } },
    { ticket_attributes: { Priority: high, 'Invoice number': 'High' } },
    [`ticket_attributes.Priority: "High" became ${high}`],
  ],
  [
    'a type, its options and assignees in one call',
    'create_a_intercom_ticket',
    {
      ticket_type_id: 'bug report',
      contacts: [{ id: contacts.amara }],
      ticket_attributes: { _default_title_: 'High', Priority: 'high' },
      assignment: { admin_assignee_id: 'ingrid@fernhill.example', team_assignee_id: 'Technical' },
    },
    {
      ticket_type_id: '2104',
      ticket_attributes: { _default_title_: 'High', Priority: '5c1d7a40-3e52-4b8f-9a67-00000000000b' },
      assignment: { admin_assignee_id: admins.ingrid, team_assignee_id: teams.technical },
    },
    [
      'ticket_type_id: "bug report" became 2104 ("Bug report")',
      `assignment.admin_assignee_id: "ingrid@fernhill.example" became ${admins.ingrid} ("Ingrid Sørensen")`,
      `assignment.team_assignee_id: "Technical" became ${teams.technical}`,
      'ticket_attributes.Priority: "high" became 5c1d7a40-3e52-4b8f-9a67-00000000000b ("High")',
    ],
  ],
  [
    'a team, where a type beside it says so',
    'intercom_conversations_manage',
    {
      conversation_id: conversations.refund,
      message_type: 'assignment',
      type: 'team',
      admin_id: 'maya okafor',
      assignee_id: 'billing',
    },
    { admin_id: admins.maya, assignee_id: teams.billing },
    [
      `admin_id: "maya okafor" became ${admins.maya} ("Maya Okafor")`,
      `assignee_id: "billing" became ${teams.billing} ("Billing")`,
    ],
  ],
  [
    'nobody',
    'intercom_conversations_manage',
    {
      conversation_id: conversations.refund,
      message_type: 'assignment',
      type: 'admin',
      admin_id: 149302,
      assignee_id: 'Unassigned',
    },
    { admin_id: admins.maya, assignee_id: '0' },
    ['assignee_id: "Unassigned" became 0'],
  ],
  [
    'a tag',
    'intercom_conversations_attach_tag',
    { conversation_id: conversations.refund, admin_id: 'Tomas Reyes', tag_id: 'feature request' },
    { admin_id: admins.tomas, id: '8004' },
    [
      `admin_id: "Tomas Reyes" became ${admins.tomas} ("Tomás Reyes")`,
      'tag_id: "feature request" became 8004 ("feature-request")',
    ],
  ],
  [
    'a tag in a path',
    'get_single_intercom_tag_by_id',
    { id: 'Password reset' },
    'GET /tags/8007',
    ['tag_id: "Password reset" became 8007 ("password-reset")'],
  ],
  [
    'a subscription type, in another language',
    'intercom_contacts_attach_subscription',
    { contact_id: contacts.amara, consent_type: 'opt_out', subscription_id: 'Neuigkeiten' },
    { id: '91' },
    ['subscription_id: "Neuigkeiten" became 91 ("Product news")'],
  ],
  [
    'a collection and an author',
    'create_a_intercom_article',
    { author_id: 'Hanna Weiss', title: 'Sync', parent_id: 'Calendar sync', parent_type: 'collection' },
    { author_id: 149308, parent_id: 6103 },
    ['author_id: "Hanna Weiss" became 149308', 'parent_id: "Calendar sync" became 6103'],
  ],
  [
    'an away reason',
    'intercom_admins_set_away',
    { admin_id: 'Daniel Cho', away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: 'lunch' },
    { away_status_reason_id: 2301 },
    [`admin_id: "Daniel Cho" became ${admins.daniel}`, 'away_status_reason_id: "lunch" became 2301 ("Lunch")'],
  ],
  [
    'a newsfeed in a list, and a sender',
    'create_a_intercom_news_item',
    {
      title: 'News',
      body: 'News.',
      sender_id: 'Maya Okafor',
      newsfeed_assignments: [{ newsfeed_id: 'Early access', published_at: 1_790_000_000 }],
    },
    { sender_id: Number(admins.maya), newsfeed_assignments: [{ newsfeed_id: 72 }] },
    [`sender_id: "Maya Okafor" became ${admins.maya}`, 'newsfeed_assignments[0].newsfeed_id: "Early access" became 72'],
  ],
  [
    'a help center',
    'create_a_intercom_help_center_collection',
    { name: 'New', help_center_id: 'Fernhill Partners', parent_id: 'For partners' },
    { help_center_id: 502, parent_id: '6110' },
    ['help_center_id: "Fernhill Partners" became 502', 'parent_id: "For partners" became 6110'],
  ],
  [
    'what a message is from',
    'create_a_intercom_message',
    {
      from: { type: 'admin', id: 'Maya Okafor' },
      to: { type: 'user', id: contacts.amara },
      message_type: 'in_app',
      body: 'Hello',
    },
    { from: { id: Number(admins.maya) } },
    [`from.id: "Maya Okafor" became ${admins.maya}`],
  ],
  [
    'an audience in a list',
    'create_a_intercom_content_snippet',
    { title: 'Text', body_markdown: 'Text', audience_ids: ['Everyone', 3102] },
    { audience_ids: [3101, 3102] },
    ['audience_ids[0]: "Everyone" became 3101'],
  ],
  [
    'a segment',
    'get_single_intercom_segment_by_id',
    { segment_id: 'beta testers' },
    'GET /segments/6601d6b4f300000100000009',
    ['segment_id: "beta testers" became 6601d6b4f300000100000009 ("Beta testers")'],
  ],
  [
    'a brand',
    'get_single_intercom_brand_by_id',
    { brand_id: 'Fernhill Studio' },
    'GET /brands/2',
    ['brand_id: "Fernhill Studio" became 2'],
  ],
  [
    'a schedule of office hours',
    'get_single_intercom_office_hours_schedule_by_id',
    { id: 'weekdays' },
    'GET /office_hours_schedules/601',
    ['office_hours_schedule_id: "weekdays" became 601 ("Weekdays")'],
  ],
];

describe('names in arguments', () => {
  test.each(rows)('%s', async (_, tool, given, sent, said) => {
    const workspace = namedWorkspace({}, { sandbox });
    const { repairs } = await workspace.call(tool, given);
    const last = workspace.own().at(-1);
    expect(typeof sent === 'string' ? last?.route : last?.body).toEqual(
      typeof sent === 'string' ? sent : expect.objectContaining(matching(sent)),
    );
    expect(new Set(repairs)).toEqual(new Set(said));
  });

  test('cover every kind of things', async () => {
    const tools = await Promise.all([...new Set(rows.map(([, tool]) => tool))].map(loadTool));
    const covered = new Set(tools.flatMap((tool) => Object.values(tool?.names ?? {}).flat()));
    const inArguments = Object.keys(kinds).filter((kind) => kind !== 'ticket_attribute');
    expect([...covered].toSorted()).toEqual(inArguments.toSorted());
  });
});

test('every kind has the list that its tool has, and every marked argument and shown id a kind', async () => {
  for (const [name, { tool, path, pagination }] of Object.entries(kinds)) {
    const entry = catalog.find((one) => one.name === tool);
    expect({ name, path: entry?.path, pagination: (await loadTool(tool))?.pagination }).toEqual({
      name,
      path,
      pagination,
    });
  }
  const marked = await Promise.all(catalog.map(async ({ name }) => Object.values((await loadTool(name))?.names ?? {})));
  const { shown = {}, shownByKey = {}, references = {} } = intercomProfile.names ?? {};
  const { names = {}, namedFields = {} } = intercomProfile.search ?? {};
  const used = [marked, shown, shownByKey, references, names, namedFields].flatMap((table) =>
    Object.values(table).flat(2),
  );
  expect(used.filter((kind) => !Object.hasOwn(kinds, kind))).toEqual([]);
});

/** What holds for objects within objects as well. */
function matching(value: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, part]) => {
      if (Array.isArray(part))
        return [key, part.map((item) => (isObject(item) ? expect.objectContaining(item) : item))];
      return [key, isObject(part) ? expect.objectContaining(matching(part)) : part];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
