import { expect, test } from 'vitest';
import { shapeResult } from '../../support/shape-answer.ts';

const get = {
  name: 'get_single_intercom_conversation_by_id',
  tags: ['conversations'],
  access: 'read',
  response: 'json',
  fields: true,
  parts: 'conversation_parts.conversation_parts',
} as const;

function conversation(parts: number, size: number): unknown {
  return {
    type: 'conversation',
    id: '1',
    conversation_parts: {
      conversation_parts: Array.from({ length: parts }, (_, at) => ({
        id: String(at),
        created_at: 1_780_000_000 + at,
        body: `<p>${at}${'<b>x</b>y '.repeat(size / 10)}`,
      })),
    },
  };
}

/** Timers that come due while something goes on. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve));
    turns += 1;
  }
  await done;
  return turns;
}

test('others have their turn between the long texts of an answer', async () => {
  await shapeResult(get, conversation(1, 40_000));
  expect(await turnsDuring(shapeResult(get, conversation(12, 30_000)))).toBeGreaterThanOrEqual(11);
});

test('others have their turn while one long text is read, with tags or without', async () => {
  await shapeResult(get, conversation(1, 40_000));
  expect(await turnsDuring(shapeResult(get, conversation(1, 190_000)))).toBeGreaterThanOrEqual(6);
  const plain = { type: 'conversation', id: '1', source: { body: 'é'.repeat(100) } };
  const many = {
    ...plain,
    tags: Array.from({ length: 40 }, (_, at) => ({ id: at, body: `${at}${'é \u200d'.repeat(5_000)}` })),
  };
  expect(await turnsDuring(shapeResult(get, many))).toBeGreaterThanOrEqual(30);
});

test('a text without tags is read up to a limit, which is said, where its characters have to be looked at', async () => {
  const options = { fields: ['body@199990'] };
  const { body } = Object(await shapeResult(get, { id: '1', body: `字${'x'.repeat(5_000_000)}` }, options));
  expect(body).toBe(`${'x'.repeat(10)}\n[4800001 more characters were not read]`);
  const ascii = Object(await shapeResult(get, { id: '1', body: 'x'.repeat(5_000_000) }, { fields: ['body@4999990'] }));
  expect(ascii.body).toBe('x'.repeat(10));
});

test('texts that were converted with pauses are what they are without', async () => {
  const long = Object(await shapeResult(get, conversation(9, 1_900)));
  const short = Object(await shapeResult(get, conversation(8, 1_900)));
  const [first] = short.conversation_parts;
  const same = long.conversation_parts.find(({ id }: { id: unknown }) => id === first.id);
  expect(same.body).toBe(first.body);
});

test('a place far behind the end of a text costs nothing', async () => {
  const fields = ['+body@999999999', '+other'];
  const answer = Object(
    await shapeResult(get, { id: '1', body: 'x'.repeat(10), other: ['y'.repeat(90_000)] }, { fields }),
  );
  expect(JSON.stringify(answer).length).toBeLessThanOrEqual(40_000);
});

const list = { ...get, name: 'list_all_intercom_conversations', pagination: { style: 'cursor' } } as never;

test('of a list without end the first items are looked at, and all of them are counted', async () => {
  let looked = 0;
  const items = Array.from({ length: 50_000 }, (_, at) => ({
    id: String(at),
    get title() {
      looked += 1;
      return 'x';
    },
  }));
  const cut = Object(await shapeResult(list, { result: items }));
  expect(cut.result.length + cut.left_out).toBe(50_000);
  const paged = Object(
    await shapeResult(list, { result: items, next_cursor: 'n' }, { resume: async (count) => `after ${count}` }),
  );
  expect(paged.next_cursor).toBe(`after ${paged.result.length}`);
  // Twice each to know how long the texts are, and most of them never again.
  expect(looked).toBeLessThan(120_000);
});

test('of a list or an object within an answer the first are shown, and the others are counted', async () => {
  const numbers = Array.from({ length: 100_000 }, () => 1);
  const { values } = Object(await shapeResult(get, { id: '1', values: numbers }));
  const marker = /^…\[\+(\d+) items: fields \["values@(\d+)"\]\]$/.exec(values.at(-1));
  expect(Number(marker?.[1]) + values.length - 1).toBe(100_000);
  expect(Number(marker?.[2])).toBe(values.length - 1);
  const wide = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`k${at}`, 1]));
  expect(
    Object(await shapeResult(get, { id: '1', values: { wide } }, { limitCharacters: 1_000_000 })).values.wide['…'],
  ).toBe('1000 more properties');
});
