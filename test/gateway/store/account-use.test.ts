import { expect, test } from 'vitest';
import { createAccountUse } from '../../../gateway/store/account-use.ts';
import type { RateLimit } from '../../../runtime/http/rate-limit.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { anAccount, NOON } from '../support/rows.ts';

test('calls are noted in batches: the last of each account, with the last budget that was told', async () => {
  await using store = await openTestStore(':memory:');
  for (const id of ['a', 'b']) await store.accounts.insert(anAccount(id));
  let time = NOON;
  let transactions = 0;
  const counting: typeof store.transaction = (work) => {
    transactions += 1;
    return store.transaction(work);
  };
  const uses = createAccountUse({ store: { transaction: counting }, now: () => time, onError: () => {} });
  for (let calls = 100; calls > 0; calls -= 1) {
    uses.note('a', { limit: 100, remaining: calls - 1, reset: 10 });
    uses.note('b', undefined);
    time += 1;
  }
  uses.note('a', undefined);
  await uses.flush();
  await uses.flush();
  expect(transactions).toBe(1);
  expect(await store.accounts.get('a')).toMatchObject({
    ...{ last_used_at: NOON + 100, budget_limit: 100, budget_remaining: 0 },
    ...{ budget_reset_at: NOON + 99 + 10_000, budget_seen_at: NOON + 99 },
  });
  expect(await store.accounts.get('b')).toMatchObject({ last_used_at: NOON + 99, budget_seen_at: null });
});

test.for<[string, RateLimit, object]>([
  ['half a request', { limit: 10.5, remaining: 1.5, reset: 1 }, { budget_limit: 10, budget_remaining: 1 }],
  ['a reset that no date has', { remaining: 1, reset: 999_999_999_999 }, { budget_limit: null, budget_reset_at: null }],
])('what an API says of its budget is kept within reason: %s', async ([, rateLimit, kept]) => {
  await using store = await openTestStore(':memory:');
  await store.accounts.insert(anAccount('a'));
  const uses = createAccountUse({ store, now: () => NOON, onError: () => {} });
  uses.note('a', rateLimit);
  await uses.flush();
  expect(await store.accounts.get('a')).toMatchObject({ ...kept, budget_seen_at: NOON });
});

test('what cannot be stored is told, and notes go on', async () => {
  await using store = await openTestStore(':memory:');
  await store.accounts.insert(anAccount('a'));
  const told: unknown[] = [];
  let isAway = true;
  const transaction: typeof store.transaction = (work) =>
    isAway ? Promise.reject(new Error('away')) : store.transaction(work);
  const uses = createAccountUse({ store: { transaction }, now: () => NOON, onError: (error) => told.push(error) });
  uses.note('a', undefined);
  await uses.flush();
  expect(told).toEqual([new Error('away')]);
  isAway = false;
  uses.note('a', undefined);
  await uses.flush();
  expect(await store.accounts.get('a')).toMatchObject({ last_used_at: NOON });
});
