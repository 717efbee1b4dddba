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

test('texts that were converted with pauses are what they are without', async () => {
  const long = Object(await shapeResult(get, conversation(3, 20_000)));
  const short = Object(await shapeResult(get, conversation(1, 20_000)));
  expect(long.conversation_parts).toHaveLength(3);
  expect(long.conversation_parts[2].body).toBe(short.conversation_parts[0].body);
});
