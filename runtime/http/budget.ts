import type { Memory } from '../value/memory.ts';
import { ApiError } from './errors.ts';
import type { RateLimit } from './rate-limit.ts';

interface Told extends RateLimit {
  /** Milliseconds of the clock at which the budget is refilled. */
  readonly until: number;
}

/** What answers said of the budgets of accounts, by what is remembered of them. */
const budgets = new WeakMap<Memory, Told>();

/** Runs a request of an account, and keeps what its answer or its error says of the budget. */
export async function keepingBudget<Answer extends { readonly rateLimit?: RateLimit }>(
  memory: Memory,
  now: () => number,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const keep = (rateLimit: RateLimit | undefined) => {
    if (rateLimit !== undefined) budgets.set(memory, { ...rateLimit, until: now() + (rateLimit.reset ?? 0) * 1000 });
  };
  try {
    const answered = await run();
    keep(answered.rateLimit);
    return answered;
  } catch (error) {
    if (error instanceof ApiError) keep(error.rateLimit);
    throw error;
  }
}

/** What is left of an account's budget; undefined where no answer told, or it was refilled since. */
export function budgetOf(memory: Memory, now: number): RateLimit | undefined {
  const told = budgets.get(memory);
  if (told === undefined || told.until <= now) return undefined;
  return { ...told, reset: Math.ceil((told.until - now) / 1000) };
}
