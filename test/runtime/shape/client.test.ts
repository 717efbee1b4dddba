import { describe, expect, test } from 'vitest';
import {
  getConversation,
  replyToConversation,
  searchConversations,
} from '../../../generated/intercom/tools/conversations.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { callTool } from '../../../runtime/mcp/call-tool.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { isRecord } from '../../../runtime/value/value.ts';
import { record } from '../../support/recorder.ts';

function part(at: number) {
  return {
    type: 'conversation_part',
    id: String(1000 + at),
    part_type: 'comment',
    body: `<p>message ${at} ${'x'.repeat(150)}</p>`,
    created_at: 1_780_000_000 + at,
  };
}
const conversation = {
  type: 'conversation',
  id: '42',
  state: 'open',
  workspace_id: 'w',
  source: { type: 'email', body: '<p>Hello</p>' },
  conversation_parts: {
    type: 'conversation_part.list',
    conversation_parts: Array.from({ length: 60 }, (_, at) => part(at)),
  },
};
function pageOf(ids: number[]) {
  return {
    type: 'conversation.list',
    conversations: ids.map((id) => ({
      type: 'conversation',
      id: String(id),
      state: 'open',
      custom_attributes: { note: 'n'.repeat(9_000) },
    })),
    total_count: 12,
    pages: { type: 'pages', next: null },
  };
}

describe('an MCP call', () => {
  const context = { signal: new AbortController().signal } as const;

  test.each([
    ['shapes', undefined, '{"id":"42","state":"open"}'],
    ['leaves it raw where told', 'raw', '{"type":"conversation","id":"42","state":"open","workspace_id":"w"}'],
  ] as const)('%s', async (_name, shape, text) => {
    await using server = await record(() => ({
      body: { type: 'conversation', id: '42', state: 'open', workspace_id: 'w' },
    }));
    const settings = { profile: intercomProfile, client: server.client, ...(shape !== undefined && { shape }) };
    const result = await callTool(getConversation, { id: 42 }, context, settings);
    // One copy of the answer, and no other beside it.
    expect(result).toEqual({ content: [{ type: 'text', text }] });
  });
});

describe('a client', () => {
  test('answers raw unless told otherwise', async () => {
    await using server = await record(() => ({ body: conversation }));
    expect(await server.client.call(getConversation, { conversation_id: '42' })).toEqual(conversation);
  });

  test('takes fields out of the request and picks, raw or shaped', async () => {
    await using server = await record(() => ({ body: conversation }));
    const input = { conversation_id: '42', fields: ['state'] };
    expect(await server.client.call(getConversation, input)).toEqual({ id: '42', state: 'open' });
    expect(await server.client.call(getConversation, input, { shape: 'model' })).toEqual({
      id: '42',
      state: 'open',
    });
    expect(server.requests.map(({ query }) => String(query))).toEqual(['', '']);
  });

  test('walks through the parts of a conversation', async () => {
    await using server = await record(() => ({ body: conversation }));
    const call = (parts_cursor?: unknown) =>
      server.client.exchange(
        getConversation,
        { id: 42, ...(parts_cursor !== undefined && { parts_cursor }) },
        { shape: 'model' },
      );
    const first = (await call()).output;
    if (!isRecord(first)) throw new Error('no answer');
    expect(first).toMatchObject({ state: 'open', older_parts: expect.any(Number), source: { body: 'Hello' } });
    const { output: second } = await call(first.parts_cursor);
    expect(second).toMatchObject({
      id: '42',
      conversation_parts: expect.objectContaining({
        0: expect.objectContaining({ id: String(999 + Number(first.older_parts)) }),
      }),
    });
    // Once for all windows, and again for who begins anew, or once something was changed.
    expect(server.requests.map(({ query }) => String(query))).toEqual(['']);
    await call();
    expect(server.requests).toHaveLength(2);
    await server.client.call(replyToConversation, {
      conversation_id: '7',
      message_type: 'note',
      type: 'admin',
      admin_id: '1',
      body: 'x',
    });
    await call(first.parts_cursor);
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'GET']);
  });

  test('refuses a place among parts, which would mean another part tomorrow', async () => {
    await using server = await record(() => ({ body: conversation }));
    for (const fields of [['conversation_parts@450'], ['state', '+conversation_parts@x']])
      await expect(server.client.exchange(getConversation, { id: 42, fields }, { shape: 'model' })).rejects.toThrow(
        /fields: ".*conversation_parts@.*parts_cursor goes on/,
      );
    expect(server.requests).toEqual([]);
  });

  test('sends nothing for a cursor of something else', async () => {
    await using server = await record(() => ({ body: conversation }));
    const { output } = await server.client.exchange(getConversation, { id: 42 }, { shape: 'model' });
    const parts_cursor = isRecord(output) ? output.parts_cursor : undefined;
    const other = server.client.exchange(getConversation, { id: 43, parts_cursor }, { shape: 'model' });
    await expect(other).rejects.toThrow(InputError);
    expect(server.requests).toHaveLength(1);
  });

  test('cuts a page that is too long, and its cursor goes on with the next item', async () => {
    await using server = await record(() => ({ body: pageOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) }));
    const seen: unknown[] = [];
    let next_cursor: unknown;
    do {
      const input = {
        query: { field: 'state', operator: '=', value: 'open' },
        ...(typeof next_cursor === 'string' && { next_cursor }),
      };
      const { output } = await server.client.exchange(searchConversations, input, { shape: 'model' });
      expect(JSON.stringify(output).length).toBeLessThanOrEqual(40_000);
      if (!isRecord(output) || !Array.isArray(output.result)) throw new Error('no page');
      seen.push(...output.result.map(({ id }: { id: string }) => id));
      next_cursor = output.next_cursor;
    } while (next_cursor !== null && seen.length < 100);
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
    expect(server.requests.length).toBeGreaterThan(1);
  });
});
