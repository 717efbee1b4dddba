import { describe, expect, test } from 'vitest';
import { adviseOnError } from '../../intercom/advice.ts';
import { contentRules } from '../../intercom/advice-content.ts';
import { peopleRules } from '../../intercom/advice-people.ts';
import { catalog } from '../../intercom/catalog.ts';
import type { ErrorSituation } from '../../runtime/profile/advice.ts';
import { called } from './support/called.ts';

const names = new Set(catalog.map(({ name }) => name));

describe('an answer about the state of things leads to the tool that changes it', () => {
  test.each<[string, ErrorSituation, string]>([
    [
      'two users are to be merged',
      {
        status: 400,
        code: 'invalid_merge',
        message: 'Only a lead can be merged, and only into a user',
        ...called('intercom_contacts_merge', { from: 'a', into: 'b' }),
      },
      'Only a lead can be merged, into a user: from takes the lead',
    ],
    [
      'the contacts of a merge share nothing',
      {
        status: 400,
        code: 'invalid_merge',
        message:
          'Contacts can only be merged when they are duplicates. Pass skip_duplicate_validation=true to override.',
        ...called('intercom_contacts_merge'),
      },
      'Ask the user whether they are one person',
    ],
    [
      'a draft article is to be published as a draft of a published one',
      {
        status: 422,
        code: 'parameter_invalid',
        message: 'Article has no draft to publish',
        ...called('intercom_article_draft_publish', { article_id: '1' }),
      },
      'Nothing is staged. An article that is a draft is published with update_a_intercom_article_by_id',
    ],
    [
      'changes are staged on an article that was never published',
      {
        status: 422,
        code: 'parameter_invalid',
        message: 'Article must be published before a draft can be staged',
        ...called('update_a_intercom_article_draft_by_id', { article_id: '1' }),
      },
      'Change the article itself with update_a_intercom_article_by_id',
    ],
    [
      'a contact exists already',
      {
        status: 409,
        code: 'conflict',
        message: 'A contact matching those details already exists with id=66aa01',
        ...called('create_a_intercom_contact', { email: 'a@example.com' }),
      },
      'Update contact_id 66aa01 with update_a_intercom_contact_by_id instead',
    ],
    [
      'an archived contact exists already',
      {
        status: 409,
        code: 'conflict',
        message: 'An archived contact matching those details already exists with id=66aa01',
        ...called('create_a_intercom_contact'),
      },
      'Bring contact_id 66aa01 back with intercom_contacts_unarchive',
    ],
    [
      'a contact exists already, and the answer says no id',
      { status: 409, message: 'Conflict', ...called('update_a_intercom_contact_by_id') },
      'Update it with update_a_intercom_contact_by_id instead',
    ],
    [
      'a redirect exists already',
      { status: 409, code: 'resource_conflict', ...called('create_a_intercom_help_center_redirect') },
      'Delete the old redirect with delete_a_intercom_help_center_redirect_by_id first',
    ],
    [
      'a live connector is to be deleted',
      { status: 409, code: 'conflict', ...called('delete_a_intercom_data_connector_by_id') },
      'Set state to draft with update_a_intercom_data_connector_by_id first',
    ],
    [
      'a state is none of the ticket’s',
      { status: 400, code: 'ticket_state_id_invalid', ...called('update_a_intercom_ticket_by_id') },
      "Give a state of the ticket's own type as ticket_state_id. Find states with list_all_intercom_ticket_states",
    ],
    [
      'the type of a ticket is no customer’s',
      {
        status: 400,
        code: 'parameter_invalid',
        message: 'Ticket type is not a customer ticket type',
        ...called('intercom_conversations_convert'),
      },
      'Give a ticket_type_id of category Customer. Find ticket types with list_all_intercom_ticket_types',
    ],
  ])('%s', (_, situation, words) => {
    expect(adviseOnError(situation)?.slice(0, words.length)).toBe(words);
  });

  test('every rule is short, and names only tools that exist', () => {
    const rules = [...peopleRules, ...contentRules];
    const texts = rules.map(({ advice }) => (typeof advice === 'string' ? advice : advice({ status: 409 })));
    expect(texts.filter((text) => text.length > 260 || !/^[A-Z].*\.$/.test(text))).toEqual([]);
    const named = texts.flatMap((text) => text.match(/[a-z_]*intercom_[a-z_]+/g) ?? []);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  test('every rule that is about a tool is about one that exists', () => {
    const lost = [...peopleRules, ...contentRules].filter(
      ({ tool }) => tool !== undefined && ![...names].some((name) => tool.test(name)),
    );
    expect(lost).toEqual([]);
  });
});
