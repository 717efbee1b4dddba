import { describe, expect, test } from 'vitest';
import { operations } from '../../../../sandbox/contract/contract.ts';
import { type Conversation, conversations } from '../../../../sandbox/model/conversations.ts';
import { fieldReader } from '../../../../sandbox/operations/conversations/field-reader.ts';
import { nightShift, nora, otis, rosa } from '../../../support/people.ts';
import { conversationSandbox, NOW, tag } from './support/fixture.ts';

const rating = { rating: 2, remark: 'Slow', created_at: NOW - 50, contact_id: rosa.id, teammate_id: otis.id };
const ai_agent = {
  source_type: 'workflow',
  source_title: 'Night desk',
  last_answer_type: 'ai_answer',
  resolution_state: 'escalated',
  rating: 3,
  rating_remark: 'Robotic xyzzy',
  created_at: NOW - 70,
  updated_at: NOW - 70,
};

/** One conversation in which every field of the search has a value. */
async function full() {
  const made = conversationSandbox();
  const { ask, begin, row, sandbox } = made;
  const { id } = begin('<p>Zebra-striped <b>invoice</b></p>');
  const conversation: Conversation = Object.assign(row(id), { rating, ai_agent, priority: 'urgent', snoozed_until: 1 });
  Object.assign(conversation.source, { url: 'https://fernhill.example/zebra', subject: 'Zebra subject' });
  conversation.tags.push({ id: tag, applied_at: NOW, applied_by: nora.id });
  const path = `/conversations/${id}`;
  const assignment = { message_type: 'assignment', type: 'admin', admin_id: nora.id, assignee_id: otis.id };
  await ask('POST', `${path}/parts`, assignment);
  await ask('POST', `${path}/parts`, { ...assignment, type: 'team', assignee_id: nightShift.id });
  sandbox.pass(100);
  await ask('POST', `${path}/reply`, { type: 'admin', admin_id: nora.id, message_type: 'comment', body: 'Hi' });
  await ask('POST', `${path}/parts`, { message_type: 'close', type: 'admin', admin_id: nora.id });
  sandbox.pass(100);
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: rosa.id, body: 'Still' };
  await ask('POST', `${path}/reply`, reply);
  conversation.snoozed_until = NOW + 9000;
  const search = async (...value: [field: string, operator: string, value: unknown][]): Promise<string[]> => {
    const filters = value.map(([field, operator, wanted]) => ({ field, operator, value: wanted }));
    const query = filters.length === 1 ? filters[0] : { operator: 'AND', value: filters };
    const answer = await ask('POST', '/conversations/search', { query, pagination: { per_page: 150 } });
    return answer.conversations.map(({ id }: { id: string }) => id);
  };
  return { ...made, id, conversation, search };
}

const expected: Readonly<Record<string, unknown>> = {
  'source.type': 'conversation',
  'source.delivered_as': 'customer_initiated',
  'source.subject': 'Zebra subject',
  'source.author.id': rosa.id,
  'source.author.type': 'user',
  'source.author.name': rosa.name,
  'source.author.email': rosa.email,
  'source.url': 'https://fernhill.example/zebra',
  created_at: NOW - 3600,
  updated_at: NOW + 200,
  contact_ids: [rosa.id],
  teammate_ids: [nora.id],
  tag_ids: [tag],
  admin_assignee_id: Number(otis.id),
  team_assignee_id: Number(nightShift.id),
  channel_initiated: 'messenger',
  open: true,
  read: false,
  state: 'open',
  waiting_since: NOW + 200,
  snoozed_until: NOW + 9000,
  priority: 'urgent',
  'statistics.time_to_assignment': 3600,
  'statistics.time_to_admin_reply': 3700,
  'statistics.time_to_first_close': 3700,
  'statistics.time_to_last_close': 3700,
  'statistics.median_time_to_reply': 3700,
  'statistics.first_contact_reply_at': NOW - 3600,
  'statistics.first_assignment_at': NOW,
  'statistics.first_admin_reply_at': NOW + 100,
  'statistics.first_close_at': NOW + 100,
  'statistics.last_assignment_at': NOW,
  'statistics.last_assignment_admin_reply_at': NOW + 100,
  'statistics.last_contact_reply_at': NOW + 200,
  'statistics.last_admin_reply_at': NOW + 100,
  'statistics.last_close_at': NOW + 100,
  'statistics.last_closed_by_id': nora.id,
  'statistics.count_reopens': 1,
  'statistics.count_assignments': 2,
  'statistics.count_conversation_parts': 5,
  'conversation_rating.requested_at': NOW - 50,
  'conversation_rating.replied_at': NOW - 50,
  'conversation_rating.score': 2,
  'conversation_rating.remark': 'Slow',
  'conversation_rating.contact_id': rosa.id,
  'conversation_rating.admin_d': otis.id,
  ai_agent_participated: true,
  'ai_agent.resolution_state': 'escalated',
  'ai_agent.last_answer_type': 'ai_answer',
  'ai_agent.rating': 3,
  'ai_agent.rating_remark': 'Robotic xyzzy',
  'ai_agent.source_type': 'workflow',
  'ai_agent.source_title': 'Night desk',
};

function fieldsOf(): string[] {
  const fields = operations.get('POST /conversations/search')?.search?.fields;
  return Array.isArray(fields) ? fields.map(({ name }) => String(name)) : [];
}

describe('search', () => {
  test('every field of the contract is read and found by', async () => {
    const { conversation, search, id } = await full();
    const values = { ...expected, id, 'source.id': conversation.source.id, 'source.body': conversation.source.body };
    const fields = fieldsOf();
    expect(fields).toHaveLength(56);
    expect(Object.keys(values).toSorted()).toEqual(fields.toSorted());
    const read = fieldReader(conversation);
    expect(Object.fromEntries(fields.map((field) => [field, read(field)]))).toEqual(values);
    for (const [field, value] of Object.entries(values)) {
      const wanted = field === 'source.body' ? 'zebra' : Array.isArray(value) ? value[0] : value;
      expect(await search(['id', '=', id], [field, '=', wanted]), field).toEqual([id]);
      expect(await search(['id', '=', id], [field, '!=', wanted]), field).toEqual([]);
    }
  });

  test('finds without parts, last updated first, by pages', async () => {
    const { ask, begin } = conversationSandbox();
    const word = 'qwertzuiop';
    const made = [3, 1, 2].map((ago) => begin(`<p>${word}</p>`, { updated_at: NOW - ago, admin_assignee_id: 0 }).id);
    const query = {
      operator: 'AND',
      value: [
        { operator: 'AND', value: [{ field: 'source.body', operator: '~', value: word }] },
        { operator: 'OR', value: [{ field: 'admin_assignee_id', operator: '=', value: 0 }] },
      ],
    };
    const first = await ask('POST', '/conversations/search', { query, pagination: { per_page: 2 } });
    expect(first).toMatchObject({ type: 'conversation.list', total_count: 3, pages: { per_page: 2, total_pages: 2 } });
    expect(first.conversations.map(({ id }: { id: string }) => id)).toEqual([made[1], made[2]]);
    expect(first.conversations[0]).not.toHaveProperty('conversation_parts');
    expect(first.conversations[0]).not.toHaveProperty('scorecards');
    const { starting_after } = first.pages.next;
    const second = await ask('POST', '/conversations/search?include_scorecards=true', {
      query,
      pagination: { per_page: 2, starting_after },
    });
    expect(second.conversations).toMatchObject([{ id: made[0], scorecards: [] }]);
    expect(second.pages.next ?? null).toBeNull();
  });

  test('refuses what the search has not', async () => {
    const { refusal } = conversationSandbox();
    const ask = (query: unknown) => refusal('POST', '/conversations/search', { query });
    expect(await ask({ field: 'mood', operator: '=', value: 'bad' })).toBe('400 invalid_field');
    expect(await ask({ field: 'open', operator: '~', value: 'x' })).toBe('400 parameter_invalid');
    expect(await ask({ field: 'created_at', operator: 'AND', value: [] })).toMatch(/^[45]00/);
  });

  test('does not read what it need not: 10,000 conversations are searched in a moment', async () => {
    const { ask, begin, workspace } = conversationSandbox();
    const model = begin();
    const part = (index: number): Conversation['parts'][number] => ({
      id: `x${index}`,
      part_type: 'comment',
      body: '<p>Thanks</p>',
      created_at: NOW - 3000 + index,
      updated_at: NOW,
      assigned_to: null,
      author:
        index % 2 === 0
          ? { ...model.source.author }
          : { type: 'admin', id: nora.id, name: nora.name, email: nora.email },
      attachments: [],
      external_id: null,
      redacted: false,
      state: 'open',
    });
    for (let index = 0; index < 10_000; index += 1)
      conversations(workspace).put({
        ...structuredClone(model),
        id: String(5_000_000_000 + index),
        created_at: NOW - index,
        state: index % 3 === 0 ? 'closed' : 'open',
        source: {
          ...model.source,
          body: `<p>Question no. ${index} about ${index % 10 === 0 ? 'refunds' : 'bookings'}</p>`,
        },
        parts: Array.from({ length: 6 }, (_, place) => part(place)),
      });
    const time = async (value: object[]) => {
      const body = { query: { operator: 'AND', value } };
      await ask('POST', '/conversations/search', body);
      const start = performance.now();
      const { total_count } = await ask('POST', '/conversations/search', body);
      return { total_count, took: performance.now() - start };
    };
    const plain = await time([
      { field: 'created_at', operator: '>', value: NOW - 9_999 },
      { field: 'state', operator: '=', value: 'open' },
      { field: 'source.body', operator: '~', value: 'refunds' },
    ]);
    const counted = await time([{ field: 'statistics.count_conversation_parts', operator: '=', value: 6 }]);
    if (process.env.SHOW_TIMES) console.log({ plain, counted });
    expect(plain.total_count).toBeGreaterThanOrEqual(666);
    expect(counted.total_count).toBeGreaterThanOrEqual(10_000);
    // Generous: tens of milliseconds on a laptop, while work done for each row in vain takes seconds.
    expect(plain.took).toBeLessThan(1_000);
  });
});
