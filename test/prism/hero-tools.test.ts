import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { withoutLookUps } from '../support/look-ups.ts';
import { rosa } from '../support/people.ts';
import { officialDescription, type Prism, startPrism } from '../support/prism.ts';
import { violationsOf } from '../support/prism-verdict.ts';
import { startRelay } from '../support/relay.ts';
import { startStdioSession } from './support/stdio-session.ts';

if (officialDescription === undefined) {
  console.warn('SKIPPED: the hero tools against Prism, for ../shared/specs/intercom-2.16.yaml is missing.');
}

interface Hero {
  readonly words: string;
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly request: string;
  readonly body?: unknown;
  /** Lets Prism make the answer up from its schema, where the description's example is empty. */
  readonly invented?: true;
  readonly answer: object;
}

const yesterday = 1_795_000_000;
function filter(field: string, operator: string, value: unknown) {
  return { field, operator, value };
}
const unassigned = {
  operator: 'AND',
  value: [filter('state', '=', 'open'), filter('admin_assignee_id', '=', 0), filter('created_at', '>', yesterday)],
};
const text = expect.any(String);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+Z$/);

const heroes: readonly Hero[] = [
  {
    words: 'Find all open conversations created in the last 24 hours that are currently unassigned.',
    tool: 'list_all_intercom_search_conversations',
    arguments: { query: unassigned, limit: 20 },
    request: 'POST /conversations/search',
    body: { query: unassigned, pagination: { per_page: 20 } },
    answer: { result: [{ id: text, state: text, created_at: time }], next_cursor: null },
  },
  {
    words: 'Retrieve the full details and message history for conversation 104857392.',
    tool: 'get_single_intercom_conversation_by_id',
    arguments: { conversation_id: '104857392' },
    request: 'GET /conversations/104857392',
    answer: {
      id: text,
      source: { body: text, author: { type: 'admin' } },
      priority: text,
      conversation_parts: expect.arrayContaining([
        expect.objectContaining({
          part_type: 'comment',
          body: text,
          author: expect.objectContaining({ name: text }),
        }),
      ]),
    },
  },
  {
    words:
      'Post a reply to conversation 104857392 letting the customer know the refund was processed. Use admin 149302.',
    tool: 'intercom_conversations_reply',
    arguments: {
      conversation_id: '104857392',
      message_type: 'comment',
      type: 'admin',
      admin_id: '149302',
      body: 'Your refund was processed.',
    },
    request: 'POST /conversations/104857392/reply',
    body: { message_type: 'comment', type: 'admin', admin_id: '149302', body: 'Your refund was processed.' },
    answer: { id: text, conversation_parts: [{ part_type: text }] },
  },
  {
    words: "Search our Help Center for published articles with the phrase 'SSO configuration'.",
    tool: 'list_all_intercom_articles_search',
    arguments: { phrase: 'SSO configuration', state: 'published' },
    request: 'GET /articles/search?phrase=SSO+configuration&state=published',
    answer: { result: [{ id: text, title: text }], next_cursor: null },
  },
  {
    words: `Search for the contact with the email address ${rosa.email} and tell me the subscription tier.`,
    tool: 'list_all_intercom_search_contacts',
    arguments: { query: filter('email', '=', rosa.email), limit: 5 },
    request: 'POST /contacts/search',
    body: { query: filter('email', '=', rosa.email), pagination: { per_page: 5 } },
    invented: true,
    answer: { result: expect.arrayContaining([expect.objectContaining({ custom_attributes: expect.anything() })]) },
  },
  {
    words: "Update ticket 84930. Change its status to 'In Progress' and assign it to admin 149302.",
    tool: 'update_a_intercom_ticket_by_id',
    arguments: { ticket_id: '84930', ticket_state_id: '8270', assignee_id: '149302', admin_id: 149302 },
    request: 'PUT /tickets/84930',
    body: { ticket_state_id: '8270', assignee_id: '149302', admin_id: 149302 },
    answer: {
      id: text,
      ticket_state: { id: text, internal_label: 'In progress' },
      admin_assignee_id: expect.anything(),
    },
  },
];

describe.skipIf(officialDescription === undefined)('a hero tool', () => {
  let prism: Prism | undefined;
  beforeAll(async () => {
    prism = officialDescription === undefined ? undefined : await startPrism(officialDescription);
  }, 90_000);
  afterAll(() => prism?.[Symbol.asyncDispose]());

  test.each(heroes)('serves "$words"', async ({ tool, arguments: args, request, body, invented, answer }) => {
    const added = invented ? { prefer: 'dynamic=true' } : {};
    await using relay = await startRelay(prism?.url, added, { patience: 30_000 });
    await using session = await startStdioSession(relay.url);
    const answered = await session.call(tool, args);
    const passed = relay.take();
    expect(passed.flatMap(violationsOf)).toEqual([]);
    const entry = catalog.find(({ name }) => name === tool) ?? { method: '', path: '' };
    const [sent, ...more] = withoutLookUps(passed, entry);
    expect(more).toEqual([]);
    expect(`${sent?.method} ${sent?.pathname}${sent?.query.size ? `?${sent.query}` : ''}`).toBe(request);
    expect(sent?.body ? JSON.parse(sent.body) : undefined).toEqual(body);
    expect(answered.isError).toBe(false);
    expect(answered.value).toMatchObject(answer);
  });

  test('fails where its request is wrong', async () => {
    await using relay = await startRelay(prism?.url, {}, { patience: 30_000 });
    const init = { method: 'POST', headers: { authorization: 'Bearer x', 'content-type': 'application/json' } };
    const body = { message_type: 'comment', type: 'admin', admin: '149302', body: 'Text' };
    await fetch(`${relay.url}/conversations/1/reply`, { ...init, body: JSON.stringify(body) });
    await fetch(`${relay.url}/conversations/1/answer`, { ...init, body: JSON.stringify(body) });
    await fetch(`${relay.url}/visitors`, { headers: init.headers });
    await fetch(`${relay.url}/admins`);
    expect(relay.take().map((passed) => violationsOf(passed).map(({ at, code }) => `${at} ${code}`))).toEqual([
      expect.arrayContaining(['body required']),
      [' NO_PATH_MATCHED_ERROR'],
      ['query required'],
      [expect.stringMatching(/401|UNAUTHORIZED/)],
    ]);
  });
});
