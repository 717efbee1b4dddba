import { expect, test } from 'vitest';
import { createTurns } from '../../../gateway/limits/turns.ts';

const { signal } = new AbortController();

/** Lets whatever can go on go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('turns of one key are so many, those who wait come in their order, and other keys wait for nobody', async () => {
  const turns = createTurns({ atOnce: 2, patience: 60_000 });
  const began: string[] = [];
  const ends = new Map<string, (() => void) | undefined>();
  const begin = (name: string, key = 'a') =>
    turns.take(key, signal).then((end) => {
      began.push(name);
      ends.set(name, end);
    });
  for (const name of ['1', '2', '3', '4']) void begin(name);
  void begin('other', 'b');
  await settled();
  expect(began).toEqual(['1', '2', 'other']);
  ends.get('2')?.();
  // Given back twice, it is given back once.
  ends.get('2')?.();
  await settled();
  expect(began).toEqual(['1', '2', 'other', '3']);
  for (const name of ['1', '3']) ends.get(name)?.();
  await settled();
  expect(began.at(-1)).toBe('4');
  ends.get('4')?.();
  const both = await Promise.all([turns.take('a', signal), turns.take('a', signal)]);
  expect(both.every((end) => end !== undefined)).toBe(true);
});

test('who waits for too long, or gives up, gets none, and nobody is kept waiting for them', async () => {
  const turns = createTurns({ atOnce: 1, patience: 1 });
  const end = await turns.take('a', signal);
  expect(await turns.take('a', signal)).toBeUndefined();
  const patient = createTurns({ atOnce: 1, patience: 60_000 });
  const first = await patient.take('a', signal);
  const gone = new AbortController();
  const [left, next] = [patient.take('a', gone.signal), patient.take('a', signal)];
  gone.abort();
  expect(await left).toBeUndefined();
  expect(await patient.take('a', gone.signal)).toBeUndefined();
  first?.();
  expect(await next).toBeDefined();
  end?.();
  expect(await turns.take('a', signal)).toBeDefined();
});
