import { expect, test } from 'vitest';
import { threadsIn } from '../../../runtime/paging/thread-memory.ts';
import { createMemory } from '../../../runtime/value/memory.ts';

const answered = (output: unknown) => ({ output, status: 200, requestId: 'r1' });

test('a thread is remembered for a minute, without what was said of one call', () => {
  let now = 0;
  const threads = threadsIn(createMemory(() => now));
  threads.set('a', answered({ id: 'a' }));
  expect(threads.get('a')).toEqual({ output: { id: 'a' }, status: 200 });
  expect(threads.get('b')).toBeUndefined();
  now = 60_000;
  expect(threads.get('a')).toBeUndefined();
});

test('a few are remembered at once, the last of each, and none that is very long', () => {
  const threads = threadsIn(createMemory(() => 0));
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  for (const name of names) threads.set(name, answered(name));
  threads.set('g', answered('again'));
  expect(names.filter((name) => threads.get(name) !== undefined)).toHaveLength(5);
  expect(threads.get('g')?.output).toBe('again');
  threads.set('long', answered(Array.from({ length: 1001 }, () => 'x'.repeat(1000))));
  expect(threads.get('long')).toBeUndefined();
});

test('a change forgets threads, and nothing else that is known of the account', () => {
  const memory = createMemory(() => 0);
  const threads = threadsIn(memory);
  memory.set('names', 1);
  threads.set('a', answered('a'));
  threads.forget();
  expect(threads.get('a')).toBeUndefined();
  expect(memory.get('names')).toBe(1);
});
