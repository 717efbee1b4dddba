import { openConversation } from '../../../sandbox/domain/conversations/open-conversation.ts';
import { conversations } from '../../../sandbox/model/conversations.ts';
import { contacts } from '../../../sandbox/model/people.ts';
import { rosa } from '../../support/people.ts';
import { putPeople } from './put-people.ts';
import { START, type TestSandbox, testSandbox } from './sandbox.ts';

/** A sandbox with the people of the tests and two conversations that Rosa began. */
export function ticketSandbox(): TestSandbox {
  const sandbox = testSandbox();
  const { workspace } = sandbox;
  putPeople(workspace, START / 1000 - 500);
  const contact = contacts(workspace).get(rosa.id);
  if (contact === undefined) throw new Error('no contact');
  const opening = { at: START / 1000 - 4000, contact, title: 'Calendar is late', body: '<p>My calendar is late</p>' };
  for (const id of ['77000001', '77000002'])
    conversations(workspace).put({
      ...openConversation(workspace, { id, ...opening }),
      read: true,
      waiting_since: null,
    });
  return sandbox;
}
