import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Thread } from '../../../../runtime/code/box/thread.ts';
import { createThreadPool } from '../../../../runtime/code/box/thread-pool.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { signal } = new AbortController();

/** A pool of threads that only end. */
function pooled(most: number) {
  const started: Thread[] = [];
  const pool = createThreadPool(() => {
    let hasEnded = false;
    const thread: Thread = {
      run: () => Promise.reject(new Error('runs nothing')),
      hasEnded: () => hasEnded,
      end: async () => {
        hasEnded = true;
      },
    };
    started.push(thread);
    return thread;
  }, most);
  async function take(): Promise<Thread> {
    const thread = await pool.take(1000, signal);
    if (thread === undefined) throw new Error('no thread was free');
    return thread;
  }
  return { pool, started, take };
}

test('a thread that was given back is used again', async () => {
  const { pool, started, take } = pooled(4);
  const first = await take();
  pool.give(first);
  expect(await take()).toBe(first);
  expect(started).toHaveLength(1);
});

test('no more threads work at once than may, and the first that waits is the first that gets one', async () => {
  const { pool, started, take } = pooled(2);
  const [one] = [await take(), await take()];
  const order: string[] = [];
  const waiting = ['third', 'fourth'].map(async (name) => {
    const thread = await take();
    order.push(name);
    pool.give(thread);
  });
  expect(started).toHaveLength(2);
  pool.give(one);
  await Promise.all(waiting);
  expect(order).toEqual(['third', 'fourth']);
  expect(started).toHaveLength(2);
});

test('who waits for too long, or is cancelled, gets none and blocks nobody', async () => {
  const { pool, take } = pooled(1);
  const busy = await take();
  const cancel = new AbortController();
  const late = pool.take(100, signal);
  const cancelled = pool.take(1000, cancel.signal);
  const patient = pool.take(1000, signal);
  await vi.advanceTimersByTimeAsync(100);
  cancel.abort();
  expect(await late).toBeUndefined();
  expect(await cancelled).toBeUndefined();
  pool.give(busy);
  expect(await patient).toBe(busy);
});

test('a fresh thread takes the place of one that has ended, for who waits and for who comes', async () => {
  const { pool, started, take } = pooled(1);
  const first = await take();
  const next = take();
  await first.end();
  pool.give(first);
  const second = await next;
  expect(second).not.toBe(first);
  await second.end();
  pool.give(second);
  expect(started).toHaveLength(3);
  expect(await take()).toBe(started[2]);
});

test('two idle threads are kept, and only for a while', async () => {
  const { pool, started, take } = pooled(4);
  const taken = [await take(), await take(), await take(), await take()];
  for (const thread of taken) pool.give(thread);
  expect(started.map((thread) => thread.hasEnded())).toEqual([false, false, true, true]);
  vi.advanceTimersByTime(30_000);
  expect(started.every((thread) => thread.hasEnded())).toBe(true);
});

test('a closed pool has ended all threads, also those at work', async () => {
  const { pool, started, take } = pooled(4);
  const idle = await take();
  await take();
  pool.give(idle);
  await pool.close();
  expect(started.map((thread) => thread.hasEnded())).toEqual([true, true]);
});
