import { type Conversation, conversations } from '../sandbox/model/conversations.ts';
import { admins, contacts, teams } from '../sandbox/model/people.ts';
import { newLead } from '../sandbox/tickets/contact-of.ts';
import { START, type TestSandbox, testSandbox } from './sandbox.ts';

/** Ids of those whom the tests of tickets put into the workspace. */
export const people = { admin: '990001', other: '990002', team: '9901', contact: '66aa00000000000000000001' } as const;

/** A sandbox with two admins, a team, a contact and two conversations of its own. */
export function ticketSandbox(): TestSandbox {
  const sandbox = testSandbox();
  const { workspace } = sandbox;
  for (const [id, name] of [
    [people.admin, 'Nora Vale'],
    [people.other, 'Otis Brand'],
  ] as const)
    admins(workspace).put({
      id,
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@fernhill.example`,
      job_title: 'Support',
      away_mode_enabled: false,
      away_mode_reassign: false,
      away_status_reason_id: null,
      has_inbox_seat: true,
      team_ids: [],
      avatar: null,
      role: { id: '1', name: 'Support' },
    });
  teams(workspace).put({
    id: people.team,
    name: 'Testers',
    admin_ids: [],
    distribution_method: 'manual',
    assignment_limit: null,
  });
  const lead = newLead(workspace, { email: 'vera@testers.example', phone: '+353155599001' }, START / 1000 - 500);
  contacts(workspace).remove(lead.id);
  contacts(workspace).put({ ...lead, id: people.contact, role: 'user', external_id: 'vera-1', name: 'Vera Test' });
  for (const id of ['77000001', '77000002']) conversations(workspace).put(conversation(id));
  return sandbox;
}

function conversation(id: string): Conversation {
  const at = START / 1000 - 4000;
  return {
    id,
    created_at: at,
    updated_at: at,
    title: 'Calendar is late',
    state: 'open',
    read: true,
    waiting_since: null,
    snoozed_until: null,
    priority: 'none',
    admin_assignee_id: 0,
    team_assignee_id: 0,
    company_id: null,
    source: {
      type: 'conversation',
      id: `${id}1`,
      delivered_as: 'customer_initiated',
      subject: '',
      body: '<p>My calendar is late</p>',
      author: { type: 'user', id: people.contact, name: 'Vera Test', email: 'vera@testers.example' },
      attachments: [],
      url: null,
      redacted: false,
    },
    contact_ids: [people.contact],
    custom_attributes: {},
    tags: [],
    parts: [],
    rating: null,
    sla: null,
    ai_agent: null,
    brand_id: null,
  };
}
