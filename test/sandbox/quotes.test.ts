import { InMemoryTransport } from '@modelcontextprotocol/server';
import { beforeAll, expect, test } from 'vitest';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { createMcpServer } from '../../runtime/mcp/index.ts';
import { cast } from '../../sandbox/index.ts';
import { Client } from '../judges/legacy-sdk.ts';
import { emails } from '../support/people.ts';
import { testSandbox } from './support/sandbox.ts';

// What users ask for in their own words, answered by the calls that a model makes; the values are those of the seed.
const sandbox = testSandbox();
const client = new Client({ name: 'quotes', version: '1' });

beforeAll(async () => {
  const workspace = createClient({
    token: 'sandbox',
    baseUrl: 'http://localhost',
    fetch: sandbox.fetch,
    now: () => sandbox.workspace.start * 1000,
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer({ ...intercom, client: workspace }).connect(far);
  await client.connect(near);
});

async function use(name: string, args: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const [first] = content as { text: string }[];
  expect(isError, first?.text).toBeFalsy();
  return JSON.parse(first?.text ?? '');
}
function ids({ result }: { result: { id: string }[] }): string[] {
  return result.map(({ id }) => id).toSorted();
}

test('"Find all open conversations created in the last 24 hours that are currently unassigned."', async () => {
  const answer = await use('list_all_intercom_search_conversations', {
    query: {
      operator: 'AND',
      value: [
        { field: 'created_at', operator: '>', value: 'now-24h' },
        { field: 'state', operator: '=', value: 'open' },
        { field: 'admin_assignee_id', operator: '=', value: null },
      ],
    },
    fields: ['id', 'state'],
  });
  expect(ids(answer)).toEqual([...cast.conversations.resets, ...cast.conversations.unassigned]);
  expect(answer.result.every(({ state }: { state: string }) => state === 'open')).toBe(true);
});

test('"Retrieve the full details and message history for conversation 104857392."', async () => {
  const answer = await use('get_single_intercom_conversation_by_id', { conversation_id: 104857392 });
  expect(answer).toMatchObject({ id: '104857392', state: 'open' });
  const text = JSON.stringify(answer);
  expect(text).toContain(emails.sofia);
  expect(text).toMatch(/refund/i);
  expect(text).not.toMatch(/<p>/);
});

test('"Post a reply to conversation 104857392 letting the customer know the refund was processed."', async () => {
  await use('intercom_conversations_reply', {
    conversation_id: '104857392',
    message_type: 'comment',
    type: 'admin',
    admin_id: 149302,
    body: 'Good news: your refund was processed.',
  });
  const added = sandbox.changes().filter(({ at }) => /^parts\.\d+$/.test(at));
  expect(added).toMatchObject([
    { id: '104857392', after: { part_type: 'comment', author: { type: 'admin', id: '149302' } } },
  ]);
  expect(new Set(sandbox.changes().map(({ table, id }) => `${table} ${id}`))).toEqual(
    new Set([`conversations ${cast.conversations.refund}`, `contacts ${cast.contacts.sofia}`]),
  );
});

test('"Search our Help Center for published articles with the phrase \'SSO configuration\'."', async () => {
  const answer = await use('list_all_intercom_articles_search', {
    phrase: 'SSO configuration',
    state: 'published',
    fields: ['title', 'state', 'body'],
  });
  expect(answer.result[0]).toMatchObject({ title: 'SSO configuration', state: 'published' });
  expect(answer.result[0].body).toMatch(/^1\. /m);
  expect(answer.result.every(({ state }: { state: string }) => state === 'published')).toBe(true);
});

test('"Search for the contact with the email address X and tell me the subscription tier."', async () => {
  const answer = await use('list_all_intercom_search_contacts', {
    query: { field: 'email', operator: '=', value: emails.amara },
    fields: ['id', 'custom_attributes'],
  });
  expect(answer.result).toMatchObject([
    { id: cast.contacts.amara, custom_attributes: { subscription_tier: 'Enterprise' } },
  ]);
});

test('"Update ticket 84930. Change its status to \'In Progress\' and assign it to admin 149302."', async () => {
  const states = await use('list_all_intercom_ticket_states', {});
  const { id } = states.result.find(({ internal_label }: { internal_label: string }) =>
    /^in progress$/i.test(internal_label),
  );
  await use('update_a_intercom_ticket_by_id', {
    ticket_id: '84930',
    ticket_state_id: id,
    admin_id: 149302,
    assignee_id: '149302',
  });
  const ticket = sandbox.snapshot().tickets?.['84930'];
  expect(ticket).toMatchObject({ ticket_state_id: cast.ticketStates.inProgress, admin_assignee_id: 149302 });
});

test('what happens beside a conversation is there too: pauses, and a thread of the teammates', async () => {
  const { result: events } = await use('list_all_intercom_conversation_handling_events', {
    conversation_id: '104857392',
  });
  expect(events.map(({ type }: { type: string }) => type)).toEqual(['paused', 'resumed']);
  const { result: threads } = await use('list_all_intercom_conversation_side_conversations', {
    conversation_id: '104857392',
  });
  expect(JSON.stringify(threads)).toContain('Can one of them go back?');
});
