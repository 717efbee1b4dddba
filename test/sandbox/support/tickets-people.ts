import { openConversation } from '../../../sandbox/domain/conversations/open-conversation.ts';
import { newContact } from '../../../sandbox/domain/people/new-contact.ts';
import { conversations } from '../../../sandbox/model/conversations.ts';
import { admins, contacts, teams } from '../../../sandbox/model/people.ts';
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
  const known = { external_id: 'vera-1', name: 'Vera Test', email: 'vera@testers.example', phone: '+353155599001' };
  const contact = contacts(workspace).put(newContact(people.contact, START / 1000 - 500, known));
  const opening = { at: START / 1000 - 4000, contact, title: 'Calendar is late', body: '<p>My calendar is late</p>' };
  for (const id of ['77000001', '77000002'])
    conversations(workspace).put({
      ...openConversation(workspace, { id, ...opening }),
      read: true,
      waiting_since: null,
    });
  return sandbox;
}
