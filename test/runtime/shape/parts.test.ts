import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePartsCursor } from '../../../runtime/shape/index.ts';
import { rosa } from '../../support/people.ts';
import { shapeResult } from '../../support/shape-answer.ts';

const tool = {
  name: 'get_single_intercom_conversation_by_id',
  tags: ['conversations'],
  access: 'read',
  response: 'json',
  fields: true,
  parts: 'conversation_parts.conversation_parts',
} as const;

function part(at: number, length = 20) {
  return {
    type: 'conversation_part',
    id: String(1000 + at),
    part_type: 'comment',
    body: `<p>${'m'.repeat(length)} ${at}</p>`,
    created_at: 1_780_000_000 + at * 60,
    updated_at: 1_780_000_000 + at * 60,
    author: { type: 'user', id: 'u1', name: rosa.name, email: rosa.email },
    attachments: [],
    redacted: false,
  };
}
function conversation(parts: unknown[], total = parts.length) {
  return {
    type: 'conversation',
    id: '42',
    state: 'open',
    admin_assignee_id: null,
    source: { type: 'email', body: '<p>Hello</p>', author: { type: 'user', id: 'u1' } },
    conversation_parts: { type: 'conversation_part.list', conversation_parts: parts, total_count: total },
  };
}

async function walk(answer: unknown, limitCharacters: number) {
  const windows: Record<string, unknown>[] = [];
  for (let cursor: unknown; windows.length === 0 || cursor !== undefined; cursor = windows.at(-1)?.older_parts_cursor) {
    const after = cursor === undefined ? undefined : decodePartsCursor({ tool: tool.name, id: '42' }, cursor);
    windows.push(Object(await shapeResult(tool, answer, { after, limitCharacters })));
    if (windows.length > 600) throw new Error('walks for ever');
  }
  return windows;
}
function idsOf({ conversation_parts: parts }: Record<string, unknown>): string[] {
  return Object.values(Object(parts)).map((one) => Object(one).id);
}

describe('windows', () => {
  test('show every part once, newest first, however many and however long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3_000 }), { maxLength: 130 }),
        fc.constantFrom(4_000, 40_000),
        async (lengths, limit) => {
          const windows = await walk(conversation(lengths.map((length, at) => part(at, length))), limit);
          expect(windows.flatMap(idsOf)).toEqual(lengths.map((_, at) => String(1000 + at)).reverse());
          for (const window of windows) expect(JSON.stringify(window).length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the first tells of the conversation, the others only of the parts', async () => {
    const [first = {}, second = {}] = await walk(
      conversation(
        Array.from({ length: 70 }, (_, at) => part(at)),
        812,
      ),
      40_000,
    );
    expect(first).toMatchObject({
      state: 'open',
      admin_assignee_id: null,
      older_parts: 20,
      conversation_parts_total: 812,
    });
    expect(idsOf(first)).toHaveLength(50);
    expect(Object.keys(second).sort()).toEqual(['conversation_parts', 'conversation_parts_total', 'id', 'untrusted']);
  });

  test('parts of the same second are in the order of their ids', async () => {
    const same = [9, 10, 8].map((at) => ({ ...part(at), id: String(at), created_at: 1_780_000_000 }));
    expect(idsOf(Object(await shapeResult(tool, conversation(same))))).toEqual(['10', '9', '8']);
  });

  test('a cursor whose part is gone goes on by its time', async () => {
    const parts = Array.from({ length: 120 }, (_, at) => part(at));
    const first = Object(await shapeResult(tool, conversation(parts)));
    const after = decodePartsCursor({ tool: tool.name, id: '42' }, first.older_parts_cursor);
    const left = parts.filter(({ id }) => id !== after.part);
    const second = Object(await shapeResult(tool, conversation([...left, part(500)]), { after }));
    expect(idsOf(second)[0]).toBe(String(Number(after.part) - 1));
  });
});

describe('a cursor', () => {
  test.each<[string, (cursor: string) => unknown, { tool: string; id: string }, RegExp]>([
    [
      'of another conversation',
      (cursor) => cursor,
      { tool: tool.name, id: '43' },
      /parts_cursor.*was given for 42, not for 43/,
    ],
    [
      'of another tool',
      (cursor) => cursor,
      { tool: 'get_single_intercom_ticket_by_id', id: '42' },
      /belongs to the tool/,
    ],
    ['that was changed', (cursor) => `${cursor.slice(0, -6)}AAAAAA`, { tool: tool.name, id: '42' }, /is not a cursor/],
    ['that was made up', () => 'abc', { tool: tool.name, id: '42' }, /is not a cursor/],
    ['that is no text', () => 7, { tool: tool.name, id: '42' }, /is not a cursor/],
  ])('%s is refused', async (_name, change, owner, message) => {
    const { older_parts_cursor: cursor } = Object(
      await shapeResult(tool, conversation(Array.from({ length: 60 }, (_, at) => part(at)))),
    );
    expect(() => decodePartsCursor(owner, change(cursor))).toThrow(message);
    expect(decodePartsCursor({ tool: tool.name, id: '42' }, cursor)).toMatchObject({ part: '1010' });
  });
});

describe('parts', () => {
  test('say who, what and when, and an address once', async () => {
    const event = {
      ...part(2),
      part_type: 'assignment',
      body: null,
      assigned_to: { type: 'team', id: '5' },
      state: 'open',
    };
    const shaped = Object(await shapeResult(tool, conversation([part(1), event])));
    expect(shaped.conversation_parts).toEqual([
      {
        id: '1002',
        part_type: 'assignment',
        created_at: '2026-05-28T20:28:40Z',
        author: { type: 'user', id: 'u1', name: rosa.name, email: rosa.email },
        assigned_to: { type: 'team', id: '5' },
      },
      {
        id: '1001',
        part_type: 'comment',
        created_at: '2026-05-28T20:27:40Z',
        body: `${'m'.repeat(20)} 1`,
        author: { type: 'user', id: 'u1', name: rosa.name },
      },
    ]);
  });

  test('a long one says how to get the rest, and the rest comes', async () => {
    const long = conversation([part(1, 9_000), part(2)]);
    const { conversation_parts: parts } = Object(await shapeResult(tool, long));
    const [, field = ''] = /fields \["([^"]+)"\]/.exec(parts[1].body) ?? [];
    expect(field).toBe('conversation_parts.1001.body@6000');
    const rest = Object(await shapeResult(tool, long, { fields: [field] }));
    expect(rest.conversation_parts).toEqual([expect.objectContaining({ id: '1001', body: `${'m'.repeat(3_000)} 1` })]);
  });

  test('a write that answers a long conversation shows its summary and the newest part', async () => {
    const { fields: _fields, parts: _parts, ...read } = tool;
    const update = { ...read, name: 'intercom_conversations_reply', access: 'write' } as const;
    const shaped = Object(
      await shapeResult(update, conversation(Array.from({ length: 60 }, (_, at) => part(at, 500)))),
    );
    expect(shaped).toMatchObject({
      id: '42',
      state: 'open',
      type: 'conversation',
      conversation_parts: [{ id: '1059' }],
    });
    expect(shaped).not.toHaveProperty('older_parts_cursor');
    expect(JSON.stringify(shaped).length).toBeLessThan(1_500);
  });
});
