import { PAGING_STYLES } from '../tool/paging-style.ts';
import type { Pagination, Tool } from '../tool/tool.ts';
import { ApiError, NetworkError } from './errors.ts';

/** How a call is tried again; without it no call is. */
export interface RetryOptions {
  /** Tries in all, with the first; 3 unless said otherwise. */
  readonly attempts?: number;
  /** Milliseconds that one wait may last; 60,000 unless said otherwise. Where more is asked for, the error is passed on. */
  readonly maxDelay?: number;
  /** Milliseconds of the first wait where the API names none; 500 unless said otherwise, and twice as long each time. */
  readonly minDelay?: number;
  /** Replaces the clock: resolves after so many milliseconds, or rejects with the signal's reason. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Replaces `Math.random`, which spreads the waits of many clients. */
  readonly random?: () => number;
}

/** What decides whether a failed call may be tried again. */
export interface Retried {
  readonly tool: Pick<Tool, 'method' | 'access'> & { readonly pagination?: Pick<Pagination, 'style'> | undefined };
  readonly signal?: AbortSignal | undefined;
}

/** Runs a call and tries again what may be tried again; rejects with the last error, or with the signal's reason. */
export async function withRetry<Result>(
  run: () => Promise<Result>,
  { tool, signal }: Retried,
  { attempts = 3, maxDelay = 60_000, minDelay = 500, sleep = wait, random = Math.random }: RetryOptions,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= attempts || !mayRetry(error, tool)) throw error;
      const backoff = minDelay * 2 ** (attempt - 1) * (1 + random());
      // A little later than the answer says: the reset is in whole seconds, and others wait for it too.
      const stated = error instanceof ApiError ? error.retryAfter : undefined;
      const delay = stated === undefined ? Math.min(backoff, maxDelay) : stated * 1000 + backoff / 2;
      if (delay > maxDelay) throw error;
      await sleep(delay, signal);
    }
  }
}

/**
 * Reads, POST searches among them, are tried again after a 429, 408, 502, 503, 504, a timeout and a broken connection; not
 * after a 500, which is how some APIs answer malformed queries. PUT and DELETE are idempotent (RFC 9110), but a second
 * DELETE answers 404 where the first one's answer was lost: like a scroll, which moves on with every request that arrives,
 * they are tried again only after a 429, which did nothing. All else changes something each time: never.
 */
function mayRetry(error: unknown, { method, access, pagination }: Retried['tool']): boolean {
  const isRead = access === 'read';
  if (!isRead && method !== 'PUT' && method !== 'DELETE') return false;
  if (error instanceof ApiError && error.status === 429) return true;
  if (!mayRepeat({ access, pagination })) return false;
  return error instanceof NetworkError || (error instanceof ApiError && PASSING.has(error.status));
}

/** Whether a request of a tool comes to the same a second time: it changes nothing, and is no scroll, which moves on. */
export function mayRepeat({ access, pagination }: Pick<Retried['tool'], 'access' | 'pagination'>): boolean {
  return access === 'read' && !(pagination && PAGING_STYLES[pagination.style].isOnce);
}

const PASSING: ReadonlySet<number> = new Set([408, 502, 503, 504]);

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
