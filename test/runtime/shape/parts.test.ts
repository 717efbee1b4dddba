import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePartsCursor, encodePartsCursor, readPartsRequest } from '../../../runtime/shape/index.ts';
import type { LastShown, PartsOwner } from '../../../runtime/shape/parts-cursor.ts';
import { createSealer } from '../../../runtime/value/sealer.ts';
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

const owner: PartsOwner = { tool: tool.name, id: '42', chosen: '', sealer: createSealer('secret') };
const sealParts = (last: LastShown) => encodePartsCursor(owner, last);

async function shapeWindow(
  answer: unknown,
  { cursor, limitCharacters, ...given }: { cursor?: unknown; limitCharacters?: number; [key: string]: unknown } = {},
) {
  const after = cursor === undefined ? undefined : await decodePartsCursor(owner, cursor);
  return Object(
    await shapeResult(tool, answer, { parts: { ...readPartsRequest(given), after }, sealParts, limitCharacters }),
  );
}

async function walk(answer: unknown, options: Parameters<typeof shapeWindow>[1] = {}) {
  const windows: Record<string, unknown>[] = [];
  for (let cursor: unknown; windows.length === 0 || cursor !== undefined; cursor = windows.at(-1)?.parts_cursor) {
    windows.push(Object(await shapeWindow(answer, { cursor, ...options })));
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
          const windows = await walk(conversation(lengths.map((length, at) => part(at, length))), {
            limitCharacters: limit,
          });
          expect(windows.flatMap(idsOf)).toEqual(lengths.map((_, at) => String(1000 + at)).reverse());
          for (const window of windows) expect(JSON.stringify(window).length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the first tells of the conversation, the others only of the parts', async () => {
    const parts = Array.from({ length: 70 }, (_, at) => part(at));
    const [first = {}, second = {}] = await walk(conversation(parts, 812));
    expect(first).toMatchObject({
      state: 'open',
      admin_assignee_id: null,
      conversation_parts_total: 812,
      unreachable_parts: '742 older parts cannot be reached through the API',
      older_parts: 70 - idsOf(first).length,
    });
    expect(JSON.stringify(first).length).toBeLessThan(9_000);
    expect(Object.keys(second).sort()).toEqual(['conversation_parts', 'conversation_parts_total', 'id', 'untrusted']);
  });

  test('begin with the oldest where that is wanted', async () => {
    const parts = Array.from({ length: 120 }, (_, at) => part(at, 200));
    const windows = await walk(conversation(parts), { parts_order: 'oldest' });
    expect(windows.length).toBeGreaterThan(2);
    expect(windows.flatMap(idsOf)).toEqual(parts.map(({ id }) => id));
    expect(windows[0]).toHaveProperty('newer_parts', 120 - idsOf(windows[0] ?? {}).length);
  });

  test('parts of the same second are in the order of their ids', async () => {
    const same = [9, 10, 8].map((at) => ({ ...part(at), id: String(at), created_at: 1_780_000_000 }));
    expect(idsOf(Object(await shapeResult(tool, conversation(same))))).toEqual(['10', '9', '8']);
  });

  test.each(['newest', 'oldest'] as const)(
    'a cursor whose part is gone goes on by its time: %s',
    async (parts_order) => {
      const parts = Array.from({ length: 120 }, (_, at) => part(at));
      const first = await shapeWindow(conversation(parts), { parts_order });
      const last = Number(idsOf(first).at(-1));
      const left = parts.filter(({ id }) => id !== String(last));
      const second = await shapeWindow(conversation(left), { parts_order, cursor: first.parts_cursor });
      expect(idsOf(second)[0]).toBe(String(parts_order === 'newest' ? last - 1 : last + 1));
    },
  );
});

describe('a choice of parts', () => {
  const said: [text: string | null, author: string, kind?: string][] = [
    ['<p>The <b>invoice</b> has no VAT&nbsp;number</p>', 'user'],
    [null, 'bot', 'assignment'],
    ['<p>Which invoice is it?</p>', 'admin'],
    ['<p>INVOICE FH-1, and the VAT number is missing</p>', 'lead'],
    ['<p>Customer is right about the VAT number</p>', 'admin', 'note'],
    ['<p>Automatic: we got your invoice</p>', 'bot'],
  ];
  const parts = said.map(([body, type, part_type = 'comment'], at) => ({
    ...part(at),
    body,
    part_type,
    author: { type, id: `a${at}`, name: 'Vat' },
  }));
  test.each<[Record<string, string>, number[]]>([
    [{ parts_contains: 'invoice' }, [5, 3, 2, 0]],
    [{ parts_contains: '  VAT   number ' }, [4, 3, 0]],
    [{ parts_contains: 'number invoice', parts_from: 'customer' }, [3, 0]],
    [{ parts_contains: '<b>' }, []],
    [{ parts_from: 'admin' }, [2]],
    [{ parts_from: 'note' }, [4]],
    [{ parts_from: 'bot' }, [5, 1]],
    [{ parts_from: 'customer', parts_order: 'oldest' }, [0, 3]],
    [{ parts_since: '2026-05-28T20:29:40Z' }, [5, 4, 3]],
    [{ parts_until: '2026-05-28T20:27:40Z' }, [1, 0]],
    [{ parts_since: '1780000120', parts_until: '2026-05-28T20:28:40+00:00' }, [2]],
  ])('%j', async (given, found) => {
    const answer = await shapeWindow(conversation(parts, 9), given);
    expect(idsOf(answer)).toEqual(found.map((at) => String(1000 + at)));
    expect(answer).toMatchObject({
      matching_parts: `${found.length} of 6`,
      unreachable_parts: '3 older parts cannot be reached through the API',
    });
  });

  test('shows what was found though other fields were chosen, and of the parts what was chosen', async () => {
    const chosen = async (fields: string[]) => {
      const parts_ = { ...readPartsRequest({ parts_from: 'note' }), after: undefined };
      return Object(await shapeResult(tool, conversation(parts), { parts: parts_, sealParts, fields }));
    };
    expect(await chosen(['state'])).toMatchObject({ state: 'open', conversation_parts: [{ id: '1004' }] });
    const { conversation_parts: found } = await chosen(['conversation_parts.body']);
    expect(found).toEqual([
      { id: '1004', body: 'Customer is right about the VAT number', created_at: '2026-05-28T20:30:40Z' },
    ]);
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ parts_since: 'last week' }, /parts_since.*must be a time/],
    [{ parts_until: '' }, /parts_until.*must be a time/],
    [{ parts_contains: 'a '.repeat(21) }, /at most 20 words/],
  ])('%j is refused', (given, message) => {
    expect(() => readPartsRequest(given)).toThrow(message);
  });
});

describe('a cursor', () => {
  test.each<[string, (cursor: string) => unknown, Partial<PartsOwner>, RegExp]>([
    ['of another conversation', (cursor) => cursor, { id: '43' }, /parts_cursor.*was given for another id than 43/],
    ['of another tool', (cursor) => cursor, { tool: 'get_single_intercom_ticket_by_id' }, /was given for another id/],
    ['of another choice', (cursor) => cursor, { chosen: '{"parts_from":"admin"}' }, /or for other parts_ arguments/],
    ['of another account', (cursor) => cursor, { sealer: createSealer('other') }, /was given for another id/],
    ['that was changed', (cursor) => `${cursor.slice(0, -6)}AAAAAA`, {}, /is not a cursor|another id/],
    ['that was made up', () => 'abc', {}, /is not a cursor/],
    ['that is no text', () => 7, {}, /is not a cursor/],
  ])('%s is refused', async (_name, change, other, message) => {
    const { parts_cursor: cursor } = await shapeWindow(
      conversation(Array.from({ length: 60 }, (_, at) => part(at, 200))),
    );
    await expect(decodePartsCursor({ ...owner, ...other }, change(cursor))).rejects.toThrow(message);
    expect(cursor.length).toBeLessThanOrEqual(24);
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

  test('a write that answers a long conversation shows what was changed and the newest part', async () => {
    const { fields: _fields, parts: _parts, ...read } = tool;
    const update = { ...read, name: 'intercom_conversations_reply', access: 'write' } as const;
    const shaped = await shapeResult(update, conversation(Array.from({ length: 60 }, (_, at) => part(at, 500))));
    expect(shaped).toEqual({
      id: '42',
      state: 'open',
      admin_assignee_id: null,
      type: 'conversation',
      conversation_parts: [{ id: '1059', part_type: 'comment' }],
    });
  });
});
