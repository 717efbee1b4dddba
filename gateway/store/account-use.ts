import type { RateLimit } from '../../runtime/http/rate-limit.ts';
import type { AccountUse } from './contract/accounts.ts';
import type { Store } from './contract/store.ts';

/** Notes in the store when accounts were last used, and what their APIs said of their budgets, without a write for each call. */
export interface AccountUseNotes {
  /** Notes a call of now. */
  readonly note: (accountId: string, rateLimit: RateLimit | undefined) => void;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/** Milliseconds from one write to the next: the first note is written at once. */
const PAUSE = 5000;

/** {@link AccountUseNotes}; what goes wrong is told to `onError`, and keeps nobody waiting. */
export function createAccountUse({
  store,
  now,
  onError,
}: {
  store: Pick<Store, 'transaction'>;
  now: () => number;
  onError: (error: unknown) => void;
}): AccountUseNotes {
  let noted = new Map<string, AccountUse>();
  let written = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    const uses = noted;
    noted = new Map();
    if (uses.size === 0) return;
    // In the order of their ids, so that two processes cannot block each other.
    const sorted = [...uses].sort(([a], [b]) => (a < b ? -1 : 1));
    await store
      .transaction(async ({ accounts }) => {
        for (const [id, use] of sorted) await accounts.noteUse(id, use);
      })
      .catch(onError);
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    written = performance.now();
    writing = writing.then(write);
    return writing;
  };

  return {
    note: (accountId, rateLimit) => {
      const at = now();
      const before = noted.get(accountId);
      noted.set(accountId, { at, budget: rateLimit === undefined ? before?.budget : budgetAt(rateLimit, at) });
      timer ??= setTimeout(flush, Math.max(0, written + PAUSE - performance.now())).unref();
    },
    flush,
  };
}

/** Seconds until a budget is refilled, at most: what stands for longer is no time of a budget. */
const LONGEST_RESET = 366 * 86_400;

function budgetAt({ limit, remaining, reset }: RateLimit, at: number): AccountUse['budget'] {
  return {
    limit: limit === undefined ? null : Math.floor(limit),
    remaining: remaining === undefined ? null : Math.floor(remaining),
    reset_at: reset === undefined || reset > LONGEST_RESET ? null : at + reset * 1000,
    seen_at: at,
  };
}
