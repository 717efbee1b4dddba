import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeResult } from '../../support/shape-answer.ts';
import { payloads } from './support/payloads.ts';

const get = {
  name: 'get_single_intercom_conversation_by_id',
  tags: ['conversations'],
  access: 'read',
  response: 'json',
  fields: true,
  parts: 'conversation_parts.conversation_parts',
} as const;
const list = {
  name: 'list_all_intercom_search_conversations',
  tags: ['conversations'],
  access: 'read',
  response: 'json',
  fields: true,
  pagination: { style: 'cursor', items: 'conversations' },
} as const;
const update = { ...get, name: 'update_a_intercom_conversation_by_id', access: 'write' } as const;

const key = fc.oneof(
  fc.constantFrom(
    'id',
    'type',
    'body',
    'body_markdown',
    'data',
    'tags',
    'conversation_parts',
    'created_at',
    'url',
    'total_count',
  ),
  fc.constantFrom(
    'has_more',
    'custom_attributes',
    'untrusted',
    'more_fields',
    '__proto__',
    'constructor',
    'source',
    'title',
    'a.b',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'list',
    'tag.list',
    'conversation',
    'contact',
    '<p>x</p>',
    '&lt;b&gt;',
    '<b>',
    'x'.repeat(700),
    '<p>y</p>'.repeat(200),
  ),
  fc.constantFrom(
    '…[+9 characters: fields ["body@1"]]',
    '\u200b',
    '/contacts/1/tags',
    'https://example.com/',
    '2026-05-28T20:26:40Z',
  ),
);
/** The name of a kind of thing is short: one that has to be cut names none. */
function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === 'type' && typeof value === 'string' ? value.slice(0, 60) : value]),
  );
}

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1_780_000_000, -1, 1.5),
    text,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 6 }),
  object: fc.array(fc.tuple(key, tie('json')), { maxLength: 7 }).map(objectOf),
}));
const object = fc.array(fc.tuple(key, json), { maxLength: 9 }).map(objectOf);
const page = fc.record({
  result: fc.array(json, { maxLength: 8 }),
  next_cursor: fc.constantFrom(null, 'abc'),
  total_count: fc.nat(),
});
const answers = fc.oneof(
  fc.record({ tool: fc.constantFrom(get, update), output: json }),
  fc.record({ tool: fc.constantFrom(get, update), output: object }),
  fc.record({ tool: fc.constant(list), output: page }),
);
const sizes = fc.constantFrom(1_000, 2_000, 40_000);
const resume = fc.constantFrom(undefined, async (count: number) => `cursor-after-${count}`);

test('any JSON becomes JSON, within the limit', async () => {
  await fc.assert(
    fc.asyncProperty(
      answers,
      sizes,
      resume,
      fc.option(fc.array(key, { maxLength: 3 })),
      async ({ tool, output }, limitCharacters, goOn, fields) => {
        const shaped = await shapeResult(tool, output, { limitCharacters, resume: goOn, fields: fields ?? undefined });
        const json = JSON.stringify(shaped);
        if (typeof output === 'object' && output !== null) expect(json.length).toBeLessThanOrEqual(limitCharacters);
        expect(JSON.parse(json)).toEqual(shaped);
      },
    ),
    { numRuns: 1500 },
  );
});

test('what was shaped stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async ({ tool, output }) => {
      const once = await shapeResult(tool, output);
      expect(await shapeResult(tool, once)).toEqual(once);
    }),
    { numRuns: 1500 },
  );
});

test.each(payloads.map((payload) => [payload.name, payload] as const))(
  '%s, shaped, stays as it is',
  async (_name, { tool, output }) => {
    const options = { resume: async (count: number) => `cursor-after-${count}` };
    const once = await shapeResult(tool, output, options);
    expect(await shapeResult(tool, once, options)).toEqual(once);
  },
);

test('nesting deeper than the stack is cut, not followed', async () => {
  const deep = JSON.parse(`${'{"a":['.repeat(20_000)}1${']}'.repeat(20_000)}`);
  for (const [tool, output] of [
    [get, deep],
    [list, { result: [deep], next_cursor: null }],
  ] as const) {
    for (const fields of [undefined, ['a.a.a'], ['*'], ['+a']]) {
      const json = JSON.stringify(await shapeResult(tool, output, { fields }));
      expect(json.length).toBeLessThanOrEqual(40_000);
    }
  }
});

test('a list is cut at its items, and the cursor goes on behind the last one shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 900 }), { maxLength: 60 }), sizes, async (lengths, limitCharacters) => {
      const result = lengths.map((length, at) => ({
        type: 'conversation',
        id: String(at),
        state: 'open',
        custom_attributes: { x: 'y'.repeat(length) },
      }));
      const shaped = await shapeResult(
        list,
        { result, next_cursor: 'the end' },
        { limitCharacters, resume: async (count) => `after ${count}` },
      );
      const { result: shown, next_cursor: cursor } = Object(shaped);
      expect(shown.map(({ id }: { id: string }) => id)).toEqual(result.slice(0, shown.length).map(({ id }) => id));
      if (lengths.length > 0) expect(shown.length).toBeGreaterThan(0);
      expect(cursor).toBe(shown.length < result.length ? `after ${shown.length}` : 'the end');
    }),
    { numRuns: 200 },
  );
});

test('a cursor that is long takes its room from the items, and is never cut', async () => {
  const result = Array.from({ length: 100 }, (_, at) => ({
    type: 'conversation',
    id: String(at),
    title: 't'.repeat(200),
  }));
  const cursor = 'c'.repeat(2_000);
  const shaped = await shapeResult(
    list,
    { result, next_cursor: null },
    { limitCharacters: 4_000, resume: async () => cursor },
  );
  expect(JSON.stringify(shaped).length).toBeLessThanOrEqual(4_000);
  expect(shaped).toMatchObject({ next_cursor: cursor, result: expect.objectContaining({ 2: expect.anything() }) });
});

test('a scroll, which cannot be asked again, is cut within its items, and says what does not fit even so', async () => {
  const page = (count: number) => ({
    result: Array.from({ length: count }, (_, at) => ({
      type: 'conversation',
      id: String(at),
      custom_attributes: { text: 'x'.repeat(900) },
    })),
    next_cursor: 'next',
  });
  const some = Object(await shapeResult(list, page(100)));
  expect(some.result).toHaveLength(100);
  expect(some.left_out).toBeUndefined();
  const many = Object(await shapeResult(list, page(3_000)));
  expect(many.result.length + many.left_out).toBe(3_000);
  expect(many.next_cursor).toBe('next');
});
